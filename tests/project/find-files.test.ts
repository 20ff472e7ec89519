import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFiles, foundIn } from '../../src/project/find-files.ts';
import { shownPath } from '../../src/project/shown-path.ts';
import { UsageError } from '../../src/diagnostics/errors.ts';
import { findPosts } from '../../src/project/find-posts.ts';
import { latin1, tooDeepFolder } from '../files/odd-names.ts';
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
  expect(shownPath('/project', '/project')).toBe('.');
});

test('what cannot be read is told, each by itself, and the rest is found', async () => {
  const cwd = await temporaryFolder({ 'p/a.md': '', 'p/gone/b.md': '', 'p/z.md': '' });
  const posts = join(cwd, 'p');
  writeFileSync(latin1(posts, 'r\u00e9sum\u00e9.md'), '');
  writeFileSync(latin1(posts, 'r\u00e9sum\u00e9.txt'), '');
  mkdirSync(latin1(posts, '\u00e9t\u00e9'));
  tooDeepFolder(posts);
  const found = await findFiles(
    { name: 'p', path: posts },
    {
      cwd,
      accepts: (name) => name.endsWith('.md'),
      passesOver: (name) => {
        if (name === 'gone') rmSync(join(posts, name), { recursive: true });
        return undefined;
      },
    },
  );
  expect(found.files.map(({ file }) => file)).toEqual(['p/a.md', 'p/z.md']);
  const deep = /^p(?:\/d{200})+$/u;
  expect(found.unreadable.map(({ file }) => file.replace(deep, 'DEEP'))).toEqual([
    'DEEP',
    'p/gone',
    'p/r\ufffdsum\ufffd.md',
    'p/\ufffdt\ufffd',
  ]);
  expect(found.unreadable.map(({ error }) => error.message.replaceAll(/\S*\/d{200}\b/gu, 'DEEP'))).toEqual([
    "Cannot read DEEP: ENAMETOOLONG: name too long, scandir DEEP'",
    'Cannot read p/gone: it went away while it was looked at',
    'Cannot read p/r\ufffdsum\ufffd.md: its name is not UTF-8; rename it',
    'Cannot read p/\ufffdt\ufffd: its name is not UTF-8; rename it',
  ]);
});

test('where nothing else is found, what cannot be read is the error', async () => {
  const cwd = await temporaryFolder({ 'p/a.txt': '' });
  writeFileSync(latin1(join(cwd, 'p'), '\u00e9.txt'), '');
  const find = () => findPosts([{ name: 'p', path: join(cwd, 'p') }], { cwd, drafts: false });
  await expect(find()).rejects.toThrow(new UsageError('no posts (.md, .markdown, .mkd, .qmd, .Rmd) in p'));
  writeFileSync(latin1(join(cwd, 'p'), '\u00e9.md'), '');
  await expect(find()).rejects.toThrow('Cannot read p/\ufffd.md: its name is not UTF-8; rename it');
});
