import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/diagnostics/errors.ts';
import { placeHold, releaseHold, type PlacedHold } from '../../src/custody/hold-records.ts';
import { listRecords, showRecord } from '../../src/custody/list-records.ts';
import { readSchedule } from '../../src/custody/read-schedule.ts';
import type { Refusal } from '../../src/ledger/refusal.ts';
import { RefusedError } from '../../src/store/refused-error.ts';
import { reportDue } from '../../src/custody/report-due.ts';
import { scheduleRecord } from '../../src/custody/schedule-record.ts';
import type { Store } from '../../src/store/store.ts';
import { transferRecord } from '../../src/custody/transfer-record.ts';
import { fileRecord, openTestStore, threeYears } from './make-store.ts';
import { snapshot } from './snapshot.ts';

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

async function refusalsOf(work: Promise<unknown>): Promise<readonly Refusal[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RefusedError) return error.refusals;
    throw error;
  }
  throw new Error('it was not refused');
}
const hold = (what: {
  readonly records?: readonly string[];
  readonly series?: string;
  readonly id?: string;
}): Promise<PlacedHold> =>
  placeHold(
    { store, matter: 'Doe', authority: 'General Counsel', by: 'J. Doe', records: [], ...what },
    context,
  );

describe('a hold', () => {
  test('holds the records of a series that are there, and the collections that list them', async () => {
    await fileRecord(store, { id: 'a', series: 'Blog  posts' });
    await fileRecord(store, { id: 'b', series: 'Other' });
    await fileRecord(store, { id: 'c' });
    await fileRecord(store, { id: 'all', members: ['a', 'b'] });
    expect(await hold({ series: 'Blog  posts', records: ['c'] })).toEqual({
      holdId: 'hold-5',
      records: ['c', 'a'],
      unfinished: [],
      collections: ['all'],
    });
    const { records, holds } = await listRecords({ store }, context);
    expect(records.map(({ record, status, holds: by }) => [record, status, by])).toEqual([
      ['a', 'held', ['hold-5']],
      ['b', 'unscheduled', []],
      ['c', 'held', ['hold-5']],
      ['all', 'held', ['hold-5']],
    ]);
    expect(holds.map(({ id, matter, by }) => [id, matter, by])).toEqual([['hold-5', 'Doe', 'J. Doe']]);
    await hold({ records: ['c'], id: 'second' });
    const released = await releaseHold({ store, holdId: 'hold-5', by: 'J. Doe', reason: 'settled' }, context);
    expect(released).toEqual({ holdId: 'hold-5', records: ['c', 'a'], stillHeld: ['c'] });
  });

  test('is refused where it would hold nothing, or not all that was meant', async () => {
    await fileRecord(store, { id: 'a', series: 'Blog', isOld: true });
    const before = snapshot(store.path);
    expect(await refusalsOf(hold({}))).toEqual([
      { refused: 'hold-wrong', why: 'A hold needs at least one record or a series' },
    ]);
    expect(await refusalsOf(hold({ series: 'Blag' }))).toEqual([
      { refused: 'hold-wrong', why: 'No record that is there was filed in the series “Blag”' },
    ]);
    expect(await refusalsOf(hold({ records: ['a', 'z'] }))).toEqual([
      { refused: 'record-unknown', why: 'z was never filed here' },
    ]);
    rmSync(join(store.path, 'a_v0001/bag-info.txt'));
    const [missing] = await refusalsOf(hold({ series: 'Blog' }));
    expect(missing?.refused).toBe('integrity');
    expect(missing?.why).toMatch(/^The series of a_v0001 cannot be told: ENOENT/u);
    writeFileSync(join(store.path, 'a_v0001/bag-info.txt'), 'Record-Series: Other\n');
    expect(await refusalsOf(hold({ series: 'Blog' }))).toEqual([
      {
        refused: 'integrity',
        why: 'The series of a_v0001 cannot be told: its bag-info.txt is not what was filed',
      },
    ]);
    const after = snapshot(store.path);
    expect({ ...after, 'a_v0001/bag-info.txt': before['a_v0001/bag-info.txt'] }).toEqual(before);
  });
});

