import type { Element, Root } from 'hast';
import { findDates } from '../dates/find-dates.ts';
import { readByline } from '../dates/byline.ts';
import { isKeptLine } from './furniture-lines.ts';
import type { MainContent } from './main-content.ts';
import { elementsOf, holdsBlock, parseHtml, wordsOf } from './tree.ts';

/** Tells of the words of a block whether most pages of the site have it. */
export type IsRepeated = (words: string) => boolean;

/** Longer blocks are text, and of more blocks in a page no more is counted. */
const longestBlock = 600;
const mostBlocks = 2_000;

/** Fewer pages do not show what a site repeats. */
const fewestPages = 4;

/** What most of these pages of one site have, of blocks that hold no others; nothing where they are few. */
export function findRepeated(pages: readonly string[]): IsRepeated {
  const counts = new Map<string, number>();
  for (const html of pages)
    for (const words of blocksOf(parseHtml(html).tree)) counts.set(words, (counts.get(words) ?? 0) + 1);
  const enough = Math.max(fewestPages, Math.floor(pages.length / 2) + 1);
  const repeated = new Set([...counts].filter(([, count]) => count >= enough).map(([words]) => words));
  return (words) => repeated.has(words);
}

function blocksOf(tree: Root): ReadonlySet<string> {
  const words = new Set<string>();
  for (const element of elementsOf(tree)) {
    if (words.size >= mostBlocks) break;
    if (holdsBlock(element)) continue;
    const said = wordsOf(element);
    if (said !== '' && said.length <= longestBlock) words.add(said);
  }
  return words;
}

/**
 * The main content without what the site repeats at its begin and its end. Facts, headings that say the title, labels and notices of
 * archives, bylines, dates and licences stay however often they repeat, and what stands behind a block of the page's own stays too.
 */
export function withoutRepeated(
  main: MainContent,
  { isRepeated, facts }: { readonly isRepeated: IsRepeated; readonly facts: ReadonlySet<Element> },
): MainContent {
  const blocks = ownBlocks(main.root, main.leftOut);
  const isKept = (block: Element): boolean => facts.has(block) || isNamed(wordsOf(block));
  const isSame = (block: Element | undefined): boolean =>
    block !== undefined && (wordsOf(block) === '' || isKept(block) || isRepeated(wordsOf(block)));
  const first = blocks.findIndex((block) => !isSame(block));
  // A page that has nothing of its own is left as it is.
  if (first < 0) return main;
  const last = blocks.findLastIndex((block) => !isSame(block));
  const edges = [...blocks.slice(0, first), ...blocks.slice(last + 1)];
  const out = edges.filter((block): block is Element => {
    return block !== undefined && !isKept(block) && wordsOf(block) !== '';
  });
  return out.length === 0 ? main : { root: main.root, leftOut: new Set([...main.leftOut, ...out]) };
}

const notices =
  /archiv|histor|outdated|no longer|not (?:being )?(?:maintained|updated)|disclaimer|©|licen[cs]|copyright|public domain|rights/iu;

function isNamed(words: string): boolean {
  return (
    isKeptLine(words) ||
    notices.test(words) ||
    findDates(words, undefined).length > 0 ||
    readByline(words, undefined) !== undefined
  );
}

/** The blocks of the page that hold no others, in their order; `undefined` for words that stand in no block of their own. */
function ownBlocks(root: Element, leftOut: ReadonlySet<Element>): readonly (Element | undefined)[] {
  const found: (Element | undefined)[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.type === 'text' && child.value.trim() !== '') found.push(undefined);
      if (child.type !== 'element' || leftOut.has(child)) continue;
      if (holdsBlock(child)) visit(child);
      else found.push(child);
    }
  };
  visit(root);
  return found;
}
