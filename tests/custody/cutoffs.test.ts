import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enterEvent, withdrawEvent } from '../../src/custody/enter-event.ts';
import { executeDisposal } from '../../src/custody/execute-disposal.ts';
import { importSchedules } from '../../src/custody/import-schedules.ts';
import { planDisposal } from '../../src/custody/plan-disposal.ts';
import { readSchedule } from '../../src/custody/read-schedule.ts';
import { reportDue, type DueReport } from '../../src/custody/report-due.ts';
import { placeHold } from '../../src/custody/hold-records.ts';
import type { Retention } from '../../src/ledger/facts/record-facts.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/verify/verify-store.ts';
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

const fromEvent: Retention = {
  ...threeYears,
  cutoff: { from: 'event', event: 'case-closed', at: 'calendar-year' },
};
const fifteen: Retention = { ...threeYears, disposition: 'permanent', period: 'P15Y' };
const due = async (on: string): Promise<DueReport['records']> =>
  (await reportDue({ store, on }, context)).records;
const groups = async (on: string): Promise<readonly string[]> =>
  (await due(on)).map(({ record, group }) => `${record} ${group}`);

describe('a cutoff from an event', () => {
  test('begins when it was entered; the last entry counts, and it can be withdrawn', async () => {
    await fileRecord(store, { id: 'a', retention: fromEvent });
    const [before] = await due('2030-01-01');
    expect([before?.group, before?.versions[0]?.reason]).toEqual([
      'not-yet-eligible',
      'The cutoff begins from the event “case-closed”, which was not entered for the record',
    ]);
    const close = { store, records: ['a'], name: 'case-closed' };
    await enterEvent({ ...close, on: '2020-05-06' }, context);
    expect((await due('2024-01-01'))[0]).toMatchObject({
      group: 'eligible',
      versions: [
        {
          arithmetic: [
            'case-closed on 2020-05-06',
            'cut off at the end of the calendar year: 2020-12-31',
            'kept for P3Y: until 2023-12-31',
            'may go from the day after: 2024-01-01',
          ],
        },
      ],
    });
    await enterEvent({ ...close, on: '2022-05-06' }, context);
    expect(await groups('2024-01-01')).toEqual(['a not-yet-eligible']);
    await withdrawEvent({ ...close, reason: 'reopened' }, context);
    expect(await groups('2030-01-01')).toEqual(['a not-yet-eligible']);
    await expect(withdrawEvent({ ...close, reason: 'again' }, context)).rejects.toThrow(
      '“case-closed” was not entered for a (event-wrong',
    );
  });

  test('that no cutoff asks for is entered, and said', async () => {
    await fileRecord(store, { id: 'a', retention: fromEvent });
    await fileRecord(store, { id: 'b', retention: { ...threeYears, cutoff: { from: 'filed', at: 'day' } } });
    const enter = async (name: string): Promise<readonly string[]> =>
      (await enterEvent({ store, records: ['a', 'b'], name, on: '2024-06-30' }, context)).unasked;
    expect(await enter('case-closed')).toEqual(['b']);
    expect(await enter('case-close')).toEqual(['a', 'b']);
    expect(await enter('filed')).toEqual(['a', 'b']);
  });

  test('is refused where it is still to come, or is of no record', async () => {
    await fileRecord(store, { id: 'a', retention: fromEvent });
    const close = { store, name: 'case-closed' };
    await expect(enterEvent({ ...close, records: ['a'], on: '2024-07-03' }, context)).rejects.toThrow(
      '“case-closed” cannot have happened on 2024-07-03, which is still to come (event-wrong; house rule). Enter it when',
    );
    await expect(enterEvent({ ...close, records: ['z'], on: '2024-07-01' }, context)).rejects.toThrow(
      'z was never filed here',
    );
    await expect(
      enterEvent({ store, records: ['a'], name: 'Case Closed', on: '2024-07-01' }, context),
    ).rejects.toThrow('--name takes the name of an event such as case-closed');
  });
});

