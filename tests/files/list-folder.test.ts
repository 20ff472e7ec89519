import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import { listBelow } from '../../src/files/list-below.ts';
import { listFolder } from '../../src/files/list-folder.ts';
import { listFiles, listNames } from '../../src/files/list-names.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { latin1, tooDeepFolder } from './odd-names.ts';

test('the names of a folder come in the order of their code points, each with what it is', async () => {
  const folder = await temporaryFolder({ '\u{1F600}': '', ｆ: '', '.a': '', 'b/c': '' });
  symlinkSync('nowhere', join(folder, 'l'));
  execFileSync('mkfifo', [join(folder, 'p')]);
  const entries = (await listFolder(folder)) ?? [];
  expect(entries.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    '.a file',
    'b folder',
    'l link',
    'p other',
    'ｆ file',
    '\u{1F600} file',
  ]);
  expect(entries.every(({ isUtf8 }) => isUtf8)).toBe(true);
  expect(await listNames(folder)).toEqual(entries.map(({ name }) => name));
  expect(await listFiles(folder)).toEqual(['ｆ', '\u{1F600}']);
});

test('a name that is not UTF-8 says so', async () => {
  const folder = await temporaryFolder({});
  writeFileSync(latin1(folder, 'r\u00e9sum\u00e9.txt'), '');
  writeFileSync(join(folder, 'r\u00e9sum\u00e9.md'), '');
  expect((await listFolder(folder))?.map(({ name, isUtf8 }) => [name, isUtf8])).toEqual([
    ['r\u00e9sum\u00e9.md', true],
    ['r\ufffdsum\ufffd.txt', false],
  ]);
});

test('what is not there is told from what cannot be read', async () => {
  const folder = await temporaryFolder({ file: '' });
  expect(await listFolder(join(folder, 'none'))).toBe(undefined);
  expect(await listBelow(join(folder, 'none'), () => true)).toBe(undefined);
  await expect(listFolder(join(folder, 'file'), 'the file')).rejects.toThrow(
    new ResourceError('Cannot read the file', { path: join(folder, 'file') }),
  );
});

test('what stands below a folder is listed by its path; no link is followed', async () => {
  const folder = await temporaryFolder({ 'b/c/d.md': '', 'b/x.txt': '', 'a.md': '', 'b-1/e.md': '' });
  symlinkSync('b', join(folder, 'l.md'));
  expect(await listBelow(folder, (name) => name.endsWith('.md'))).toEqual([
    'a.md',
    'b-1/e.md',
    'b/c/d.md',
    'l.md',
  ]);
});

test('below a folder, a name that is not UTF-8 matters where it may be wanted', async () => {
  const folder = await temporaryFolder({ 'a.md': '' });
  writeFileSync(latin1(folder, '\u00e9.txt'), '');
  const list = () => listBelow(folder, (name) => name.endsWith('.md'));
  expect(await list()).toEqual(['a.md']);
  mkdirSync(latin1(folder, '\u00e9'));
  const path = join(folder, '\ufffd');
  await expect(list()).rejects.toThrow(
    new ResourceError(`Cannot read ${path}: its name is not UTF-8; rename it`, { path }),
  );
});

test('a folder that cannot be read ends the list of what stands below', async () => {
  const folder = await temporaryFolder({ 'a.md': '' });
  tooDeepFolder(folder);
  await expect(listBelow(folder, () => true)).rejects.toThrow(/^Cannot read .*\/d{200}$/u);
});

test('one file lists folders, and beside it that of bags, which must be fast', () => {
  const src = join(import.meta.dirname, '../../src');
  const listing = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.ts') && /\breaddir(?:Sync)?\b/u.test(readFileSync(join(src, path), 'utf8')),
    )
    .map((path) => path.replaceAll('\\', '/'));
  expect(listing.toSorted()).toEqual(['bag/list-bag.ts', 'files/list-folder.ts']);
});
