import { symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import { errorCode } from '../../src/files/error-code.ts';
import { listFiles, listNames } from '../../src/files/list-names.ts';
import { isMissing, saysMissing, saysNoFile } from '../../src/files/missing.ts';
import { readIfThere } from '../../src/files/read-if-there.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

/** Names of which each fails in another way. */
async function folderOfFailures(): Promise<string> {
  const root = await temporaryFolder({ 'a.txt': 'words', 'folder/b.txt': '' });
  symlinkSync('loop', join(root, 'loop'));
  symlinkSync('nowhere', join(root, 'dangling'));
  return root;
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => value,
    (error: unknown) =>
      error instanceof ResourceError ? [error.message, errorCode(error.cause)] : errorCode(error),
  );
}

test('the code of an error is told, and only of one that has it', async () => {
  const root = await folderOfFailures();
  expect(await codeOf(readFile(join(root, 'none')))).toBe('ENOENT');
  expect(errorCode(new Error('none'))).toBeUndefined();
  expect(errorCode(Object.assign(new Error('a number'), { code: 2 }))).toBeUndefined();
  expect(errorCode({ code: 'ENOENT' })).toBeUndefined();
  expect(saysMissing(Object.assign(new Error('none'), { code: 'EACCES' }))).toBe(false);
});

test('a name that no file can have says so as one that is not there does', async () => {
  const root = await folderOfFailures();
  const says = (name: string): Promise<unknown> =>
    readFile(join(root, name)).then(
      () => 'read',
      (error: unknown) => [saysMissing(error), saysNoFile(error)],
    );
  expect(await says('a.txt')).toBe('read');
  expect(await says('none')).toEqual([true, true]);
  for (const name of ['folder', 'loop', 'n'.repeat(300), 'a\0b'])
    expect(await says(name)).toEqual([false, true]);
  expect(saysNoFile(Object.assign(new Error('none'), { code: 'EACCES' }))).toBe(false);
});

test.each([
  ['a.txt', false],
  ['folder', false],
  ['loop', false],
  ['dangling', false],
  ['none', true],
  ['none/b.txt', true],
  ['a.txt/b.txt', true],
  ['loop/b.txt', ['Cannot read ', 'ELOOP']],
])('whether %s is missing', async (name, answer) => {
  const path = join(await folderOfFailures(), name);
  const expected = Array.isArray(answer) ? [`${answer[0]}${path}`, answer[1]] : answer;
  expect(await codeOf(isMissing(path))).toEqual(expected);
});

test.each([
  ['a.txt', Buffer.from('words')],
  ['none', undefined],
  ['none/b.txt', undefined],
  ['dangling', undefined],
  ['a.txt/b.txt', ['Cannot read it', 'ENOTDIR']],
  ['folder', ['Cannot read it', 'EISDIR']],
  ['loop', ['Cannot read it', 'ELOOP']],
])('what is read of %s', async (name, expected) => {
  expect(await codeOf(readIfThere(join(await folderOfFailures(), name), 'it'))).toEqual(expected);
});

test('an error calls a file by its path where it has no other name', async () => {
  const root = await folderOfFailures();
  expect(await codeOf(readIfThere(root))).toEqual([`Cannot read ${root}`, 'EISDIR']);
  const file = join(root, 'a.txt');
  expect(await codeOf(listNames(file))).toEqual([`Cannot read ${file}`, 'ENOTDIR']);
  expect(await codeOf(listNames(file, 'it'))).toEqual(['Cannot read it', 'ENOTDIR']);
  expect(await codeOf(listFiles(file))).toEqual([`Cannot read ${file}`, 'ENOTDIR']);
});

test('names are listed in the order of their code points; only files are, where these are asked for', async () => {
  // By UTF-16 the emoji would come first.
  const root = await temporaryFolder({ '😀': '', Ａ: '', 'a.txt': '', '.hidden': '', 'folder/b.txt': '' });
  symlinkSync('a.txt', join(root, 'link'));
  expect(await listNames(root)).toEqual(['.hidden', 'a.txt', 'folder', 'link', 'Ａ', '😀']);
  expect(await listFiles(root)).toEqual(['a.txt', 'Ａ', '😀']);
  expect(await listNames(join(root, 'none'))).toBeUndefined();
  expect(await listFiles(join(root, 'none'))).toBeUndefined();
});
