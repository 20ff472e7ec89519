import { join } from 'node:path';
import { expect, test } from 'vitest';
import { globPosts } from '../../src/project/glob-posts.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const paths = [
  'README.md',
  '_config.yml',
  '_x/b.md',
  'a.md',
  'a.txt',
  'node_modules/p/README.md',
  'node_modules/p/x.md',
  'sub/c.md',
];

test.each([
  ['**/*.md', ['a.md', 'sub/c.md'], ['README.md: readme', '_x: underscore', 'node_modules: packages']],
  ['*.md', ['a.md'], ['README.md: readme']],
  ['_x/*', ['_x/b.md'], []],
  ['node_modules/p/*.md', ['node_modules/p/README.md', 'node_modules/p/x.md'], []],
  ['s*/*', ['sub/c.md'], []],
])('%s', async (pattern, files, passed) => {
  const cwd = await temporaryFolder(Object.fromEntries(paths.map((path) => [path, ''])));
  const found = await globPosts(pattern, cwd, { cwd, drafts: false });
  expect(found.paths).toEqual(files.map((file) => join(cwd, file)));
  expect(found.passedOver.map(({ file, why }) => `${file}: ${why}`)).toEqual(passed);
});
