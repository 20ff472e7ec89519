import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { correctClock } from '../../src/custody/correct-clock.ts';
import { placeHold } from '../../src/custody/hold-records.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore, type StoreReport } from '../../src/verify/verify-store.ts';
import { fileRecord, openTestStore, threeYears } from '../store/make-store.ts';

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  store = await openTestStore(folder);
  await fileRecord(store, { id: 'a', retention: threeYears });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (time: string): { readonly now: () => Date } => ({ now: () => new Date(time) });
const today = at('2024-07-01T10:00:00Z');
const hold = (when = today): Promise<unknown> =>
  placeHold({ store, matter: 'Doe', authority: 'GC', by: 'J. Doe', records: ['a'] }, when);
const verify = (when = today, olderThanDays?: number): Promise<StoreReport> =>
  verifyStore({ store, ...(olderThanDays === undefined ? {} : { olderThanDays }) }, when);

test('an audit of a day to come does not keep a bag from being read', async () => {
  await verify(at('2099-01-01T00:00:00Z'));
  writeFileSync(join(store.path, 'a_v0001/data/source/post.md'), 'Wards of a.\n');
  const report = await verify(today, 90);
  expect(report.skipped).toEqual([]);
  expect(report.findings.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['ledger-time-future', 'file-changed']),
  );
  expect(report.sound).toBe(false);
});

test('an audit by a clock that was wrong counts no longer once that is entered', async () => {
  await verify(at('2024-07-20T10:00:00Z'));
  await correctClock({ store, by: 'R. Clerk', reason: 'three weeks fast' }, today);
  expect((await verify(at('2024-07-25T10:00:00Z'), 90)).skipped).toEqual([]);
  expect((await verify(at('2024-07-26T10:00:00Z'), 90)).skipped).toEqual(['a']);
});

test('a line of more than a day before the last is refused, and a correction lets the store go on', async () => {
  await hold(at('2099-01-01T00:00:00Z'));
  const before = readFileSync(join(store.path, 'ledger.jsonl'), 'utf8');
  await expect(hold()).rejects.toThrow(
    'The last line of the ledger is of 2099-01-01T00:00:00Z, but the clock of this machine says 2024-07-01T10:00:00Z: one of them is wrong (clock-wrong; 36 CFR 1236.10). Set the clock of the machine. If it is right',
  );
  const untimely = await verify();
  expect(untimely.findings.map(({ id }) => id)).toEqual(['ledger-time-future']);
  expect(untimely.audit).toMatchObject({ because: expect.stringContaining('The last line of the ledger') });
  expect(readFileSync(join(store.path, 'ledger.jsonl'), 'utf8')).toBe(before);
  await correctClock({ store, by: 'R. Clerk', reason: 'the battery was empty' }, today);
  await hold();
  expect((await verify()).findings).toEqual([]);
  // What is held against it is refused as before.
  await expect(hold(at('2024-06-29T10:00:00Z'))).rejects.toThrow('clock-wrong');
});

test('some hours are no fault, as machines and zones differ', async () => {
  await hold();
  await hold(at('2024-06-30T11:00:00Z'));
  expect((await verify()).findings).toEqual([]);
});

test('a file of the same name in another Unicode form is named as such', async () => {
  const manifest = join(store.path, 'a_v0001/manifest-sha512.txt');
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, `${text}${'0'.repeat(128)}  data/source/e\u0301.md\n`);
  writeFileSync(join(store.path, 'a_v0001/data/source/\u00e9.md'), 'x');
  const { findings } = await verify();
  expect(findings.map(({ reason }) => reason)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('a file of the same name in another Unicode form is there'),
    ]),
  );
});

test('a path of a megabyte in a damaged manifest does not become a line of a megabyte', async () => {
  const manifest = join(store.path, 'a_v0001/manifest-sha512.txt');
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, `${text}${'0'.repeat(128)}  data/source/${'x'.repeat(1_000_000)}\n`);
  expect((await verify()).sound).toBe(false);
  const line = readFileSync(join(store.path, 'ledger.jsonl'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
  expect(line).toContain('"outcome":"fail"');
  expect(line.length).toBeLessThan(20_000);
});

test('a reason that nobody would read is refused', async () => {
  const correct = (reason: string): Promise<unknown> =>
    correctClock({ store, by: 'R. Clerk', reason }, today);
  await expect(correct('x'.repeat(4001))).rejects.toThrow(
    '“reason” has 4001 characters; the ledger takes 4000',
  );
  await correct('x'.repeat(4000));
});
