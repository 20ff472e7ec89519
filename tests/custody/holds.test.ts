import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extendHold, reduceHold } from '../../src/custody/change-hold.ts';
import { placeHold, releaseHold } from '../../src/custody/hold-records.ts';
import { listRecords, showRecord } from '../../src/custody/list-records.ts';
import { planDisposal } from '../../src/custody/plan-disposal.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { fileRecord, openTestStore, threeYears } from '../store/make-store.ts';

const context = { now: (): Date => new Date('2024-07-01T10:00:00Z') };
let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openTestStore(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const blog = { retention: threeYears, series: 'Blog' };
const place = (what: { readonly records?: readonly string[]; readonly series?: string }): Promise<unknown> =>
  placeHold({ store, matter: 'Doe', authority: 'GC', by: 'J. Doe', records: [], id: 'h', ...what }, context);
const held = async (): Promise<readonly string[]> =>
  (await listRecords({ store }, context)).records
    .filter(({ holds }) => holds.length > 0)
    .map(({ record }) => record);

describe('a hold on a series', () => {
  test('holds what is filed in it later, and no other', async () => {
    await fileRecord(store, { id: 'a', ...blog });
    await place({ series: 'Blog' });
    await fileRecord(store, { id: 'b', ...blog });
    await fileRecord(store, { id: 'c', ...blog, series: 'Other' });
    await fileRecord(store, { id: 'd', retention: threeYears });
    expect(await held()).toEqual(['a', 'b']);
    const [plan] = await planDisposal({ store, records: [] }, context);
    expect(plan?.plan.records.map(({ record }) => record)).toEqual(['c', 'd']);
    await expect(planDisposal({ store, records: ['b'] }, context)).rejects.toMatchObject({
      refusals: [{ refused: 'held', why: 'b is held for “Doe” (hold h)' }],
    });
    const shown = await showRecord({ store, record: 'b' }, context);
    expect(shown.events.map(({ event }) => event)).toEqual(['hold-placed', 'filed']);
  });

  test('releases all of it, and holds nothing that is filed after that', async () => {
    await fileRecord(store, { id: 'a', ...blog });
    await place({ series: 'Blog' });
    await fileRecord(store, { id: 'b', ...blog });
    const released = await releaseHold({ store, holdId: 'h', by: 'J. Doe', reason: 'settled' }, context);
    expect(released.records).toEqual(['a', 'b']);
    await fileRecord(store, { id: 'c', ...blog });
    expect(await held()).toEqual([]);
  });
});

describe('a hold that is open', () => {
  test('takes more records, and lets go of some', async () => {
    for (const id of ['a', 'b']) await fileRecord(store, { id, retention: threeYears });
    await place({ records: ['a'] });
    await extendHold({ store, holdId: 'h', records: ['b'], by: 'J. Doe' }, context);
    expect(await held()).toEqual(['a', 'b']);
    const options = { store, holdId: 'h', records: ['a'], by: 'J. Doe', reason: 'not relevant' };
    expect(await reduceHold(options, context)).toEqual({ holdId: 'h', records: ['a'], stillHeld: [] });
    expect(await held()).toEqual(['b']);
    await expect(reduceHold(options, context)).rejects.toThrow('a is not held by h (hold-wrong');
    await expect(extendHold({ store, holdId: 'h', records: ['b'], by: 'J. Doe' }, context)).rejects.toThrow(
      'b is held by h already',
    );
  });

  test('and no other', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const options = { store, holdId: 'h', records: ['a'], by: 'J. Doe' };
    await expect(extendHold(options, context)).rejects.toThrow('There is no hold h');
    await place({ records: ['a'] });
    await releaseHold({ store, holdId: 'h', by: 'J. Doe', reason: 'settled' }, context);
    await expect(extendHold(options, context)).rejects.toThrow('Hold h was released already');
  });
});

test('an event names who did it, and says where that is only the account of the machine', async () => {
  const lines = (): readonly string[] =>
    readFileSync(join(store.path, 'ledger.jsonl'), 'utf8').trimEnd().split('\n');
  const stated = await openStore(store.path, { actor: { name: 'R. Clerk', isAccount: false } });
  await fileRecord(stated, { id: 'a' });
  expect(lines().at(-1)).toMatch(/"by":"R\. Clerk"\}$/u);
  const account = await openStore(store.path, { actor: { name: 'rclerk', isAccount: true } });
  await fileRecord(account, { id: 'b' });
  expect(lines().at(-1)).toMatch(/"by":"rclerk","byAccount":true\}$/u);
  // What names somebody itself names nobody else.
  await placeHold({ store: account, matter: 'Doe', authority: 'GC', by: 'J. Doe', records: ['a'] }, context);
  expect(lines().at(-1)).toMatch(/"by":"J\. Doe"\}$/u);
});
