import type { Element } from 'hast';
import type { DateOrder, DateReading } from '../../document/read-date.ts';
import { findNamedDate, findNumericDate, readDate } from '../../document/read-date.ts';
import { parsePlainDate, type PlainDate } from '../../document/plain-date.ts';
import { attribute, elementsOf, holdsBlock, oneLine, textOf, wordsOf } from './tree.ts';
import { readZonedDate } from './metadata.ts';

/** A fact that stands in the text of the page, with the element that says it and nothing else. */
export interface ShownFact {
  readonly element: Element;
  readonly words: string;
}

/** A date that the page shows. */
export interface ShownDate extends ShownFact {
  readonly date: PlainDate | undefined;
  /** Why it says no day. */
  readonly problem?: 'ambiguous' | 'invalid';
}

/** The facts that a page shows as blocks of their own. */
export interface ShownFacts {
  readonly byline: ShownFact | undefined;
  readonly released: ShownDate | undefined;
  readonly updated: ShownDate | undefined;
  readonly archived: { readonly label: ShownFact; readonly notice: ShownFact } | undefined;
}

/** What is known of a page before its words are searched. */
export interface FindFactsOptions {
  readonly creator: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  /** Whether an element belongs to the main content. */
  readonly isBody: (element: Element) => boolean;
}

/** Looks through the blocks of a page that hold no other blocks. */
export function findShownFacts(body: Element, options: FindFactsOptions): ShownFacts {
  const blocks = leafBlocks(body);
  const inBody = blocks.filter(options.isBody);
  const dated = (pattern: RegExp): ShownDate | undefined => {
    const found =
      inBody.find((block) => isDateLine(block, pattern)) ??
      blocks.find((block) => isDateLine(block, pattern));
    if (found === undefined) return undefined;
    const read = dateIn(found, options.dateOrder);
    const day = typeof read === 'object' ? { date: read } : { date: undefined, problem: read };
    return { element: found, words: wordsOf(found), ...day };
  };
  return {
    byline: findByline(inBody, options.creator),
    released: dated(
      /^(?:release date|released|posted(?: on)?|published(?: on)?|publication date|date)\b\s*:?\s*/iu,
    ),
    updated: dated(
      /^(?:last (?:updated|modified|reviewed)(?: on| date)?|date last (?:updated|modified)|page last (?:updated|modified|reviewed)|updated(?: on)?)\b\s*:?\s*/iu,
    ),
    archived: findArchived(blocks),
  };
}

function leafBlocks(body: Element): readonly Element[] {
  return elementsOf(body).filter(
    (element) =>
      /^(?:p|div|h[1-6]|li|td|dt|dd|span|strong|b|section|aside|address|time)$/u.test(element.tagName) &&
      !holdsBlock(element) &&
      wordsOf(element) !== '',
  );
}

/** The first paragraph, where it is the creator that the page declares or says by whom the page is. */
function findByline(blocks: readonly Element[], creator: string | undefined): ShownFact | undefined {
  const first = blocks.find(({ tagName }) => !/^(?:h[1-6]|span|strong|b|time)$/u.test(tagName));
  if (first === undefined) return undefined;
  const words = wordsOf(first);
  const said = words.replace(/^(?:posted by|written by|by|from)\s*:?\s+/iu, '');
  const isByline = /^(?:posted|written|published) by:?\s+\S/iu.test(words) && words.length <= 150;
  return isByline || words === creator || said === creator ? { element: first, words } : undefined;
}

/** A block that says a date after a label and nothing else. */
function isDateLine(block: Element, label: RegExp): boolean {
  const words = wordsOf(block);
  const found = label.exec(words);
  if (found === null || words.length > 80) return false;
  const rest = words.slice(found[0].length);
  return /^(?:[A-Za-z]+,?\s+)?(?:\p{L}+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\.?\s+\p{L}+\.?,?\s+\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\.?$/u.test(
    rest,
  );
}

function dateIn(block: Element, order: DateOrder | undefined): DateReading {
  const time = [block, ...elementsOf(block)].find(({ tagName }) => tagName === 'time');
  const machine = time && readZonedDate(attribute(time, 'dateTime') ?? '');
  if (machine !== undefined) return parsePlainDate(machine) ?? 'invalid';
  const words = wordsOf(block);
  const named = findNamedDate(words);
  if (named !== undefined) return named;
  const numeric = findNumericDate(words);
  return numeric === undefined ? 'invalid' : readDate(numeric, order);
}

function findArchived(blocks: readonly Element[]): ShownFacts['archived'] {
  const own = blocks.filter(({ tagName }) => !/^(?:time)$/u.test(tagName));
  const label = own.find((block) =>
    /^archived?(?: (?:content|document|page|material|information|post))?:?$/iu.test(wordsOf(block)),
  );
  if (label === undefined) return undefined;
  const inside = new Set(elementsOf(label));
  const next = own.slice(own.indexOf(label) + 1).find((block) => !inside.has(block));
  if (
    next === undefined ||
    !/\b(?:archiv\w*|outdated|no longer|not reflect|historical)\b/iu.test(wordsOf(next))
  )
    return undefined;
  return {
    label: { element: label, words: wordsOf(label) },
    notice: { element: next, words: oneLine(textOf(next)) },
  };
}
