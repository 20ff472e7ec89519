import type { Element } from 'hast';
import { attribute, blockElements, holdsBlock, unspokenElements, wordsOf } from './tree.ts';

/** A block without blocks in it, or a phrase that may stand for one. */
export interface ShownLine {
  readonly element: Element;
  readonly words: string;
  /** Of a phrase, the words of the block that holds it. */
  readonly around: string | undefined;
  readonly isBody: boolean;
  /** Whether it stands by the title, before the text begins. */
  readonly isByTitle: boolean;
}

const blocks = /^(?:p|div|h[1-6]|li|td|dt|dd|section|aside|address|header|footer)$/u;
const phrases = /^(?:span|strong|b|em|i|small|time)$/u;

/** The lines of a page in tree order. `heading` says the title; without it the first lines of the main content stand by it. */
export function shownLines(
  body: Element,
  of: { readonly isBody: (element: Element) => boolean; readonly heading: Element | undefined },
): readonly ShownLine[] {
  const lines = leavesOf(body).map(({ element, block }): Omit<ShownLine, 'isByTitle'> => ({
    element,
    words: wordsOf(element),
    around: block === element ? undefined : wordsIn(block),
    isBody: of.isBody(element),
  }));
  const filled = lines.filter(({ words }) => words !== '');
  const near = linesByTitle(filled, of.heading);
  return filled.map((line) => ({ ...line, isByTitle: near.has(line.element) }));
}

const known = new WeakMap<Element, string>();

function wordsIn(block: Element): string {
  const words = known.get(block) ?? wordsOf(block);
  known.set(block, words);
  return words;
}

function leavesOf(body: Element): readonly { readonly element: Element; readonly block: Element }[] {
  const found: { element: Element; block: Element }[] = [];
  const visit = (parent: Element, block: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element' || unspokenElements.has(child.tagName)) continue;
      const isBlock = blockElements.has(child.tagName);
      const own = isBlock ? child : block;
      const counts = isBlock ? blocks.test(child.tagName) : phrases.test(child.tagName);
      if (counts && !holdsBlock(child)) found.push({ element: child, block: own });
      visit(child, own);
    }
  };
  visit(body, body);
  return found;
}

/** So many words make a line one of the text. */
const proseWords = 25;
const [linesBefore, linesBehind] = [4, 12];

function linesByTitle(
  lines: readonly Omit<ShownLine, 'isByTitle'>[],
  heading: Element | undefined,
): ReadonlySet<Element> {
  const at = lines.findIndex(({ element }) => element === heading);
  const title = at < 0 ? lines.findIndex(({ isBody }) => isBody) - 1 : at;
  const behind = lines.slice(title + 1, title + 1 + linesBehind);
  const text = behind.findIndex(({ words }) => isLong(words));
  const before = at < 0 ? [] : lines.slice(Math.max(0, at - linesBefore), at).filter(({ isBody }) => isBody);
  const near = [...before, ...(text < 0 ? behind : behind.slice(0, text))];
  return new Set(near.map(({ element }) => element));
}

function isLong(words: string): boolean {
  return words.split(' ', proseWords).length === proseWords;
}

/** Whether the block around a phrase says little more than the phrase. */
export function isAlone({ around }: ShownLine): boolean {
  return around === undefined || !isLong(around);
}

/** What the names of an element say that its date is of; `undefined` where they say nothing of dates. */
export function namedDate(element: Element): 'released' | 'updated' | 'any' | undefined {
  const names = ['className', 'id', 'itemProp', 'property'].map((key) => attribute(element, key) ?? '');
  const said = names.join(' ');
  if (
    /(?:^|[\s_-])(?:published|pub-?date|date-?published|posted|posted-on|entry-date|post-date|release-?date)(?:$|[\s_-])/iu.test(
      said,
    )
  )
    return 'released';
  if (/(?:^|[\s_-])(?:updated|modified|date-?modified|last-?(?:updated|modified))(?:$|[\s_-])/iu.test(said))
    return 'updated';
  const isDate =
    /(?:^|[\s_-])(?:date|datetime|timestamp|byline-date|article-date|dateline)(?:$|[\s_-])/iu.test(said);
  return isDate || element.tagName === 'time' ? 'any' : undefined;
}
