import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import { changeFile, flushFolder, makeFolder, writeBlock } from '../../src/files/flush.ts';
import { writeWhole } from '../../src/files/write-whole.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { recordFlushes } from './record-flushes.ts';

const words = Buffer.from('words');

test('a file is flushed before it has its name, and its folder after that', async () => {
  const root = await temporaryFolder({ 'out/a.pdf': 'old' });
  const path = join(root, 'out/a.pdf');
  expect(await recordFlushes(root, () => writeWhole(path, words))).toEqual(['out/.a.pdf.*.part', 'out']);
  expect(readFileSync(path, 'utf8')).toBe('words');
  expect(readdirSync(join(root, 'out'))).toEqual(['a.pdf']);
});

test('what is only written is seen to be flushed nowhere', async () => {
  const root = await temporaryFolder({});
  expect(await recordFlushes(root, () => writeFile(join(root, 'a.pdf'), words))).toEqual([]);
});

test('what may be lost is written whole, and flushed nowhere', async () => {
  const root = await temporaryFolder({});
  const path = join(root, 'new/a.pdf');
  expect(await recordFlushes(root, () => writeWhole(path, words, { flushed: false }))).toEqual([]);
  expect(readdirSync(join(root, 'new'))).toEqual(['a.pdf']);
  expect(readFileSync(path, 'utf8')).toBe('words');
});

test('folders that are made on the way are flushed into those above them', async () => {
  const root = await temporaryFolder({});
  const path = join(root, 'new/deep/a.pdf');
  const flushed = await recordFlushes(root, () => writeWhole(path, words));
  expect(flushed).toEqual(['new', '.', 'new/deep/.a.pdf.*.part', 'new/deep']);
  expect(await recordFlushes(root, () => makeFolder(join(root, 'new/deep')))).toEqual([]);
});

test('a folder may be named from the working folder', async () => {
  const root = await temporaryFolder({});
  const before = process.cwd();
  process.chdir(root);
  try {
    expect(await recordFlushes(root, () => makeFolder('new/deep/'))).toEqual(['new', '.']);
    expect(await recordFlushes(root, () => writeWhole('a.pdf', words))).toEqual(['.a.pdf.*.part', '.']);
  } finally {
    process.chdir(before);
  }
});

test.each([
  ['its bytes', (name: string) => (name.endsWith('.part') ? 'EIO' : undefined), 'old'],
  ['the name', (name: string) => (name === '.' ? 'EIO' : undefined), 'words'],
])('where %s cannot be flushed, that is told, and nothing is left beside it', async (_, fail, content) => {
  const root = await temporaryFolder({ 'a.pdf': 'old' });
  const path = join(root, 'a.pdf');
  const error: unknown = await recordFlushes(root, () => writeWhole(path, words), fail).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ResourceError);
  expect(error).toMatchObject({ message: `Cannot write ${path}`, path, cause: { code: 'EIO' } });
  expect(readdirSync(root)).toEqual(['a.pdf']);
  expect(readFileSync(path, 'utf8')).toBe(content);
});

test.each(['EINVAL', 'ENOTSUP'])(
  'a file system that cannot flush a folder (%s) is put up with',
  async (code) => {
    const root = await temporaryFolder({});
    const fail = (name: string): string | undefined => (name === '.' ? code : undefined);
    expect(await recordFlushes(root, () => writeWhole(join(root, 'a.pdf'), words), fail)).toEqual([
      '.a.pdf.*.part',
    ]);
    expect(readFileSync(join(root, 'a.pdf'), 'utf8')).toBe('words');
  },
);

test('a name as long as the disk allows is written', async () => {
  const root = await temporaryFolder({});
  for (const name of [`${'長'.repeat(83)}.pdf`, `${'a'.repeat(251)}.pdf`, `${'😀'.repeat(62)}.pdf`]) {
    await writeWhole(join(root, name), words);
    expect(readFileSync(join(root, name), 'utf8')).toBe('words');
  }
  expect(readdirSync(root)).toHaveLength(3);
});

test('a folder in place of the file is left alone', async () => {
  const root = await temporaryFolder({ 'a.pdf/b': '' });
  await expect(writeWhole(join(root, 'a.pdf'), words)).rejects.toThrow(`Cannot write ${join(root, 'a.pdf')}`);
  expect(readdirSync(root)).toEqual(['a.pdf']);
});

test('a file is changed as it was opened for, and flushed', async () => {
  const root = await temporaryFolder({ 'a.txt': 'words' });
  const path = join(root, 'a.txt');
  const write = (openFor: 'a' | 'w' | 'wx', text: string): Promise<readonly string[]> =>
    recordFlushes(root, () => changeFile(path, openFor, (file) => writeBlock(file, Buffer.from(text))));
  expect([await write('a', ' more'), readFileSync(path, 'utf8')]).toEqual([['a.txt'], 'words more']);
  expect([await write('w', 'new'), readFileSync(path, 'utf8')]).toEqual([['a.txt'], 'new']);
  await expect(write('wx', 'none')).rejects.toThrow('EEXIST');
  const cut = await recordFlushes(root, () => changeFile(path, 'r+', (file) => file.truncate(1)));
  expect([cut, readFileSync(path, 'utf8')]).toEqual([['a.txt'], 'n']);
  await expect(flushFolder(join(root, 'none'))).rejects.toThrow('ENOENT');
});
