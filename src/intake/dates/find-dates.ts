import { isPlainDate, type PlainDate } from '../../document/plain-date.ts';
import { readDate, type DateOrder, type DateReading } from '../../document/read-date.ts';
import { isMonthBeforeDay, monthAlternatives, monthNumber } from './month-names.ts';

/** A date in a text; offsets in UTF-16 units. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly reading: DateReading;
}

const month = `(?:${monthAlternatives})(?!\\p{L})`;
// 2013-03-04, and with a time behind it
const iso =
  '(?<![\\d./-])(?<iso>\\d{4}-\\d{2}-\\d{2})(?:T[\\d:.]{4,18}(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d/-])';
// 03/04/2013, 4.3.2013
const numbers = '(?<![\\d./-])(?<numeric>\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4})(?![\\d/-]|\\.\\d)';
// March 4, 2013; Sept. 4th, 2013
const monthFirst = `(?<!\\p{L})(?<before>${month})\\.?\\s{1,3}(?<second>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(?<lastYear>\\d{4})(?!\\d)`;
// 4 March 2013; 4th of March, 2013; 4. März 2013; 4 de marzo de 2013; 1er mars 2013; 04-Mar-2013
const dayFirst = `(?<![\\d./-])(?<first>\\d{1,2})(?:st|nd|rd|th|er|[.º°])?(?:\\s{1,3}(?:of|de))?(?:\\s{1,3}|-)(?<behind>${month})\\.?(?:,?\\s{1,3}(?:(?:of|del?)\\s{1,3})?|-)(?<endYear>\\d{4})(?!\\d)`;

const written = new RegExp(`${iso}|${numbers}|${monthFirst}|${dayFirst}`, 'giu');

/** The dates of a text in their order: numeric, of ISO 8601, and with a month in one of five languages. */
export function findDates(text: string, order: DateOrder | undefined): readonly FoundDate[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const { groups = {} } = match;
    const [numeric, name] = [groups['iso'] ?? groups['numeric'], groups['before'] ?? groups['behind']];
    if (groups['before'] !== undefined && !isMonthBeforeDay(groups['before'])) return [];
    const named: PlainDate = {
      year: Number(groups['lastYear'] ?? groups['endYear']),
      month: monthNumber(name ?? '') ?? 0,
      day: Number(groups['second'] ?? groups['first']),
    };
    const read = isPlainDate(named) ? named : ('invalid' as const);
    const reading = numeric === undefined ? read : readDate(numeric, order);
    return [{ start: match.index, end: match.index + match[0].length, reading }];
  });
}
