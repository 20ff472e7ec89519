import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import { portablePath } from '../../src/publish/portable-path.ts';
import { build } from './build.ts';
import { temporaryFolder } from './temporary-folder.ts';

const post = '---\ntitle: T\nlang: en\n---\n\nWords.\n';
const run = { formats: ['epub' as const], out: 'out', pageList: false };

const list = (cwd: string): Promise<string> => readFile(join(cwd, 'out/.tagleaf-files'), 'utf8');

test('a file of the user is not written over, and the other posts are built', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post, 'posts/b.md': post, 'out/a.epub': 'mine' });
  const { files, messages, failures } = await build({ cwd, ...run });
  expect(files.map(({ path }) => path)).toEqual(['out/b.epub']);
  expect(messages.map(({ ruleId, reason, file }) => [ruleId, reason, file])).toEqual([
    ['output-foreign', 'out/a.epub is there already, and no run of Tagleaf wrote it', 'posts/a.md'],
  ]);
  expect(failures).toEqual([]);
  expect(await readFile(join(cwd, 'out/a.epub'), 'utf8')).toBe('mine');
  expect(await list(cwd)).toBe('b.epub\nlinks.csv\n');
});

test('with force it is, and from then on the file is ours', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post, 'out/a.epub': 'mine' });
  expect((await build({ cwd, ...run, force: true })).messages).toEqual([]);
  expect((await build({ cwd, ...run })).messages).toEqual([]);
  expect(await list(cwd)).toBe('a.epub\nlinks.csv\n');
});

test('a run may repeat one that was killed before its end', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post });
  await build({ cwd, ...run });
  // The names are listed before the files are written; here twice, and one of them was never written.
  await writeFile(join(cwd, 'out/.tagleaf-files'), 'links.csv\na.epub\nlinks.csv\nz.epub\n');
  expect((await build({ cwd, ...run })).messages).toEqual([]);
  expect(await list(cwd)).toBe('a.epub\nlinks.csv\n');
});

test('a book does not write over a file of the user either', async () => {
  const config = { collections: { book: { title: 'B', lang: 'en', posts: 'posts' } } };
  const cwd = await temporaryFolder({ 'posts/a.md': post, 'out/book.epub': 'mine' });
  const { files, messages } = await build({ cwd, ...run, config, collections: true });
  expect(files).toEqual([]);
  expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
    ['output-foreign', 'collections.book'],
  ]);
});

test.each([
  [
    'is a file of the user',
    (path: string) => writeFile(path, 'mine'),
    /^out\/links\.csv is there already, .*--force$/u,
  ],
  ['is a folder', (path: string) => mkdir(path), /^out\/links\.csv is there already/u],
])('where the list of links %s, the posts are built and reported', async (_, put, reason) => {
  const cwd = await temporaryFolder({ 'posts/a.md': post, 'out/x': '' });
  await put(join(cwd, 'out/links.csv'));
  const { files, failures, linkInventory } = await build({ cwd, ...run });
  expect(files.map(({ path }) => path)).toEqual(['out/a.epub']);
  expect(failures).toMatchObject([{ post: 'links.csv', kind: 'resource', stage: 'write' }]);
  expect(failures[0]?.reason).toMatch(reason);
  expect(linkInventory).toBeUndefined();
});

test('a list of links that can no longer be written takes nothing from the report', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post });
  await build({ cwd, ...run });
  await rm(join(cwd, 'out/links.csv'));
  await mkdir(join(cwd, 'out/links.csv'));
  const { files, failures } = await build({ cwd, ...run });
  expect(files.map(({ path }) => path)).toEqual(['out/a.epub']);
  expect(failures.map(({ reason }) => reason.split(' (')[0])).toEqual([
    `Cannot write ${join(cwd, 'out/links.csv')}`,
  ]);
});

test.each(['mine', 'mine/out'])(
  'an output folder that is a file, or lies in one, is named: %s',
  async (out) => {
    const cwd = await temporaryFolder({ 'posts/a.md': post, mine: 'mine' });
    await expect(build({ cwd, ...run, out })).rejects.toThrow(
      new ResourceError(`Cannot write to ${join(cwd, out)}: it is a file, or lies in one`, {
        path: join(cwd, out),
      }),
    );
    expect(await readFile(join(cwd, 'mine'), 'utf8')).toBe('mine');
  },
);

test('half files of killed runs go, those that may still be written and files of the user stay', async () => {
  const old = 'out/.a.epub.0123456789ab.part';
  const young = 'out/.b.epub.0123456789ab.part';
  const mine = 'out/.a.epub.part';
  const cwd = await temporaryFolder({ 'posts/a.md': post, [old]: '', [young]: '', [mine]: '' });
  const past = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of [old, mine]) await utimes(join(cwd, name), past, past);
  await build({ cwd, ...run });
  const stays = async (name: string): Promise<boolean> =>
    readFile(join(cwd, name)).then(
      () => true,
      () => false,
    );
  expect([await stays(old), await stays(young), await stays(mine)]).toEqual([false, true, true]);
});

test.each([
  ['a/b.c', 'a/b.c'],
  ['CON', 'CON_'],
  ['nul.txt', 'nul_.txt'],
  ['com1/lpt9.x', 'com1_/lpt9_.x'],
  ['console', 'console'],
  ['a:b?/c*d', 'a-b-/c-d'],
  ['a. /b.', 'a/b'],
  ['a\u0007b', 'a-b'],
  ['../x', '../x'],
  ['???', '-'],
])('%j can be opened everywhere as %j', (path, portable) => {
  expect(portablePath(path)).toBe(portable);
});

test('a post called as a device is written under a name that can be opened', async () => {
  const cwd = await temporaryFolder({ 'posts/aux.md': post });
  expect((await build({ cwd, ...run })).files.map(({ path }) => path)).toEqual(['out/aux_.epub']);
});
