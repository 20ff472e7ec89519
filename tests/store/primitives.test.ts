import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../src/ledger/ledger-event.ts';
import { appendEvent } from '../../src/store/append-event.ts';
import { readLedgerFile } from '../../src/store/ledger-file.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { withLock } from '../../src/store/with-lock.ts';
import { fileRecord, filedAt, openTestStore } from './make-store.ts';

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openTestStore(folder);
  await fileRecord(store, { id: 'a' });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const hold = (holdId: string): LedgerEvent => ({
  event: 'hold-placed',
  records: ['a'],
  holdId,
  matter: 'm',
  authority: 'x',
  by: 'y',
});
const place = (holdId: string): Promise<unknown> =>
  withLock(store, (locked) => appendEvent(locked, hold(holdId), filedAt));
const ledger = (): string => join(store.path, 'ledger.jsonl');
const headFile = (): string => join(store.path, 'ledger.head');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the ledger on the disk', () => {
  test('each line has the hash of the one before, and the head that of the last', async () => {
    await place('h1');
    const [first = '', second = '', rest] = readFileSync(ledger(), 'utf8').split('\n');
    expect(rest).toBe('');
    expect(JSON.parse(first)).toMatchObject({ prev: '0'.repeat(64), seq: 1, at: '2024-05-06T07:08:09Z' });
    expect(JSON.parse(second)).toMatchObject({ prev: sha256(first), seq: 2 });
    const found = await readLedgerFile(store);
    expect(found).toMatchObject({ head: { count: 2, hash: sha256(second) }, problems: [] });
    expect(readFileSync(headFile(), 'utf8')).toBe(`2 ${sha256(second)}\n`);
    expect(readdirSync(store.path)).toEqual(['a_v0001', 'incoming', 'ledger.head', 'ledger.jsonl']);
    expect(readdirSync(join(store.path, 'incoming'))).toEqual([]);
  });

  test('several at once wait for each other', async () => {
    const twice = (id: string): Promise<void> =>
      withLock(store, async (locked) => {
        await appendEvent(locked, hold(`${id}1`), filedAt);
        await appendEvent(locked, hold(`${id}2`), filedAt);
      });
    await Promise.all([twice('a'), twice('b'), twice('c')]);
    const { entries, problems } = await readLedgerFile(store);
    const ids = entries.flatMap((entry) => (entry.event === 'hold-placed' ? [entry.holdId] : []));
    expect(problems).toEqual([]);
    expect(ids.toSorted()).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2']);
    expect(ids.map((id) => id[1]).join('')).toBe('121212');
  });

  test('an event that may not follow is refused, and nothing is written', async () => {
    const before = readFileSync(ledger(), 'utf8');
    const released = { event: 'hold-released', holdId: 'h9', by: 'y', reason: 'z' } as const;
    await expect(withLock(store, (locked) => appendEvent(locked, released, filedAt))).rejects.toThrow(
      'There is no hold h9 (hold-wrong; house rule). `tagleaf records list` names the open holds of the store.',
    );
    expect(readFileSync(ledger(), 'utf8')).toBe(before);
  });
});

