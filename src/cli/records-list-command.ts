import { listRecords, showRecord, type RecordList, type ShownRecord } from '../custody/list-records.ts';
import { dueGroups, type DueRecord } from '../custody/due-record.ts';
import { reportDue, type DueReport } from '../custody/report-due.ts';
import { writeWhole } from '../files/write-whole.ts';
import { openStore } from '../store/store.ts';
import { answerRecords, clock, type StoreFlags } from './answer-records.ts';
import { counted } from './counted.ts';
import { firstLines } from './first-lines.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records list` and `show` as they were typed. */
export type ListFlags = StoreFlags;

/** The flags of `tagleaf records due` as they were typed. */
export interface DueFlags extends StoreFlags {
  readonly on?: string;
  /** A file for the days to come, as iCalendar. */
  readonly calendar?: string;
}

/** Runs `tagleaf records list`. */
export async function listCommand(flags: ListFlags, terminal: Terminal): Promise<ExitCode> {
  return answerRecords(flags, terminal, async () => {
    const list = await listRecords({ store: await openStore(flags.store) }, clock);
    return { json: list, text: describeList(list), ...codeOf(list) };
  });
}

/** Runs `tagleaf records show`. */
export async function showCommand(id: string, flags: ListFlags, terminal: Terminal): Promise<ExitCode> {
  return answerRecords(flags, terminal, async () => {
    const shown = await showRecord({ store: await openStore(flags.store), record: id }, clock);
    return { json: shown, text: describeShown(shown), ...codeOf(shown) };
  });
}

/** Runs `tagleaf records due`. */
export async function dueCommand(flags: DueFlags, terminal: Terminal): Promise<ExitCode> {
  const on = flags.on === undefined ? {} : { on: flags.on };
  return answerRecords(flags, terminal, async () => {
    const { calendar, ...report } = await reportDue({ store: await openStore(flags.store), ...on }, clock);
    if (flags.calendar !== undefined) await writeWhole(flags.calendar, Buffer.from(calendar()));
    return { json: report, text: describeDue(report), ...codeOf(report) };
  });
}

interface Problems {
  readonly problems: readonly { readonly reason: string }[];
}

function codeOf({ problems }: Problems): { readonly code?: ExitCode } {
  return problems.length === 0 ? {} : { code: exitCodes.integrity.code };
}

function describeProblems({ problems }: Problems): string {
  const lines = problems.map(
    ({ reason }) => `error: The ledger is broken, so this proves nothing. ${reason}\n`,
  );
  return firstLines(lines, 'error');
}

function describeList(list: RecordList): string {
  const lines = list.records.map(({ record, status, versions, bytes, holds, title }) => {
    const held = holds.length === 0 ? '' : `; held by ${holds.join(', ')}`;
    return `${record}: ${title}\n  ${status}; ${counted(versions, 'version')}, ${counted(bytes, 'byte')}${held}\n`;
  });
  const holds = list.holds.map(
    ({ id, matter, authority, by, placedAt, records, series }) =>
      `hold ${id}: ${matter}\n  placed by ${by} under ${authority} at ${placedAt} on ${[...records, ...(series === undefined ? [] : [`all of the series ${series}`])].join(', ')}\n`,
  );
  const total = `${counted(list.records.length, 'record')}, ${counted(list.holds.length, 'open hold')}\n`;
  return [describeProblems(list), ...lines, ...holds, total].join('');
}

