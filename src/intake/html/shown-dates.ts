import type { Element } from 'hast';
import type { DateOrder } from '../../document/read-date.ts';
import type { PlainDate } from '../../document/plain-date.ts';
import { readByline, type TextRange } from '../dates/byline.ts';
import { readDateLine, type DateKind, type DateLine } from '../dates/date-line.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import { isAlone, namedDate, type ShownLine } from './shown-lines.ts';
import { attribute, elementsOf } from './tree.ts';

/** A fact that stands in the text of the page, with the element that says it. */
export interface ShownFact {
  readonly element: Element;
  readonly words: string;
}

/** A date that the page shows. */
export interface ShownDate extends ShownFact {
  readonly date: PlainDate | undefined;
  /** Why it says no day. */
  readonly problem?: 'ambiguous' | 'invalid';
  /** What its element says of it to programs. */
  readonly machine: string | undefined;
}

/** A line that says by whom and when: where its parts stand in its words. */
export interface JoinedLine {
  readonly element: Element;
  readonly byline: TextRange;
  readonly date: TextRange;
  readonly kind: DateKind;
}

/** The dates that a page shows, and its byline where one of them stands in it. */
export interface ShownDates {
  readonly released: ShownDate | undefined;
  readonly updated: ShownDate | undefined;
  readonly joined: JoinedLine | undefined;
}

/**
 * Dates that stand for themselves: after a label, in a byline, by the title, or in an element that is named after a date. A date
 * among the words of the text is none of them.
 */
export function findShownDates(lines: readonly ShownLine[], order: DateOrder | undefined): ShownDates {
  const dated = lines.flatMap((line) => {
    const read = readDateLine(line.words, order);
    return read === undefined ? [] : [{ line, read }];
  });
  const joined = findJoined(lines, order);
  const find = (kind: DateKind): ShownDate | undefined => {
    const labelled = dated.filter(({ line, read }) => read.kind === kind && standsApart(line));
    const found =
      labelled.find(({ line }) => line.isBody) ??
      (joined?.line.kind === kind ? undefined : dated.find((one) => kindOf(one) === kind)) ??
      (joined?.line.kind === kind ? undefined : labelled[0]);
    if (found !== undefined) return shownDate(found.line, found.read.date);
    return joined?.line.kind === kind ? joined.shown : undefined;
  };
  const [released, updated] = [find('released'), find('updated')];
  const isUsed = [released, updated].some((date) => date !== undefined && date === joined?.shown);
  return { released, updated, joined: isUsed ? joined?.line : undefined };
}

/** Whether a phrase begins or ends its block, or is an element of a date: else it stands among the words of a text. */
function standsApart(line: ShownLine): boolean {
  const { around, words, element } = line;
  if (around === undefined || around === words) return true;
  return (
    isAlone(line) && (around.startsWith(words) || around.endsWith(words) || namedDate(element) !== undefined)
  );
}

/** What a date without a label is of, by where it stands and what its element is named. */
function kindOf({ line, read }: { readonly line: ShownLine; readonly read: DateLine }): DateKind | undefined {
  if (read.kind !== undefined || !isAlone(line)) return undefined;
  const { element, around, isByTitle, isBody, words } = line;
  const named =
    namedDate(element) ??
    elementsOf(element)
      .map(namedDate)
      .find((of) => of !== undefined);
  const isWhole = around === undefined || around === words;
  if (!isWhole && named === 'any' && isSentence(around, words)) return undefined;
  if (isByTitle && (named !== undefined || (isWhole && !/^(?:td|dd|dt)$/u.test(element.tagName))))
    return named === 'updated' ? 'updated' : 'released';
  return isBody && named !== 'any' ? named : undefined;
}

/** Whether a date stands in the midst of a line, or in one that ends with a stop. */
function isSentence(around: string, date: string): boolean {
  return /[.!?]$/u.test(around) || !(around.startsWith(date) || around.endsWith(date));
}

function findJoined(
  lines: readonly ShownLine[],
  order: DateOrder | undefined,
): { readonly line: JoinedLine; readonly shown: ShownDate } | undefined {
  for (const line of lines) {
    if (!line.isByTitle || line.around !== undefined || /^h[1-6]$/u.test(line.element.tagName)) continue;
    const { name, date } = readByline(line.words, order) ?? {};
    if (name === undefined || date === undefined) continue;
    const shown = shownDate(line, date.found, line.words.slice(date.shown.start, date.shown.end));
    const joined = { element: line.element, byline: name, date: date.shown, kind: date.kind };
    return { line: joined, shown };
  }
  return undefined;
}

function shownDate({ element, words }: ShownLine, { reading }: FoundDate, said: string = words): ShownDate {
  const machine = [element, ...elementsOf(element)]
    .map(
      (inner) =>
        attribute(inner, 'dateTime') ?? (inner.tagName === 'meta' ? undefined : attribute(inner, 'content')),
    )
    .find((value) => value !== undefined && value.trim() !== '');
  const day = typeof reading === 'object' ? { date: reading } : { date: undefined, problem: reading };
  return { element, words: said, machine, ...day };
}
