import { isPlainDate, parsePlainDate, type PlainDate } from './plain-date.ts';

/** The order of the parts of a numeric date. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

/** What a written date says: the day, or why it does not say one. */
export type DateReading = PlainDate | 'ambiguous' | 'invalid';

/**
 * Reads an ISO 8601 date, also one with a time behind it, a numeric date whose order is known or plain from its numbers, or
 * one with an English month.
 */
export function readDate(text: string, order: DateOrder | undefined): DateReading {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/u.exec(text.trim());
  if (iso?.[1] !== undefined) return parsePlainDate(iso[1]) ?? 'invalid';
  const numeric = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/u.exec(text.trim());
  if (numeric) return readNumeric(numeric, order);
  const named = /^(?:[a-z]+ \d{1,2},? \d{4}|\d{1,2} [a-z]+,? \d{4})$/iu.test(text.trim());
  return (named ? findNamedDate(text) : undefined) ?? 'invalid';
}

/** The one numeric date in a text as shown ("Last Updated: 08/07/2024"); `undefined` where there is none or more than one. */
export function findNumericDate(shown: string): string | undefined {
  const found = shown.match(/(?<![\d./-])\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?![\d/-])/gu) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

function readNumeric(parts: RegExpExecArray, order: DateOrder | undefined): DateReading {
  const [first = 0, second = 0, third = 0] = parts.slice(1).map(Number);
  if (parts[1]?.length === 4) return checked({ year: first, month: second, day: third });
  if (parts[3]?.length !== 4 && order === undefined) return 'ambiguous';
  if (order === 'ymd') return checked({ year: first, month: second, day: third });
  const monthFirst = checked({ year: third, month: first, day: second });
  const dayFirst = checked({ year: third, month: second, day: first });
  if (order === 'mdy') return monthFirst;
  if (order === 'dmy') return dayFirst;
  if (monthFirst === 'invalid') return dayFirst;
  if (dayFirst === 'invalid' || first === second) return monthFirst;
  return 'ambiguous';
}

function checked(date: PlainDate): PlainDate | 'invalid' {
  // A year of two digits does not name its century.
  return date.year >= 1000 && isPlainDate(date) ? date : 'invalid';
}

/** The one date with an English month name in a text, "December 2, 2011" or "2 December 2011"; `undefined` otherwise. */
export function findNamedDate(text: string): PlainDate | undefined {
  const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
  const pattern = new RegExp(
    `\\b(?:(${months})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})|(\\d{1,2})\\s+(${months}),?\\s+(\\d{4}))\\b`,
    'giu',
  );
  const found = [...text.matchAll(pattern)];
  const [, month, day, year, dayFirst, monthSecond, yearThird] = found[0] ?? [];
  if (found.length !== 1) return undefined;
  const name = (month ?? monthSecond ?? '').toLowerCase();
  const date = {
    year: Number(year ?? yearThird),
    month: months.toLowerCase().split('|').indexOf(name) + 1,
    day: Number(day ?? dayFirst),
  };
  return isPlainDate(date) ? date : undefined;
}