test('a version is superseded by the next, and the last by an event', async () => {
  const superseded: Retention = { ...threeYears, period: 'P1Y', cutoff: { from: 'superseded', at: 'day' } };
  await fileRecord(store, { id: 'a', retention: superseded }, new Date('2020-01-02T00:00:00Z'));
  await fileRecord(
    store,
    { id: 'a', retention: superseded, text: 'More.\n' },
    new Date('2021-02-03T12:00:00Z'),
  );
  const [record] = await due('2024-07-01');
  expect(record?.versions.map(({ eligibleOn, reason }) => [eligibleOn, reason])).toEqual([
    ['2022-02-04', undefined],
    [undefined, 'The cutoff begins when the version is superseded, which it was not'],
  ]);
  await enterEvent({ store, records: ['a'], name: 'superseded', on: '2022-03-04' }, context);
  expect((await due('2023-03-05'))[0]?.group).toBe('eligible');
  // What superseded the last version does not supersede the next one.
  await fileRecord(store, { id: 'a', retention: superseded, text: 'Most.\n' }, context.now());
  expect((await due('2023-03-05'))[0]?.group).toBe('not-yet-eligible');
});

test('a permanent record has a day of transfer, and never one from which it may go', async () => {
  await fileRecord(store, { id: 'a', retention: fifteen });
  expect(await groups('2025-12-31')).toEqual(['a permanent']);
  expect(await due('2026-01-01')).toMatchObject([
    {
      group: 'transfer-due',
      versions: [
        {
          transferOn: '2026-01-01',
          arithmetic: [
            'released on 2010-06-07',
            'cut off at the end of the calendar year: 2010-12-31',
            'kept for P15Y: until 2025-12-31',
            'to be handed to the archives from the day after: 2026-01-01',
          ],
        },
      ],
    },
  ]);
  const later = { now: (): Date => new Date('2030-01-01T10:00:00Z') };
  await expect(planDisposal({ store, records: ['a'] }, later)).rejects.toMatchObject({
    refusals: [{ refused: 'permanent' }],
  });
  expect(await planDisposal({ store, records: [] }, later)).toEqual([]);
});

describe('the calendar', () => {
  /** The lines of a calendar, unfolded. */
  const unfold = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

  test('has what is to be done when, in lines of at most 75 bytes, and the same again', async () => {
    const title = 'Ångström, Ørsted; und „Größe“ \\ '.repeat(4);
    await fileRecord(store, { id: 'a', retention: fifteen, series: title.trim() });
    for (const id of ['b', 'c']) await fileRecord(store, { id, retention: threeYears, series: 'Blog' });
    await fileRecord(store, { id: 'open' });
    await placeHold({ store, matter: 'Doe', authority: 'GC', by: 'J. Doe', records: ['c'] }, context);
    const text = (await reportDue({ store }, context)).calendar();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // No character is cut in two.
      expect(Buffer.from(line).toString()).toBe(line);
    }
    const lines = unfold(text);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines).toContain('DTSTART;VALUE=DATE:20140101');
    expect(lines).toContain('SUMMARY:2 records of Blog may be disposed of');
    expect(lines).toContain('DTSTART;VALUE=DATE:20260101');
    expect(lines.join('\n')).toContain('c: Title of c (held)');
    expect(lines.find((line) => line.startsWith('SUMMARY:1 record'))).toContain(
      'Ångström\\, Ørsted\\; und „Größe“ \\\\ ',
    );
    // Of the last line, not of the day on which it is asked.
    expect(lines.filter((line) => line.startsWith('DTSTAMP:'))).toEqual([
      'DTSTAMP:20240701T100000Z',
      'DTSTAMP:20240701T100000Z',
    ]);
    const later = { now: (): Date => new Date('2025-01-01T00:00:00Z') };
    expect((await reportDue({ store }, later)).calendar()).toBe(text);
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(2);
    await fileRecord(store, { id: 'd', retention: threeYears, series: 'Blog' });
    const grown = unfold((await reportDue({ store }, context)).calendar());
    expect(grown.filter((line) => line.startsWith('UID:'))).toEqual(uids);
    expect(grown).toContain('SUMMARY:3 records of Blog may be disposed of');
  });
});

