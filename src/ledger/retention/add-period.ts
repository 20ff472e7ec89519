import type { PlainDate } from '../../document/plain-date.ts';
import { isPlainDate } from '../../document/plain-date.ts';
import type { Period } from '../facts/period.ts';

/** A day some time after another. */
export interface AddedPeriod {
  readonly date: PlainDate;
  /** The day that the month did not have, where its last day was taken instead. */
  readonly clampedFrom?: number;
}

/**
 * The day a period later: years and months first, where a day that the month lacks becomes its last, then days. So February 29 and a
 * year is February 28, and February 28 and a year is never February 29. `undefined` beyond the year 9999.
 */
export function addPeriod(date: PlainDate, period: Period): AddedPeriod | undefined {
  const months = date.year * 12 + (date.month - 1) + period.years * 12 + period.months;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const day = Math.min(date.day, daysIn(year, month));
  const end = addDays({ year, month, day }, period.days);
  if (end.year > 9999) return undefined;
  return { date: end, ...(day === date.day ? {} : { clampedFrom: date.day }) };
}

/** The day after; the year may be 10000. */
export function nextDay(date: PlainDate): PlainDate {
  return addDays(date, 1);
}

/** The day before. */
export function previousDay({ year, month, day }: PlainDate): PlainDate {
  if (day > 1) return { year, month, day: day - 1 };
  return month > 1
    ? { year, month: month - 1, day: daysIn(year, month - 1) }
    : { year: year - 1, month: 12, day: 31 };
}

/** The last day of a month. */
export function endOfMonth({ year, month }: PlainDate): PlainDate {
  return { year, month, day: daysIn(year, month) };
}

/** Negative where the first day is earlier, 0 where they are the same. */
export function compareDays(one: PlainDate, other: PlainDate): number {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

function daysIn(year: number, month: number): number {
  return [31, 30, 29, 28].find((day) => isPlainDate({ year, month, day })) ?? 28;
}

/** Month by month: the longest period of days passes some three thousand of them. */
function addDays(date: PlainDate, days: number): PlainDate {
  let { year, month } = date;
  let day = date.day + days;
  for (let length = daysIn(year, month); day > length; length = daysIn(year, month)) {
    day -= length;
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
  return { year, month, day };
}
