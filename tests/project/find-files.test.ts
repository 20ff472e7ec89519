import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles, foundIn } from '../../src/project/find-files.ts';
import { shownPath } from '../../src/project/shown-path.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

test('a folder whose name begins with two full stops lies in the working folder like any other', async () => {
  const root = await temporaryFolder({ 'project/..x/a.md': '', 'b.md': '' });
  const cwd = join(root, 'project');
  const shown = async (path: string): Promise<readonly string[]> => {
    const accepts = (name: string): boolean => name.endsWith('.md');
    const { files } = await findFiles({ name: 'x', path }, { cwd, accepts, passesOver: () => undefined });
    return files.map(({ file }) => file);
  };
  expect(await shown(join(cwd, '..x'))).toEqual(['..x/a.md']);
  expect(await shown(join(cwd, '..x/a.md'))).toEqual(['..x/a.md']);
  expect(await shown(join(root, 'b.md'))).toEqual([join(root, 'b.md')]);
});

test('a file is seen from a folder that holds it, and from no other', () => {
  expect(foundIn('/project/posts', '/project/posts/2011/a.md', '/project')).toEqual({
    file: 'posts/2011/a.md',
    absolutePath: '/project/posts/2011/a.md',
    root: '/project/posts',
    path: '2011/a.md',
  });
  expect(() => foundIn('/project/posts', '/project/drafts/a.md', '/project')).toThrow(
    '/project/drafts/a.md does not lie in /project/posts',
  );
  expect(shownPath('/project', '/project')).toBe('');
});
