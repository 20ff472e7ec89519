import { sha256Of } from '../files/digest.ts';
import type { DueRecord } from './due-record.ts';

/** Something to be done on a day with the records of a series under one authority. */
interface Task {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly action: 'transfer' | 'dispose';
  readonly authority: string;
  readonly series: string;
  readonly records: readonly DueRecord[];
}

/** What makes a calendar the one of a store, and of a state of it. */
export interface CalendarOf {
  /** The hash of the first line of the ledger: it is another in every store, and stays. */
  readonly store: string;
  /** When the last line was entered, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly at: string;
}

/**
 * What is to be handed over or may go, and when, as a calendar (iCalendar, RFC 5545): one event of a day for each series, authority
 * and action. The same state of a store gives the same bytes, and an event keeps its UID.
 */
export function dueCalendar(records: readonly DueRecord[], of: CalendarOf): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tagleaf//Records due//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...findTasks(records).flatMap((task) => eventLines(task, of)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function findTasks(records: readonly DueRecord[]): readonly Task[] {
  const tasks = new Map<string, { task: Omit<Task, 'records'>; found: DueRecord[] }>();
  for (const record of records) {
    const task = taskOf(record);
    if (task === undefined) continue;
    const key = JSON.stringify([task.day, task.action, task.series, task.authority]);
    const before = tasks.get(key);
    if (before) before.found.push(record);
    else tasks.set(key, { task, found: [record] });
  }
  const sorted = [...tasks].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([, { task, found }]) => ({ ...task, records: found }));
}

/** A record goes as a whole, on the last of the days of its versions; none where one of them has none. */
function taskOf({ group, versions, series = '' }: DueRecord): Omit<Task, 'records'> | undefined {
  if (group === 'transferred' || group === 'disposal-unfinished') return undefined;
  const action = versions.every(({ transferOn }) => transferOn !== undefined) ? 'transfer' : 'dispose';
  const days = versions.map(({ transferOn, eligibleOn }) =>
    action === 'transfer' ? transferOn : eligibleOn,
  );
  const known = days.filter((day) => day !== undefined).toSorted();
  const day = known.length === days.length ? known.at(-1) : undefined;
  return day === undefined ? undefined : { day, action, series, authority: versions.at(-1)?.authority ?? '' };
}

const mostNamed = 50;

function eventLines(task: Task, { store, at }: CalendarOf): readonly string[] {
  const { day, action, authority, series, records } = task;
  const count = records.length === 1 ? '1 record' : `${records.length} records`;
  const what = action === 'transfer' ? 'to be handed to the archives' : 'may be disposed of';
  const named = records
    .slice(0, mostNamed)
    .map(({ record, title, group }) => `${record}: ${title}${group === 'held' ? ' (held)' : ''}`);
  const more = records.length - named.length;
  const words = [
    `Under ${authority}. ${action === 'transfer' ? 'tagleaf records transfer --due' : 'tagleaf records dispose plan'}`,
    ...named,
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
  const uid = sha256Of(JSON.stringify([store, day, action, series, authority])).slice(0, 40);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@records.tagleaf`,
    `DTSTAMP:${at.replaceAll(/[-:]/gu, '')}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(`${count}${series === '' ? '' : ` of ${series}`} ${what}`)}`,
    `DESCRIPTION:${escapeText(words)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A value of the type TEXT (RFC 5545 §3.3.11). */
function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/gu, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

const mostBytes = 75;

/** A content line in pieces of at most 75 bytes, none of which ends within a character (RFC 5545 §3.1). */
function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (size + bytes > mostBytes) {
      pieces.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += character;
    size += bytes;
  }
  return [...pieces, piece].join('\r\n');
}