describe('what a killed process left', () => {
  test('a line without its end is cut off', async () => {
    const before = readFileSync(ledger(), 'utf8');
    appendFileSync(ledger(), '{"prev":"12');
    expect(await readLedgerFile(store)).toMatchObject({ problems: [], unfinished: 'torn-line' });
    await withLock(store, async () => undefined);
    expect(readFileSync(ledger(), 'utf8')).toBe(before);
    expect(await readLedgerFile(store)).toMatchObject({ problems: [], head: { count: 1 } });
  });

  test('a whole line that the head does not count is counted', async () => {
    const before = readFileSync(headFile());
    await place('h1');
    const after = readFileSync(headFile());
    writeFileSync(headFile(), before);
    expect(await readLedgerFile(store)).toMatchObject({ problems: [], unfinished: 'head-behind' });
    await withLock(store, async () => undefined);
    expect(readFileSync(headFile())).toEqual(after);
  });

  test('a filed bag is moved into its place, another is not', async () => {
    const [place_, incoming] = [join(store.path, 'a_v0001'), join(store.path, 'incoming/a_v0001')];
    renameSync(place_, incoming);
    appendFileSync(join(incoming, 'tagmanifest-sha512.txt'), ' ');
    await withLock(store, async () => undefined);
    expect(readdirSync(join(store.path, 'incoming'))).toEqual(['a_v0001']);
    truncateSync(
      join(incoming, 'tagmanifest-sha512.txt'),
      readFileSync(join(incoming, 'tagmanifest-sha512.txt')).length - 1,
    );
    await withLock(store, async () => undefined);
    expect(readdirSync(join(store.path, 'incoming'))).toEqual([]);
    expect(readdirSync(store.path)).toContain('a_v0001');
  });

  test('a bag that was not filed is cleared away by the next pack, not while it is packed', async () => {
    mkdirSync(join(store.path, 'incoming/b_v0001/data'), { recursive: true });
    mkdirSync(join(store.path, 'incoming/c_v0001/data'), { recursive: true });
    mkdirSync(join(store.path, 'incoming/c_v0001.lock'));
    await fileRecord(store, { id: 'd' });
    expect(readdirSync(join(store.path, 'incoming'))).toEqual(['c_v0001', 'c_v0001.lock']);
  });

  test('its lock is taken over once it is old', async () => {
    const lock = join(store.path, 'ledger.lock');
    mkdirSync(lock);
    utimesSync(lock, new Date(0), new Date(0));
    await place('h1');
    expect(await readLedgerFile(store)).toMatchObject({ head: { count: 2 } });
  });

  test('a lock that is held is waited for no longer than it is said', async () => {
    mkdirSync(join(store.path, 'ledger.lock'));
    const hasty = await openStore(store.path, { lock: { staleMs: 60_000, waitMs: 400 } });
    await expect(withLock(hasty, async () => undefined)).rejects.toThrow(
      `Another process has worked on the store ${store.path} for more than 0 seconds. Nothing was changed; run the command again when the other has ended.`,
    );
  });
});

describe('a ledger that was tampered with', () => {
  const cases: readonly (readonly [string, () => void, string])[] = [
    [
      'a line was edited',
      () => writeFileSync(ledger(), readFileSync(ledger(), 'utf8').replace('"matter":"m"', '"matter":"n"')),
      'Line 3: The line does not follow the one before: its “prev” is another hash',
    ],
    [
      'its last line was cut off',
      () => writeFileSync(ledger(), readFileSync(ledger(), 'utf8').split('\n').slice(0, 2).join('\n') + '\n'),
      'The head counts 3 lines, but there are only 2',
    ],
    ['it was removed', () => rmSync(ledger()), 'ledger.jsonl is missing'],
    ['its head was removed', () => rmSync(headFile()), 'ledger.head is missing'],
    ['its head is none', () => writeFileSync(headFile(), '3\n'), 'ledger.head cannot be read'],
    [
      'it and its head were removed',
      () => {
        rmSync(ledger());
        rmSync(headFile());
      },
      'ledger.jsonl is missing',
    ],
  ];
  test.each(cases)('%s: nothing is changed on its word', async (_name, tamper, reason) => {
    await place('h1');
    await place('h2');
    tamper();
    const again = await openStore(store.path, { lock: store.lock });
    const { problems, unfinished } = await readLedgerFile(again);
    expect(problems.map((problem) => problem.reason)).toContain(reason);
    expect(unfinished).toBeUndefined();
    await expect(withLock(again, (locked) => appendEvent(locked, hold('h3'), filedAt))).rejects.toThrow(
      `The ledger of ${store.path} is broken, so nothing is changed. ${reason} (integrity; 36 CFR 1236.10).`,
    );
  });
});

describe('a folder that is no store', () => {
  test.each([
    ['is not there', () => undefined, 'There is no store'],
    ['is empty', () => mkdirSync(join(folder, 'x')), 'is empty, so it is no store yet'],
    [
      'holds something else',
      () => {
        mkdirSync(join(folder, 'x'));
        writeFileSync(join(folder, 'x/y'), '');
      },
      'is not a store: it has no ledger.jsonl',
    ],
  ])('%s', async (name, make, message) => {
    make();
    await expect(openStore(join(folder, 'x'))).rejects.toThrow(message);
    const creating = openStore(join(folder, 'x'), { create: true });
    if (name === 'holds something else') await expect(creating).rejects.toThrow(message);
    else
      expect(await readLedgerFile(await creating)).toMatchObject({ problems: [], unfinished: 'no-ledger' });
  });
});
