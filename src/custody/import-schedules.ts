import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { readCsv } from '../csv/read-csv.ts';
import { readRegularFile } from '../files/regular-file.ts';
import type { Refusal } from '../ledger/refusal.ts';
import type { Retention } from '../ledger/facts/record-facts.ts';
import { groupBy } from '../lists/group-by.ts';
import { appendEvent, assertMayFollow, readSoundState } from '../store/append-event.ts';
import { daysOf } from '../store/days-of.ts';
import { describeDiskFailure } from '../store/disk-failure.ts';
import { withEvidence } from '../store/keep-evidence.ts';
import { refuseAll } from '../store/refused-error.ts';
import type { CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';
import { mismatch, readApproval, type Approval } from './read-approval.ts';
import { readSchedule } from './read-schedule.ts';

/** Schedules of many records, and who approved them. */
export interface ImportSchedulesOptions {
  readonly store: Store;
  /** The path of the table: a row for each record. */
  readonly table: string;
  /** The path of the approval file; it names the authority and every record. */
  readonly approval: string;
}

/** Records that were given the same schedule. */
export interface ImportedSchedule {
  readonly records: readonly string[];
  readonly retention: Retention;
}

/** The columns of the table; all but the first two may be absent or empty. */
export const scheduleColumns = [
  'record',
  'disposition',
  'authority',
  'period',
  'cutoff',
  'fiscal_year_start',
  'schedule_item',
] as const;

type Row = Readonly<Record<(typeof scheduleColumns)[number], string>>;

/**
 * Gives filed records the schedules of a table (CSV), all or none: one event for those that share one. Table and approval are kept.
 *
 * @throws UsageError where the table is not one of schedules. @throws RefusedError where the approval is not for all of it, or a
 *   schedule is not whole.
 */
export async function importSchedules(
  options: ImportSchedulesOptions,
  { now }: CommandContext,
): Promise<readonly ImportedSchedule[]> {
  const bytes = await readTable(options.table);
  const rows = parseRows(new TextDecoder().decode(bytes), options.table);
  return withLock(options.store, async (locked) => {
    const at = now();
    const approval = await readApproval(options.approval, daysOf(at).last);
    const named = new Set(approval.records);
    refuseAll(rows.flatMap((row) => findMismatches(row, { approval, named, path: options.approval })));
    const groups = [...groupBy(rows, (row) => JSON.stringify({ ...row, record: '' })).values()];
    const imported = groups.map((group): ImportedSchedule => ({
      records: group.map(({ record }) => record),
      retention: retentionOf(group[0], approval),
    }));
    const { authority, approver, sha256: approvalSha256 } = approval;
    const events = imported.map(
      (one) => ({ event: 'records-scheduled', ...one, authority, approvalSha256, approver }) as const,
    );
    const state = await readSoundState(locked);
    for (const event of events) assertMayFollow(state, event, at);
    await withEvidence(locked, [approval.file, { bytes, path: options.table }], async (evidence) => {
      for (const event of events) await appendEvent(locked, { ...event, evidence }, at);
    });
    return imported;
  });
}

function findMismatches(
  { record, authority }: Row,
  {
    approval,
    named,
    path,
  }: { readonly approval: Approval; readonly named: ReadonlySet<string>; readonly path: string },
): readonly Refusal[] {
  return [
    ...(named.has(record) ? [] : [mismatch(`The approval ${path} does not name ${record}`)]),
    ...(authority === '' || authority === approval.authority
      ? []
      : [
          mismatch(
            `The approval ${path} is under “${approval.authority}”, and ${record} under “${authority}”`,
          ),
        ]),
  ];
}

function retentionOf(row: Row | undefined, { authority }: Approval): Retention {
  const {
    disposition = '',
    period = '',
    cutoff = '',
    fiscal_year_start = '',
    schedule_item = '',
  } = row ?? {};
  const schedule = readSchedule({
    disposition,
    ...(period === '' ? {} : { period }),
    ...(cutoff === '' ? {} : { cutoff }),
    ...(fiscal_year_start === '' ? {} : { fiscalYearStart: fiscal_year_start }),
    ...(schedule_item === '' ? {} : { scheduleItem: schedule_item }),
  });
  return disposition === 'unscheduled' ? schedule : { ...schedule, authority };
}

function parseRows(text: string, path: string): readonly Row[] {
  const [head = [], ...lines] = readCsv(text.replace(/^\uFEFF/u, '')).map((row) =>
    row.map((cell) => cell.trim()),
  );
  const unknown = head.find((name) => !scheduleColumns.some((column) => column === name));
  if (unknown !== undefined || !head.includes('record') || !head.includes('disposition'))
    throw new UsageError(
      `${path} is no table of schedules: its columns are ${scheduleColumns.join(', ')}, the first two of which it must have`,
    );
  const rows = lines.filter((cells) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) throw new UsageError(`${path} has no row`);
  return rows.map((cells) => {
    const at = (column: string): string => cells[head.indexOf(column)] ?? '';
    const [record, disposition, authority, period] = [
      at('record'),
      at('disposition'),
      at('authority'),
      at('period'),
    ];
    const rest = { fiscal_year_start: at('fiscal_year_start'), schedule_item: at('schedule_item') };
    return { record, disposition, authority, period, cutoff: at('cutoff'), ...rest };
  });
}

async function readTable(path: string): Promise<Uint8Array> {
  try {
    return await readRegularFile(path, { links: 'follow', atMost: 50_000_000 });
  } catch (cause) {
    throw new ResourceError(`Cannot read the schedules ${path}: ${describeDiskFailure(cause)}`, {
      path,
      cause,
    });
  }
}