describe('a schedule', () => {
  const approve = (fields: Readonly<Record<string, unknown>>): string => {
    const path = join(folder, 'approval.yaml');
    writeFileSync(
      path,
      JSON.stringify({
        approver: 'R. Officer',
        authority: 'DAA-7',
        date: '2024-06-30',
        records: ['a'],
        ...fields,
      }),
    );
    return path;
  };

  test('is entered for a record that was unscheduled; its bag stays as it is', async () => {
    await fileRecord(store, { id: 'a' });
    const bag = snapshot(join(store.path, 'a_v0001'));
    const retention = readSchedule({
      disposition: 'temporary',
      period: 'P10Y',
      cutoff: 'released:calendar-year',
      scheduleItem: '7',
    });
    const approval = approve({});
    const record = await scheduleRecord(
      { store, record: 'a', retention, authority: 'DAA-7', approval },
      context,
    );
    expect(record.versions[0]?.retention).toEqual({
      disposition: 'temporary',
      authority: 'DAA-7',
      scheduleItem: '7',
      period: 'P10Y',
      cutoff: { from: 'released', at: 'calendar-year' },
    });
    expect(snapshot(join(store.path, 'a_v0001'))).toEqual(bag);
    const shown = await showRecord({ store, record: 'a' }, context);
    expect(shown).toMatchObject({
      status: 'eligible',
      eligibility: [{ version: 1, eligibleOn: '2021-01-01' }],
    });
    expect(shown.events.map(({ event }) => event)).toEqual(['filed', 'scheduled']);
  });

  test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ['names another record', { records: ['b'] }, 'The approval APPROVAL does not name a'],
    [
      'is under another authority',
      { authority: 'DAA-8' },
      'The approval APPROVAL is under “DAA-8”, not under “DAA-7”',
    ],
    [
      'is for a disposal',
      { plan_sha256: '0'.repeat(64) },
      'The approval APPROVAL is for a plan of disposal, not for a schedule',
    ],
    [
      'has no date',
      { date: 'soon' },
      'The approval APPROVAL:1:46: `date` must be a day as YYYY-MM-DD, not “soon”',
    ],
  ])('is refused where the approval %s', async (_name, fields, why) => {
    await fileRecord(store, { id: 'a' });
    const before = snapshot(store.path);
    const retention = readSchedule({ disposition: 'permanent' });
    const approval = approve(fields);
    const refusals = await refusalsOf(
      scheduleRecord({ store, record: 'a', retention, authority: 'DAA-7', approval }, context),
    );
    expect(refusals.map((refusal) => [refusal.refused, refusal.why.replace(approval, 'APPROVAL')])).toEqual([
      ['approval-mismatch', why],
    ]);
    expect(snapshot(store.path)).toEqual(before);
  });

  test('is refused where it is not whole, and its words are checked', async () => {
    await fileRecord(store, { id: 'a' });
    const retention = readSchedule({ disposition: 'temporary', period: 'P1Y' });
    expect(
      await refusalsOf(
        scheduleRecord({ store, record: 'a', retention, authority: 'DAA-7', approval: approve({}) }, context),
      ),
    ).toEqual([
      {
        refused: 'schedule-wrong',
        why: 'The schedule of a is not whole: A temporary record needs “retention.cutoff”',
      },
    ]);
    expect(() => readSchedule({ disposition: 'forever' })).toThrow(UsageError);
    expect(() => readSchedule({ disposition: 'temporary', cutoff: 'released' })).toThrow(
      '--cutoff takes one of released, updated, filed, superseded or event=NAME, a colon, and one of day, month, calendar-year, fiscal-year, not `released`',
    );
  });
});

test('a handover is entered with the digest of its receipt, and nothing is deleted', async () => {
  await fileRecord(store, { id: 'a' });
  const receipt = join(folder, 'receipt.pdf');
  writeFileSync(receipt, 'abc');
  const before = snapshot(join(store.path, 'a_v0001'));
  expect(await transferRecord({ store, record: 'a', receipt, to: 'The Archives' }, context)).toEqual({
    record: 'a',
    receiptSha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    to: 'The Archives',
  });
  expect(snapshot(join(store.path, 'a_v0001'))).toEqual(before);
  expect(readFileSync(join(store.path, 'ledger.jsonl'), 'utf8').split('\n')[1]).toContain(
    '"event":"transferred"',
  );
  await expect(transferRecord({ store, record: 'a', receipt: folder, to: 'x' }, context)).rejects.toThrow(
    `Cannot read the receipt ${folder}: ${folder} is not a regular file`,
  );
  expect(await refusalsOf(transferRecord({ store, record: 'z', receipt, to: 'x' }, context))).toEqual([
    { refused: 'record-unknown', why: 'z was never filed here' },
  ]);
});

test('what is due: by series, with the arithmetic of leap years and fiscal years, and why not', async () => {
  const cutoff = { from: 'released', at: 'fiscal-year' } as const;
  await fileRecord(store, {
    id: 'leap',
    series: 'B',
    released: '2012-02-29',
    retention: { ...threeYears, cutoff: { from: 'released', at: 'day' } },
  });
  await fileRecord(store, {
    id: 'fiscal',
    series: 'A',
    released: '2012-10-01',
    retention: { ...threeYears, cutoff },
  });
  await fileRecord(store, { id: 'held', series: 'A', retention: threeYears });
  await fileRecord(store, {
    id: 'kept',
    series: 'A',
    retention: { disposition: 'permanent', authority: 'DAA-2' },
  });
  await fileRecord(store, { id: 'open', series: 'A' });
  await hold({ records: ['held'] });
  const report = await reportDue({ store, on: '2015-03-01' }, context);
  expect(report.on).toBe('2015-03-01');
  expect(
    report.records.map(({ series, record, group, versions }) => [
      series,
      record,
      group,
      versions[0]?.arithmetic,
    ]),
  ).toEqual([
    [
      'A',
      'fiscal',
      'not-yet-eligible',
      [
        'released on 2012-10-01',
        'cut off at the end of the fiscal year (from 10-01): 2013-09-30',
        'kept for P3Y: until 2016-09-30',
        'may go from the day after: 2016-10-01',
      ],
    ],
    [
      'A',
      'held',
      'held',
      [
        'released on 2010-06-07',
        'cut off at the end of the calendar year: 2010-12-31',
        'kept for P3Y: until 2013-12-31',
        'may go from the day after: 2014-01-01',
      ],
    ],
    ['A', 'kept', 'permanent', []],
    ['A', 'open', 'unscheduled', []],
    [
      'B',
      'leap',
      'eligible',
      [
        'released on 2012-02-29',
        'cut off on the same day: 2012-02-29',
        'kept for P3Y: until 2015-02-28 (the last day of the month stands for day 29)',
        'may go from the day after: 2015-03-01',
      ],
    ],
  ]);
  expect((await reportDue({ store, on: '2015-02-28' }, context)).records.at(-1)?.group).toBe(
    'not-yet-eligible',
  );
  expect((await reportDue({ store }, context)).on).toBe('2024-07-01');
  await expect(reportDue({ store, on: '2015-02-29' }, context)).rejects.toThrow(
    '--on takes a day such as 2031-10-01, not `2015-02-29`',
  );
});
