import type { DateOrder } from '../../document/read-date.ts';
import { isTime, readDateLabel, weekdayStart, type DateKind } from './date-line.ts';
import { findDates, type FoundDate } from './find-dates.ts';

/** A part of a text; offsets in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A line that says by whom a page is, and perhaps when; what stands between its parts only joins them. */
export interface Byline {
  readonly name: TextRange;
  readonly date:
    | { readonly kind: DateKind; readonly shown: TextRange; readonly found: FoundDate }
    | undefined;
}

/** Some name a dozen officials with their offices. */
const longestByline = 1000;
/** Where “by” alone begins it. */
const longestNames = 150;

const says =
  /^(?:(?:posted|written|published|submitted|reported) by|authors?(?=\s*:)|autor(?=\s*:)|auteur(?=\s*:)|publicado por|publié par|veröffentlicht von)(?:\s?:)?\s+\S/iu;
const by = /^(?:by|por|par|von)(?:\s?:)?\s+(?=\p{Lu})/iu;

/** A line as a byline, with the date that some have behind or before the name; `undefined` where it says something else. */
export function readByline(words: string, order: DateOrder | undefined): Byline | undefined {
  if (words.length > longestByline) return undefined;
  const [date, second] = findDates(words, order);
  if (date === undefined || second !== undefined)
    return isNamed(words) ? { name: { start: 0, end: words.length }, date: undefined } : undefined;
  return dateBehind(words, date) ?? dateBefore(words, date);
}

const signs = /(?<![\s,;|·•–—-])[\s,;|·•–—-]+$/u;
const smallWord = /(?<!\p{L})(?:on|el|le|am|em|at|(?:(?:last )?updated|posted|published)(?: on)?:?)$/iu;

/** Where the signs and small words begin that join a date to what stands before it. */
function jointStart(text: string): number {
  let end = text.length;
  for (;;) {
    const before = text.slice(0, end);
    const found = signs.exec(before) ?? smallWord.exec(before);
    if (found === null) return end;
    end = found.index;
  }
}

/** “Posted by Ana Ruiz on Mon, 09/30/2013 - 20:10” */
function dateBehind(words: string, found: FoundDate): Byline | undefined {
  if (!isTime(words.slice(found.end))) return undefined;
  const start = weekdayStart(words.slice(0, found.start));
  const end = jointStart(words.slice(0, start));
  if (end === found.start || !isNamed(words.slice(0, end))) return undefined;
  const kind = /updated/iu.test(words.slice(end, found.start)) ? 'updated' : 'released';
  const lead = /^(?:\s*(?:on|el|le|am|em)(?=\s))?\s*/iu.exec(words.slice(start))?.[0].length ?? 0;
  return {
    name: { start: 0, end },
    date: { kind, shown: { start: start + lead, end: words.length }, found },
  };
}

/** “Posted on March 4, 2013 by Ana Ruiz” */
function dateBefore(words: string, found: FoundDate): Byline | undefined {
  const behind = words.slice(found.end);
  const joined = /^(.{0,40}?)(?:\s[|·•–—-])?\s{1,4}(?=(?:by|por|par|von)\s)/iu.exec(behind);
  if (joined === null || !isTime(joined[1] ?? '')) return undefined;
  const start = found.end + joined[0].length;
  const before = words.slice(0, found.start).normalize('NFC').trim();
  const label = readDateLabel(before);
  const isLabel = weekdayStart(before.slice(label?.length ?? 0).replace(/^\s*:?\s*/u, '')) === 0;
  if (!isLabel || !isNamed(words.slice(start))) return undefined;
  const shown = { start: 0, end: found.end + (joined[1] ?? '').trimEnd().length };
  return { name: { start, end: words.length }, date: { kind: label?.kind ?? 'released', shown, found } };
}

const smallWords = new Set(
  'of the and for de del la los las du des der van von und y e et da dos to in at with'.split(' '),
);

/** “Posted by” and anything; “By” and words that all begin with a capital, as names do. */
function isNamed(words: string): boolean {
  if (says.test(words)) return true;
  const rest = by.exec(words);
  if (rest === null || words.length > longestNames) return false;
  const names = words
    .slice(rest[0].length)
    .split(/[\s,&/|]+/u)
    .filter((word) => word !== '');
  const isName = (word: string): boolean => /^[\p{Lu}"“(]/u.test(word) || smallWords.has(word.toLowerCase());
  return names.length <= 14 && names.every(isName) && !/\p{Ll}{3}[.!?]$/u.test(words);
}
