import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ResourceError, UsageError } from '../../src/diagnostics/errors.ts';
import { sha256Of } from '../../src/files/digest.ts';
import { getWhole, openContentStore } from '../../src/queue/content-store.ts';
import { loadPackages } from '../../src/queue/load-packages.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';

const words = Buffer.from('words');
const digest = sha256Of(words);
const name = `sha256/${digest.slice(0, 2)}/${digest.slice(2)}`;

test('bytes are kept by their digest, once, and come back', async () => {
  const folder = await temporaryFolder({});
  const store = await openContentStore(pathToFileURL(folder).href);
  expect(await store.get(digest)).toBeUndefined();
  expect(await store.put(words)).toBe(digest);
  expect(await store.put(words)).toBe(digest);
  expect(await store.get(digest)).toEqual(words);
  expect(await getWhole(store, digest)).toEqual(words);
  // Nothing is left beside it.
  expect(await listFiles(folder)).toEqual([name]);
});

test.each([
  ['other bytes', Buffer.from('sword')],
  ['half of them', words.subarray(0, 2)],
  ['none', Buffer.alloc(0)],
])('what was damaged is noticed, and made again: %s', async (_, damaged) => {
  const folder = await temporaryFolder({ [name]: damaged });
  const store = await openContentStore(pathToFileURL(folder).href);
  expect(await store.get(digest)).toBeUndefined();
  await expect(getWhole(store, digest)).rejects.toThrow(
    new ResourceError(`${digest} is not in ${folder}, or is damaged there`, { path: folder }),
  );
  await store.put(words);
  expect(await readFile(join(folder, name), 'utf8')).toBe('words');
});

test('a digest that leads elsewhere is none', async () => {
  const folder = await temporaryFolder({ 'secret.txt': 'secret' });
  const store = await openContentStore(pathToFileURL(join(folder, 'store')).href);
  for (const asked of ['../../../secret.txt', `${digest}/..`, digest.toUpperCase(), '']) {
    expect(await store.get(asked)).toBeUndefined();
  }
});

test('two that put the same at once leave it whole', async () => {
  const folder = await temporaryFolder({});
  const store = await openContentStore(pathToFileURL(folder).href);
  const many = Buffer.alloc(300_000, 'a');
  await Promise.all(Array.from({ length: 8 }, () => store.put(many)));
  expect((await store.get(sha256Of(many)))?.length).toBe(many.length);
  expect(await listFiles(folder)).toHaveLength(1);
});

test('a folder that is a file fails, and leaves it', async () => {
  const folder = await temporaryFolder({ store: 'a file' });
  const store = await openContentStore(pathToFileURL(join(folder, 'store')).href);
  await expect(store.put(words)).rejects.toThrow(ResourceError);
  expect(await readFile(join(folder, 'store'), 'utf8')).toBe('a file');
});

test('what stands in place of an object and is none is no object', async () => {
  const folder = await temporaryFolder({});
  const store = await openContentStore(pathToFileURL(folder).href);
  await mkdir(join(folder, name), { recursive: true });
  await expect(store.get(digest)).rejects.toThrow(ResourceError);
  expect(await readdir(dirname(join(folder, name)))).toEqual([digest.slice(2)]);
});

test.each([
  ['ftp://a.gov/store', '--store-url takes file:///folder or s3://bucket/prefix'],
  ['/srv/store', '--store-url takes file:///folder or s3://bucket/prefix'],
  ['s3:///prefix', '--store-url takes s3://bucket/prefix'],
  ['file://other/folder', '--store-url takes a folder of this machine as file:///folder'],
  [
    's3://key:secret@bucket/prefix',
    'the address of a store holds no credentials: S3 takes them from the environment',
  ],
])('no store is opened at %s', async (address, message) => {
  await expect(openContentStore(address)).rejects.toThrow(new UsageError(message));
});

test('a package that is not installed is named, with the command that installs it', async () => {
  const missing = Object.assign(new Error("Cannot find package 'ioredis'"), { code: 'ERR_MODULE_NOT_FOUND' });
  await expect(loadPackages(['bullmq', 'ioredis'], () => Promise.reject(missing))).rejects.toThrow(
    new UsageError('this needs `bullmq` and `ioredis`, not installed here: npm install bullmq ioredis'),
  );
  const other = new Error('it is broken');
  await expect(loadPackages(['bullmq'], () => Promise.reject(other))).rejects.toBe(other);
});

test('a file in the store that nobody asked for is nobody’s', async () => {
  const folder = await temporaryFolder({});
  await writeFile(join(folder, 'note.txt'), 'mine');
  const store = await openContentStore(pathToFileURL(folder).href);
  await store.put(words);
  expect(await listFiles(folder)).toEqual(['note.txt', name]);
});
