import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../../src/records/ledger/ledger-event.ts';
import { appendEvent } from '../../../src/records/store/append-event.ts';
import { readLedgerFile } from '../../../src/records/store/ledger-file.ts';
import { openStore, type Store } from '../../../src/records/store/store.ts';
import { withLock } from '../../../src/records/store/with-lock.ts';

const at = new Date('2026-03-01T12:00:00.789Z');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const hold = (id: string): LedgerEvent => ({
  event: 'hold-placed',
  records: ['a'],
  holdId: id,
  matter: 'm',
  authority: 'x',
  by: 'y',
});

async function filled(): Promise<Store> {
  const store = await openStore(join(folder, 's'), { create: true });
  await withLock(store, async (locked) => {
    await appendEvent(locked, hold('h1'), at);
    await appendEvent(locked, hold('h2'), at);
  });
  return store;
}

describe('the ledger on the disk', () => {
  test('each line has the hash of the one before, and the head that of the last', async () => {
    const store = await filled();
    const [first = '', second = '', rest] = readFileSync(join(store.path, 'ledger.jsonl'), 'utf8').split(
      '\n',
    );
    expect(rest).toBe('');
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(JSON.parse(first)).toMatchObject({ prev: '0'.repeat(64), seq: 1, at: '2026-03-01T12:00:00Z' });
    expect(JSON.parse(second)).toMatchObject({ prev: sha256(first), seq: 2 });
    const ledger = await readLedgerFile(store);
    expect(ledger.head).toEqual({ count: 2, hash: sha256(second) });
    expect(ledger.problems).toEqual([]);
    expect(readFileSync(join(store.path, 'ledger.head'), 'utf8')).toContain(sha256(second));
    expect(readdirSync(store.path)).toEqual(['incoming', 'ledger.head', 'ledger.jsonl']);
  });

  test('two at once wait for each other', async () => {
    const store = await openStore(join(folder, 's'), { create: true });
    const add = (id: string): Promise<void> =>
      withLock(store, async (locked) => {
        await appendEvent(locked, hold(`${id}1`), at);
        await appendEvent(locked, hold(`${id}2`), at);
      });
    await Promise.all([add('a'), add('b'), add('c')]);
    const { entries, problems } = await readLedgerFile(store);
    const ids = entries.map((entry) => (entry.event === 'hold-placed' ? entry.holdId : ''));
    expect(problems).toEqual([]);
    expect(ids.toSorted()).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2']);
    expect(ids.map((id) => id[1]).join('')).toBe('121212');
  });
});
