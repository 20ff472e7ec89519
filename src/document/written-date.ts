import type { PlainDate } from './plain-date.ts';
import { fillString, type Strings } from './strings.ts';

/** A day in words: “December 2, 2011”. */
export function writtenDate({ day, month, year }: PlainDate, strings: Strings): string {
  const name = strings.months[month - 1] ?? String(month);
  return fillString(strings, 'date', { day: String(day), month: name, year: String(year) });
}
