import { parsePlainDate } from '../../document/plain-date.ts';

/** A day that every year has. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** What the beginning of a fiscal year looks like, in words for messages. */
export const monthDayWords = 'a day that every year has, such as 10-01';

/** Reads `MM-DD`; `undefined` where it is not that or where some year lacks the day, as most lack 02-29. */
export function parseMonthDay(text: string): MonthDay | undefined {
  // Any year that is not a leap year serves.
  const date = parsePlainDate(`2001-${text}`);
  return date && { month: date.month, day: date.day };
}
