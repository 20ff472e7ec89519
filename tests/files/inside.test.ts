import { symlink } from 'node:fs/promises';
import { join, posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { pathInside, realPathInside } from '../../src/files/inside.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

test.each([
  ['a file', '/posts', '/posts/a.md', 'a.md'],
  ['a file further down', '/posts', '/posts/2011/a.md', '2011/a.md'],
  ['the folder itself', '/posts', '/posts', ''],
  ['the folder with a slash at the end', '/posts/', '/posts', ''],
  ['a folder with a slash at the end', '/posts', '/posts/2011/', '2011'],
  ['the root', '/', '/a.md', 'a.md'],
  ['a name that begins with two full stops', '/posts', '/posts/..x/a.md', '..x/a.md'],
  ['a name of three full stops', '/posts', '/posts/...', '...'],
  ['a way that leads back', '/posts', '/posts/../posts/a.md', 'a.md'],
  ['a backslash is part of a name', '/posts', '/posts/a\\b.md', 'a\\b.md'],
  ['the folder above', '/posts', '/', undefined],
  ['a neighbour', '/posts', '/drafts/a.md', undefined],
  ['a neighbour whose name begins alike', '/posts', '/posts-2/a.md', undefined],
  ['a way that leads out', '/posts', '/posts/../a.md', undefined],
])('inside a folder: %s', (_, folder, file, inside) => {
  expect(pathInside(folder, file, posix)).toBe(inside);
});

test.each([
  ['parts are parted by slashes', 'C:\\posts', 'C:\\posts\\2011\\a.md', '2011/a.md'],
  ['either sign parts them', 'C:\\posts', 'C:/posts/2011/a.md', '2011/a.md'],
  ['the folder itself', 'C:\\posts\\', 'C:\\posts', ''],
  ['a name that begins with two full stops', 'C:\\posts', 'C:\\posts\\..x\\a.md', '..x/a.md'],
  ['the folder above', 'C:\\posts', 'C:\\a.md', undefined],
  ['another drive', 'C:\\posts', 'D:\\posts\\a.md', undefined],
  ['another computer', 'C:\\posts', '\\\\host\\posts\\a.md', undefined],
])('inside a folder of Windows: %s', (_, folder, file, inside) => {
  expect(pathInside(folder, file, win32)).toBe(inside);
});

test('links are followed only where that is asked for', async () => {
  const root = await temporaryFolder({ 'secret.png': '', 'posts/..x/a.png': '' });
  const posts = join(root, 'posts');
  await symlink('../secret.png', join(posts, 'out.png'));
  await symlink('..x/a.png', join(posts, 'in.png'));
  await symlink('posts', join(root, 'linked'));
  const inside = (name: string): Promise<string | undefined> => realPathInside(posts, join(posts, name));

  expect(pathInside(posts, join(posts, 'out.png'))).toBe('out.png');
  expect(await inside('out.png')).toBeUndefined();
  expect(pathInside(posts, join(posts, 'in.png'))).toBe('in.png');
  expect(await inside('in.png')).toBe('..x/a.png');
  expect(pathInside(posts, join(root, 'linked/in.png'))).toBeUndefined();
  expect(await realPathInside(posts, join(root, 'linked/in.png'))).toBe('..x/a.png');
  expect(await inside('.')).toBe('');
  expect(await inside('none.png')).toBeUndefined();
});