describe('a table of schedules', () => {
  const write = (
    table: string,
    records: readonly string[],
  ): { store: Store; table: string; approval: string } => {
    const paths = { table: join(folder, 'schedules.csv'), approval: join(folder, 'approval.yaml') };
    writeFileSync(paths.table, table);
    writeFileSync(
      paths.approval,
      JSON.stringify({ approver: 'R. Officer', authority: 'DAA-7', date: '2024-06-30', records }),
    );
    return { store, ...paths };
  };
  const head = 'record,disposition,authority,period,cutoff\r\n';

  test('is entered as a whole, with table and approval kept', async () => {
    for (const id of ['a', 'b', 'c']) await fileRecord(store, { id });
    const rows =
      'a,temporary,DAA-7,P3Y,released:day\r\nb,temporary,,P3Y,released:day\r\nc,permanent,DAA-7,,\r\n';
    const table = head + rows.replace('b,temporary,,', 'b,temporary,DAA-7,');
    expect(await importSchedules(write(table, ['a', 'b', 'c']), context)).toEqual([
      {
        records: ['a', 'b'],
        retention: {
          disposition: 'temporary',
          authority: 'DAA-7',
          period: 'P3Y',
          cutoff: { from: 'released', at: 'day' },
        },
      },
      { records: ['c'], retention: { disposition: 'permanent', authority: 'DAA-7' } },
    ]);
    expect(await groups('2024-07-01')).toEqual(['a eligible', 'b eligible', 'c permanent']);
    const kept = readdirSync(join(store.path, 'evidence')).map((name) => name.slice(64));
    expect(kept.toSorted()).toEqual(['.csv', '.yaml']);
    expect((await verifyStore({ store }, context)).findings).toEqual([]);
  });

  test.each<readonly [string, string, readonly string[], string]>([
    [
      'names a record that was not approved',
      `${head}a,permanent,DAA-7,,\nb,permanent,DAA-7,,\n`,
      ['a'],
      'does not name b',
    ],
    ['is under another authority', `${head}a,permanent,DAA-8,,\n`, ['a'], 'and a under “DAA-8”'],
    [
      'has a schedule that is not whole',
      `${head}a,temporary,DAA-7,P3Y,\n`,
      ['a'],
      'needs “retention.cutoff”',
    ],
    ['names a record twice', `${head}a,permanent,DAA-7,,\na,permanent,DAA-7,,\n`, ['a'], 'a is named twice'],
    [
      'has no columns of ours',
      'id,days\na,7\n',
      ['a'],
      'is no table of schedules: its columns are record, disposition',
    ],
    ['has no row', head, ['a'], 'has no row'],
  ])('is refused as a whole where it %s', async (_name, table, records, why) => {
    for (const id of ['a', 'b']) await fileRecord(store, { id });
    await expect(importSchedules(write(table, records), context)).rejects.toThrow(why);
    expect(await groups('2024-07-01')).toEqual(['a unscheduled', 'b unscheduled']);
  });
});

describe('at eight in the evening in New York', () => {
  // In UTC it is the first of July.
  const evening = { now: (): Date => new Date('2024-07-01T00:10:00Z') };
  beforeEach(() => void vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(240));
  afterEach(() => void vi.restoreAllMocks());

  test('a plan is of the day on the wall, and so may its approval be', async () => {
    await fileRecord(store, { id: 'a', retention: threeYears });
    const [written] = await planDisposal({ store, records: [] }, evening);
    expect(written?.plan.madeOn).toEqual({ day: '2024-06-30', zone: 'UTC-04:00' });
    const approval = join(folder, 'approval.json');
    const approve = (date: string): void =>
      writeFileSync(
        approval,
        JSON.stringify({
          plan_sha256: written?.sha256,
          approver: 'x',
          authority: 'DAA-1',
          date,
          records: ['a'],
        }),
      );
    approve('2024-06-29');
    await expect(executeDisposal({ store, approval }, evening)).rejects.toThrow(
      'is of 2024-06-29, but the plan was made on 2024-06-30',
    );
    approve('2024-06-30');
    expect((await executeDisposal({ store, approval }, evening)).disposed).toHaveLength(1);
  });

  test('nothing may go that may go from the next day', async () => {
    const day = { ...threeYears, cutoff: { from: 'released', at: 'day' } } as const;
    await fileRecord(store, { id: 'a', retention: day, released: '2021-06-30' });
    await expect(planDisposal({ store, records: ['a'] }, evening)).rejects.toThrow(
      'a may go from 2024-07-01, not on 2024-06-30',
    );
  });
});

test('a schedule is typed with an event', () => {
  const typed = { disposition: 'temporary', period: 'P1Y', cutoff: 'event=case-closed:day' };
  expect(readSchedule(typed).cutoff).toEqual({ from: 'event', at: 'day', event: 'case-closed' });
  expect(() => readSchedule({ ...typed, cutoff: 'event:day' })).toThrow('--cutoff takes one of released');
});
