import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { executeDisposal } from '../../src/custody/execute-disposal.ts';
import { placeHold, releaseHold } from '../../src/custody/hold-records.ts';
import { showRecord } from '../../src/custody/list-records.ts';
import { planDisposal } from '../../src/custody/plan-disposal.ts';
import { readSchedule } from '../../src/custody/read-schedule.ts';
import { reportDue } from '../../src/custody/report-due.ts';
import type { Store } from '../../src/store/store.ts';
import { fullAt } from '../store/failing-files.ts';
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

async function dispose(record: string): Promise<void> {
  const [written] = await planDisposal({ store, records: [record] }, context);
  const approval = join(folder, 'approval.json');
  const fields = { approver: 'x', authority: 'DAA-1', date: '2024-07-01', records: [record] };
  writeFileSync(approval, JSON.stringify({ ...fields, plan_sha256: written?.sha256 }));
  await executeDisposal({ store, approval }, context);
}

test('what is due of a version: its authority, its day or the reason why it has none', async () => {
  await fileRecord(store, { id: 'due', retention: threeYears });
  await fileRecord(store, { id: 'open' });
  const { records } = await reportDue({ store }, context);
  expect(records.map(({ title, versions }) => [title, versions])).toEqual([
    [
      'Title of due',
      [
        {
          version: 1,
          authority: 'DAA-1',
          eligibleOn: '2014-01-01',
          arithmetic: expect.arrayContaining(['released on 2010-06-07']),
        },
      ],
    ],
    [
      'Title of open',
      [
        {
          version: 1,
          arithmetic: [],
          reason: 'The record is unscheduled: it is kept until it has a schedule',
        },
      ],
    ],
  ]);
});

test('what is shown of a record is all that concerns it, and nothing else', async () => {
  await fileRecord(store, { id: 'a', retention: threeYears });
  await fileRecord(store, { id: 'b', retention: threeYears });
  const hold = { store, matter: 'Doe', authority: 'GC', by: 'J. Doe' };
  await placeHold({ ...hold, records: ['a'], id: 'first' }, context);
  await placeHold({ ...hold, records: ['b'], id: 'second' }, context);
  await releaseHold({ store, holdId: 'first', by: 'J. Doe', reason: 'settled' }, context);
  await dispose('a');
  const events = async (record: string): Promise<readonly string[]> =>
    (await showRecord({ store, record }, context)).events.map(({ event }) => event);
  expect(await events('a')).toEqual([
    'filed',
    'hold-placed',
    'hold-released',
    'disposal-intended',
    'disposed',
    'disposal-done',
  ]);
  expect(await events('b')).toEqual(['filed', 'hold-placed']);
});

test('a plan names the title of what may go', async () => {
  await fileRecord(store, { id: 'a', retention: threeYears });
  const [written] = await planDisposal({ store, records: [] }, context);
  expect(written?.plan.records.map(({ title }) => title)).toEqual(['Title of a']);
});

test('a record whose versions stand under two authorities cannot be planned', async () => {
  await fileRecord(store, { id: 'a', retention: threeYears });
  await fileRecord(store, { id: 'a', retention: { ...threeYears, authority: 'DAA-2' }, text: 'More.\n' });
  await expect(planDisposal({ store, records: ['a'] }, context)).rejects.toMatchObject({
    refusals: [
      {
        refused: 'schedule-wrong',
        why: 'The versions of a stand under 2 authorities (DAA-1, DAA-2), and one plan has one',
      },
    ],
  });
});

test('a plan for which there is no room is told, and no half of it stays', async () => {
  await fileRecord(store, { id: 'a', retention: threeYears });
  const { files } = fullAt(2, { forEver: false });
  await expect(planDisposal({ store: { ...store, files }, records: ['a'] }, context)).rejects.toThrow(
    /^Cannot write the plan \S+: the disk is full$/u,
  );
  expect(readdirSync(join(store.path, 'plans'))).toEqual([]);
});

test('a tombstone is JSON that says what it is, for people to read', async () => {
  await fileRecord(store, { id: 'a', retention: threeYears });
  await dispose('a');
  const text = readFileSync(join(store.path, 'tombstones/a_v0001.json'), 'utf8');
  expect(text.startsWith('{\n  "tombstone": "tagleaf-tombstone-1",\n  "record": "a",\n')).toBe(true);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
});

test('a schedule takes the start of the fiscal year', () => {
  expect(
    readSchedule({
      disposition: 'temporary',
      period: 'P1Y',
      cutoff: 'filed:fiscal-year',
      fiscalYearStart: '07-01',
    }),
  ).toEqual({
    disposition: 'temporary',
    period: 'P1Y',
    cutoff: { from: 'filed', at: 'fiscal-year' },
    fiscalYearStart: '07-01',
  });
});
