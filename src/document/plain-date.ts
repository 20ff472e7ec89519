/** A day of the proleptic Gregorian calendar without time or zone. `month` and `day` count from 1. */
export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD` (ISO 8601-1 §5.2.2.1); `undefined` where it is not that or no such day exists. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = isoDate.exec(text);
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isPlainDate(date) ? date : undefined;
}

/** Whether the day exists. */
export function isPlainDate(date: PlainDate): boolean {
  const { year, month, day } = date;
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** Below 0 where the first day is before the second, 0 where they are the same. */
export function comparePlainDates(one: PlainDate, other: PlainDate): number {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

/** Prints `YYYY-MM-DD`. */
export function formatPlainDate(date: PlainDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}
