import { existsSync, symlinkSync, utimesSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { entryPath, openCache } from '../../src/cache/cache-folder.ts';
import { clearCache, countCache, trimCache } from '../../src/cache/trim-cache.ts';
import { sha256Of } from '../../src/files/digest.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const mostBytes = 1_000_000;
const key = (name: string): string => sha256Of(name);
const part = (text: string): { bytes: number; sha256: string; content: Uint8Array } => ({
  bytes: text.length,
  sha256: sha256Of(text),
  content: Buffer.from(text),
});

test('an entry has what was kept, and its parts are read one by one', async () => {
  const folder = join(await temporaryFolder({}), 'a/cache');
  const cache = openCache({ folder, mostBytes });
  expect(cache.find(key('a'))).toBeUndefined();
  cache.keep(key('a'), { words: 'é'.repeat(40_000) }, [part('one'), part(''), part('three')]);
  const found = openCache({ folder, mostBytes }).find(key('a'));
  expect(found?.value).toEqual({ words: 'é'.repeat(40_000) });
  expect([0, 1, 2, 3].map((number) => found?.read(number)?.toString())).toEqual([
    'one',
    '',
    'three',
    undefined,
  ]);
  expect(cache.find(key('b'))).toBeUndefined();
});

test('small results are those that the last run asked for', async () => {
  const folder = join(await temporaryFolder({}), 'cache');
  const asked = (names: readonly string[]): readonly string[] => {
    const made: string[] = [];
    const cache = openCache({ folder, mostBytes });
    cache.keep(key('x'), {}, []);
    for (const name of names) expect(cache.memo(name, () => (made.push(name), { name }))).toEqual({ name });
    cache.finish();
    return made;
  };
  expect(asked(['a', 'b'])).toEqual(['a', 'b']);
  expect(asked(['a', 'b'])).toEqual([]);
  expect(asked(['b'])).toEqual([]);
  expect(asked(['a', 'b'])).toEqual(['a']);
  const bytes = await readFile(join(folder, 'plans'));
  await writeFile(join(folder, 'plans'), bytes.subarray(0, -1));
  expect(asked(['a', 'b'])).toEqual(['a', 'b']);
});

test('what was used longest ago goes first, with what a killed run left half; what else lies there stays', async () => {
  const folder = join(await temporaryFolder({}), 'cache');
  const cache = openCache({ folder, mostBytes });
  for (const name of ['a', 'b', 'c', 'd']) cache.keep(key(name), {}, [part('x'.repeat(1000))]);
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => entryPath(folder, key(name)));
  const now = 2_000_000_000;
  for (const [path = '', age] of [
    [a, 10],
    [b, 4000],
    [c, 30],
    [d, 20],
  ] as const)
    utimesSync(path, now - age, now - age);
  const half = `${entryPath(folder, key('e'))}.7.part`;
  const young = `${entryPath(folder, key('f'))}.7.part`;
  for (const [path, age] of [
    [half, 4000],
    [young, 10],
  ] as const) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'half');
    utimesSync(path, now - age, now - age);
  }
  await writeFile(join(folder, 'mine.txt'), 'mine');
  const { bytes } = countCache({ folder, mostBytes });
  trimCache({ folder, mostBytes: bytes }, now);
  expect([a, b, c, d, half, young].map((path = '') => existsSync(path))).toEqual([
    true,
    true,
    true,
    true,
    false,
    true,
  ]);
  trimCache({ folder, mostBytes: bytes - 1 }, now);
  expect([a, b, c, d].map((path = '') => existsSync(path))).toEqual([true, false, true, true]);
  // Who finds an entry uses it.
  cache.find(key('c'));
  trimCache({ folder, mostBytes: 2000 }, now);
  expect(countCache({ folder, mostBytes }).entries).toBe(1);
  expect(clearCache(folder)).toBe(1);
  expect(countCache({ folder, mostBytes })).toMatchObject({ entries: 0, bytes: 0 });
  expect(await readdir(folder)).toContain('mine.txt');
});

test('a run keeps no more than the folder may have', async () => {
  const folder = join(await temporaryFolder({}), 'cache');
  const cache = openCache({ folder, mostBytes: 3000 });
  for (const name of ['a', 'b', 'c', 'd']) cache.keep(key(name), {}, [part('x'.repeat(1000))]);
  cache.finish();
  expect(countCache({ folder, mostBytes }).entries).toBe(2);
});

test('where nothing can be written nothing is kept, and nobody is told', async () => {
  const folder = join(await temporaryFolder({ '.tagleaf': 'a file' }), '.tagleaf/cache');
  const cache = openCache({ folder, mostBytes });
  cache.keep(key('a'), {}, []);
  cache.finish();
  expect(cache.find(key('a'))).toBeUndefined();
  expect(cache.memo('a', () => 1)).toBe(1);
});

test.runIf(existsSync('/dev/full'))(
  'a full disk ends the keeping of a run, and leaves nothing half',
  async () => {
    const folder = join(await temporaryFolder({}), 'cache');
    const cache = openCache({ folder, mostBytes });
    const path = entryPath(folder, key('a'));
    await mkdir(dirname(path), { recursive: true });
    symlinkSync('/dev/full', `${path}.${process.pid}.part`);
    cache.keep(key('a'), {}, [part('x')]);
    cache.keep(key('b'), {}, [part('x')]);
    cache.finish();
    expect(await readdir(dirname(path))).toEqual([]);
    expect(countCache({ folder, mostBytes }).entries).toBe(0);
  },
);
