import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'links-'));
  for (const name of ['incoming', 'pending', 'tombstones', 'plans'])
    mkdirSync(join(folder, 'st', name), { recursive: true });
  for (const name of ['ledger.jsonl', 'ledger.head']) writeFileSync(join(folder, 'st', name), '');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each(['incoming', 'pending', 'tombstones', 'plans', 'ledger.jsonl', 'ledger.head'])(
  'a store whose %s is a link out of it is refused, and nothing is written there',
  async (name) => {
    const path = join(folder, 'st', name);
    const elsewhere = join(folder, 'elsewhere');
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
    await expect(openStore(join(folder, 'st'), { create: true })).rejects.toThrow(
      `${path} is a link, and a store writes nothing outside of its folder: put there what it leads to`,
    );
    expect(readdirSync(folder)).toEqual(['elsewhere', 'st']);
  },
);

test('a link that leads nowhere is refused too', async () => {
  rmSync(join(folder, 'st', 'plans'), { recursive: true });
  symlinkSync(join(folder, 'none'), join(folder, 'st', 'plans'));
  await expect(openStore(join(folder, 'st'))).rejects.toThrow('is a link');
});

test('a store may itself be reached by a link', async () => {
  symlinkSync(join(folder, 'st'), join(folder, 'by-link'));
  expect((await openStore(join(folder, 'by-link'))).path).toBe(join(folder, 'by-link'));
});
