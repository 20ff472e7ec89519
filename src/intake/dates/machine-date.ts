import { formatPlainDate, isPlainDate, parsePlainDate, type PlainDate } from '../../document/plain-date.ts';

/** A date that is written for programs. */
export interface MachineDate {
  readonly value: string;
  /** The day that it writes, in its own zone. */
  readonly day: PlainDate;
  /** Milliseconds since 1970, where it writes a time; without a zone as if it were UTC. */
  readonly instant: number | undefined;
  /** Whether the zone is UTC, so that it need not be that of the page. */
  readonly isUtc: boolean;
}

/** Reads ISO 8601 and RFC 822 (`Mon, 04 Apr 2022 15:44:49 +0000`); `undefined` where it is neither, or no such day exists. */
export function readMachineDate(value: string): MachineDate | undefined {
  const text = value.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](.{0,40}))?$/u.exec(text);
  const day = iso?.[1] === undefined ? mailDay(text) : parsePlainDate(iso[1]);
  if (day === undefined) return undefined;
  const rest = iso === null ? text.slice(/^[^:]*?(?=\d{1,2}:|$)/u.exec(text)?.[0].length) : (iso[2] ?? '');
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(.*)$/u.exec(rest);
  if (time === null) return { value: text, day, instant: undefined, isUtc: false };
  const [hours, minutes, seconds] = [time[1], time[2], time[3] ?? '0'].map(Number);
  const local = Date.UTC(day.year, day.month - 1, day.day, hours, minutes, seconds);
  const offset = offsetOf(time[4] ?? '');
  return { value: text, day, instant: local - (offset ?? 0), isUtc: (offset ?? 0) === 0 };
}

function mailDay(text: string): PlainDate | undefined {
  const mail = /^(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})(?:\s|$)/u.exec(text);
  const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf((mail?.[2] ?? '-').toLowerCase());
  if (mail === null || month < 0 || month % 3 !== 0) return undefined;
  const day = { year: Number(mail[3]), month: month / 3 + 1, day: Number(mail[1]) };
  return isPlainDate(day) ? day : undefined;
}

const minute = 60_000;
const hour = 60 * minute;

/** How far a zone is from UTC, in milliseconds; `undefined` where none is written. */
function offsetOf(zone: string): number | undefined {
  if (/^(?:Z|UTC|GMT)$/iu.test(zone)) return 0;
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?/iu.exec(zone) ?? [];
  if (hours === undefined) return undefined;
  const span = Number(hours) * hour + Number(minutes ?? 0) * minute;
  return sign === '-' ? -span : span;
}

/** Whether the day can be the one meant: the same, or for an instant the day that it was in some zone of the world. */
export function canBeDay({ day, instant }: MachineDate, other: PlainDate): boolean {
  const written = formatPlainDate(other);
  if (written === formatPlainDate(day)) return true;
  if (instant === undefined) return false;
  return dayAt(instant - 12 * hour) <= written && written <= dayAt(instant + 14 * hour);
}

/**
 * The day before or after, where a time in UTC may well have been that day where the page was published: a time before ten,
 * when it is still the day before somewhere in America, or from ten at night, when it is the next day in Europe. Midnight to the second is
 * how programs write a day without a time.
 */
export function otherDayOf({ instant, isUtc }: MachineDate): string | undefined {
  if (instant === undefined || !isUtc) return undefined;
  const time = ((instant % (24 * hour)) + 24 * hour) % (24 * hour);
  if (time > 0 && time < 10 * hour) return dayAt(instant - 10 * hour);
  return time >= 22 * hour ? dayAt(instant + 2 * hour) : undefined;
}

function dayAt(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? ''
    : formatPlainDate({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
}
