import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestBytes, digestFile, sha256Of, sha256OfFile, sha512Of } from '../../src/files/digest.ts';
import {
  readRegularFile,
  readRegularFileSync,
  readRegularText,
  withRegularFile,
} from '../../src/files/regular-file.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

// FIPS 180-4 and RFC 1321 give these for “abc”.
const ofAbc = {
  md5: '900150983cd24fb0d6963f7d28e17f72',
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sha512:
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
};

test('text is digested as UTF-8', () => {
  expect(sha256Of('abc')).toBe(ofAbc.sha256);
  expect(sha512Of('abc')).toBe(ofAbc.sha512);
  expect(sha256Of('é')).toBe(sha256Of(Uint8Array.of(0xc3, 0xa9)));
  expect(sha256Of('é')).not.toBe(sha256Of(Uint8Array.of(0xe9)));
});

test('bytes have a digest for each algorithm', () => {
  expect(digestBytes(Buffer.from('abc'), ['md5', 'sha256', 'sha512'])).toEqual({ bytes: 3, digests: ofAbc });
  expect(digestBytes(Buffer.from('abc'), [])).toEqual({ bytes: 3, digests: {} });
});

test('a file is read once for all digests, in blocks', async () => {
  const large = Buffer.alloc(2 * 1024 * 1024 + 1, 'words ');
  const folder = await temporaryFolder({ small: 'abc', large, empty: '' });
  expect(await sha256OfFile(join(folder, 'small'))).toBe(ofAbc.sha256);
  expect(await sha256OfFile(join(folder, 'empty'))).toBe(sha256Of(''));
  const blocks: Uint8Array[] = [];
  const digested = await withRegularFile(join(folder, 'large'), 'refuse', (file) =>
    digestFile(file, ['sha256', 'sha512'], async (block) => {
      blocks.push(Uint8Array.from(block));
    }),
  );
  expect(digested).toEqual({
    bytes: large.length,
    digests: { sha256: sha256Of(large), sha512: sha512Of(large) },
  });
  expect(blocks.map(({ length }) => length)).toEqual([1024 * 1024, 1024 * 1024, 1]);
  expect(Buffer.concat(blocks).equals(large)).toBe(true);
});

test('only a regular file is opened, and one that is no larger than it may be', async () => {
  const folder = await temporaryFolder({ file: 'abc' });
  const at = (name: string): string => join(folder, name);
  symlinkSync('file', at('link'));
  execFileSync('mkfifo', [at('pipe')]);
  expect((await readRegularFile(at('file'), { links: 'refuse', atMost: 3 })).toString()).toBe('abc');
  expect((await readRegularFile(at('link'), { links: 'follow', atMost: 3 })).toString()).toBe('abc');
  const refused = async (name: string, links: 'follow' | 'refuse', atMost = 3): Promise<unknown> =>
    readRegularFile(at(name), { links, atMost }).then(
      () => 'read',
      (error: unknown) => (error instanceof Error ? error.message : error),
    );
  expect(await refused('file', 'follow', 2)).toBe('it has 3 bytes, more than 2');
  expect(await refused('link', 'refuse')).toBe(
    `ELOOP: too many symbolic links encountered, open '${at('link')}'`,
  );
  expect(await refused('pipe', 'follow')).toBe(`${at('pipe')} is not a regular file`);
  expect(await refused('.', 'follow')).toBe(`${folder} is not a regular file`);
  expect(await readRegularText(at('link'))).toBe('abc');
  await expect(readRegularText(at('pipe'))).rejects.toThrow('is not a regular file');
  expect(readRegularFileSync(at('link')).toString()).toBe('abc');
  expect(() => readRegularFileSync(at('pipe'))).toThrow(`${at('pipe')} is not a regular file`);
  expect(() => readRegularFileSync('/dev/zero')).toThrow('/dev/zero is not a regular file');
  expect(await refused('none', 'follow')).toBe(`ENOENT: no such file or directory, open '${at('none')}'`);
});
