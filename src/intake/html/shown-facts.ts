import type { Element } from 'hast';
import type { DateOrder } from '../../document/read-date.ts';
import { readByline } from '../dates/byline.ts';
import { findShownDates, type ShownDates, type ShownFact } from './shown-dates.ts';
import { shownLines, type ShownLine } from './shown-lines.ts';
import { elementsOf, oneLine, textOf, wordsOf } from './tree.ts';

/** The facts that a page shows as blocks of their own. */
export interface ShownFacts extends ShownDates {
  readonly byline: ShownFact | undefined;
  readonly archived: { readonly label: ShownFact; readonly notice: ShownFact } | undefined;
}

/** What is known of a page before its words are searched. */
export interface FindFactsOptions {
  readonly creator: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  /** Whether an element belongs to the main content. */
  readonly isBody: (element: Element) => boolean;
  /** The heading that says the title. */
  readonly heading: Element | undefined;
}

/** Looks through the blocks of a page that hold no other blocks. */
export function findShownFacts(body: Element, options: FindFactsOptions): ShownFacts {
  const lines = shownLines(body, options);
  const dates = findShownDates(lines, options.dateOrder);
  return { ...dates, byline: findByline(lines, dates, options), archived: findArchived(lines) };
}

/** The line with the date, else the first paragraph where it is the creator that the page declares, else a line by the title. */
function findByline(
  lines: readonly ShownLine[],
  { joined }: ShownDates,
  { creator, dateOrder }: FindFactsOptions,
): ShownFact | undefined {
  if (joined !== undefined) {
    const { element, byline } = joined;
    return { element, words: wordsOf(element).slice(byline.start, byline.end) };
  }
  const inBody = lines.filter(({ isBody, around, element }) => {
    return isBody && around === undefined && !/^h[1-6]$/u.test(element.tagName);
  });
  const [first] = inBody;
  const isCreator = (words: string): boolean =>
    words === creator || words.replace(/^(?:posted by|written by|by|from)(?:\s?:)?\s+/iu, '') === creator;
  if (first !== undefined && isCreator(first.words)) return first;
  return inBody.find((line) => {
    const read = line === first || line.isByTitle ? readByline(line.words, dateOrder) : undefined;
    return read !== undefined && read.date === undefined;
  });
}

function findArchived(lines: readonly ShownLine[]): ShownFacts['archived'] {
  const own = lines
    .map(({ element }) => element)
    .filter(({ tagName }) => !/^(?:time|em|i|small)$/u.test(tagName));
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
