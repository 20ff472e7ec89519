import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { readWaiverSecret, waiverSecret } from '../../src/store/waiver-secret.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { crashAt } from './failing-files.ts';

const made = async (): ReturnType<typeof openStore> =>
  openStore(join(await temporaryFolder({}), 'store'), { create: true });

test('a store gets one secret, which only its owner reads, however many processes ask at once', async () => {
  const store = await made();
  expect(await readWaiverSecret(store)).toBeUndefined();
  const secrets = await Promise.all([waiverSecret(store), waiverSecret(store), waiverSecret(store)]);
  const path = join(store.path, 'waivers.secret');
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/^[0-9a-f]{64}\n$/u);
  expect(secrets.map((secret) => secret.toString('hex'))).toEqual(Array(3).fill(text.trim()));
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await waiverSecret(store)).toString('hex')).toBe(text.trim());
});

test('two stores have two secrets', async () => {
  const [one, other] = [await waiverSecret(await made()), await waiverSecret(await made())];
  expect(one.equals(other)).toBe(false);
});

test('one that is lost, or was never written to its end, is made anew; one that is damaged is not', async () => {
  const store = await made();
  const path = join(store.path, 'waivers.secret');
  const first = await waiverSecret(store);
  await rm(path);
  const second = await waiverSecret(store);
  expect(second.equals(first)).toBe(false);
  await writeFile(path, second.toString('hex').slice(0, 20));
  await chmod(path, 0o644);
  expect((await waiverSecret(store)).length).toBe(32);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  await writeFile(path, 'not a secret\n');
  await expect(waiverSecret(store)).rejects.toThrow('is damaged: put it back from a copy of the store');
  expect(await readFile(path, 'utf8')).toBe('not a secret\n');
});

test('a process that is killed while it makes one leaves a store in which the next makes it', async () => {
  const { files } = crashAt(1);
  const store = await made();
  await expect(waiverSecret({ ...store, files })).rejects.toThrow('ECRASH');
  expect((await waiverSecret(store)).length).toBe(32);
});