function describeShown(shown: ShownRecord): string {
  const { record, status, eligibility, holds, events } = shown;
  const versions = record.versions.map(
    ({ version, bag, bytes, files, facts, retention, disposed, tagManifestSha512 }) => {
      const gone =
        disposed === undefined ? '' : `\n  disposed at ${disposed.at}; tombstone ${disposed.tombstone}`;
      const reckoned = eligibility.find((one) => one.version === version);
      return [
        `version ${version}: ${bag}, ${counted(files, 'file')}, ${counted(bytes, 'byte')}, filed ${facts.filed}${gone}\n`,
        `  ${retention.disposition}${retention.authority === undefined ? '' : ` under ${retention.authority}`}\n`,
        ...(reckoned?.arithmetic ?? []).map((step) => `  ${step}\n`),
        reckoned?.reason === undefined ? '' : `  ${reckoned.reason}\n`,
        `  SHA-512 of tagmanifest-sha512.txt: ${tagManifestSha512}\n`,
      ].join('');
    },
  );
  const list = (words: string, ids: readonly string[]): string =>
    ids.length === 0 ? '' : `${words}: ${ids.join(', ')}\n`;
  return [
    describeProblems(shown),
    `${record.id}: ${record.versions.at(-1)?.facts.title ?? ''}\nstatus: ${status}\n`,
    ...versions,
    list('members', record.versions.at(-1)?.members ?? []),
    list('in the collections', record.collections),
    ...holds.map(
      ({ hold, through }) =>
        `held by ${hold.id} (${hold.matter})${through === record.id ? '' : ` through ${through}`}\n`,
    ),
    ...events.map(
      (entry) =>
        `ledger line ${entry.seq}, ${entry.at}: ${entry.event}${describeEvent(entry)}${describeActor(entry)}\n`,
    ),
  ].join('');
}

function describeDue(report: Omit<DueReport, 'calendar'>): string {
  const groups = dueGroups.flatMap((group) => {
    const found = report.records.filter((record) => record.group === group);
    return found.length === 0
      ? []
      : [`${group} on ${report.on}: ${found.length}\n`, ...found.map(describeDueRecord)];
  });
  const none = report.records.length === 0 ? ['No record is there.\n'] : [];
  return [describeProblems(report), ...groups, ...none].join('');
}

function describeDueRecord({ record, title, series, versions, refusals }: DueRecord): string {
  const lines = versions.flatMap(({ version, authority, arithmetic, reason }) => [
    `    version ${version}${authority === undefined ? '' : ` under ${authority}`}\n`,
    ...arithmetic.map((step) => `      ${step}\n`),
    ...(reason === undefined ? [] : [`      ${reason}\n`]),
  ]);
  const why = refusals.map((refusal) => `    ${refusal.why}\n`);
  return [
    `  ${record}: ${title}${series === undefined ? '' : ` (series ${series})`}\n`,
    ...why,
    ...lines,
  ].join('');
}

/** Who did it, where the event does not say so itself. */
function describeActor({ by, byAccount, event }: ShownRecord['events'][number]): string {
  if (by === undefined || event.startsWith('hold-')) return '';
  return byAccount ? ` (account ${by})` : `, by ${by}`;
}

/** Who and what, for a person; `--json` has all of it. */
function describeEvent(entry: ShownRecord['events'][number]): string {
  switch (entry.event) {
    case 'filed':
      return ` as ${entry.bag}`;
    case 'hold-placed':
      return `: ${entry.holdId} for “${entry.matter}” by ${entry.by} under ${entry.authority}`;
    case 'hold-extended':
      return `: ${entry.holdId} by ${entry.by}`;
    case 'hold-reduced':
    case 'hold-released':
      return `: ${entry.holdId} by ${entry.by}: ${entry.reason}`;
    case 'event-entered':
      return `: ${entry.name} on ${entry.on}`;
    case 'clock-corrected':
      return `: ${entry.reason}`;
    case 'event-withdrawn':
      return `: ${entry.name}: ${entry.reason}`;
    case 'records-scheduled':
    case 'scheduled':
      return `: ${entry.retention.disposition} under ${entry.authority}`;
    case 'audited':
      return `: ${entry.outcome}`;
    case 'transfer-packed':
      return ` for ${entry.to}: package ${entry.packageSha256}`;
    case 'transfer-received':
      return ` by ${entry.receivedBy} on ${entry.receivedOn}`;
    case 'reference-decided':
      return `: the copy ${entry.keep ? 'stays' : 'may go'}: ${entry.reason}`;
    case 'transferred':
      return ` to ${entry.to}`;
    case 'disposal-intended':
      return ` under ${entry.authority}, approved by ${entry.approver}`;
    case 'disposed':
      return `: version ${entry.version}`;
    case 'disposal-withdrawn':
      return `: ${entry.reason}`;
    case 'disposal-done':
      return '';
  }
}
