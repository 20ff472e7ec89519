import { countUpTo } from '../lists/count-up-to.ts';
import type { WordRegister } from './claim-words.ts';
import type { SourceWord } from './source-words.ts';
import type { Stretch } from './stretches.ts';

/** How many words in a row may stand between two of a quote. */
const reach = 48;

/** A stretch of the source whose middle is not quoted: the words that it begins with, and those that it ends with. */
export interface QuotedSpan {
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Where it lies. */
  readonly within: Stretch;
}

/**
 * Takes the words of a span that is quoted by its beginning and its end, with all that lies between them; none where either is not found. A word
 * that has no end for long may be cut.
 */
export function claimSpan(
  { first, last, within: { start, end } }: QuotedSpan,
  words: readonly SourceWord[],
  register: WordRegister,
): void {
  const from = countUpTo(words, start - 1, (word) => word.start);
  const to = countUpTo(words, end - 1, (word) => word.start) - 1;
  const isFree = (index: number): boolean => !register.isTaken(index);
  const begin = walk(first, { words, isFree, from, to, isBackwards: false });
  const finish = walk(last.toReversed(), { words, isFree, from: to, to: from, isBackwards: true });
  if (begin === undefined || finish === undefined) return;
  for (let index = begin.nearest; index <= finish.nearest; index += 1) register.take(index);
}

/** The indices of words, first to last, in the order in which they are gone through. */
interface Way {
  readonly words: readonly SourceWord[];
  readonly isFree: (index: number) => boolean;
  readonly from: number;
  readonly to: number;
  readonly isBackwards: boolean;
}

function stepOf({ isBackwards }: Way): number {
  return isBackwards ? -1 : 1;
}

/**
 * The first word that was met on a way along which some words stand in their order, those that were taken as markup among them. One in four
 * may be missing: of a reference the words of its place are quoted, which stand there and not here.
 */
function walk(said: readonly string[], way: Way): { readonly nearest: number } | undefined {
  let nearest: number | undefined;
  let missing = 0;
  let from = way.from;
  said.forEach((word, at) => {
    const found = findNext(word, { ...way, from }, at === said.length - 1);
    if (found === undefined) missing += 1;
    else {
      nearest ??= found.first;
      from = found.last + stepOf(way);
    }
  });
  return nearest === undefined || missing * 4 > said.length ? undefined : { nearest };
}

/** Where a word, or all parts of one that markup divides, comes next on a way. */
function findNext(
  said: string,
  way: Way,
  isLast: boolean,
): { readonly first: number; readonly last: number } | undefined {
  const { words, isFree, from, to } = way;
  const step = stepOf(way);
  let first: number | undefined;
  let rest = said;
  let passed = 0;
  for (let index = from; step > 0 ? index <= to : index >= to; index += step) {
    const found = words[index];
    if (found === undefined) continue;
    const left = restOf(rest, found, { step, isLast });
    if (left === undefined) {
      if (isFree(index)) passed += 1;
      if (passed > reach) return undefined;
      continue;
    }
    first ??= index;
    rest = left;
    if (rest === '') return { first, last: index };
  }
  return undefined;
}

/** What is still to come of a word of which this is a part; empty where it is all of it, or where the last one is cut from it. */
function restOf(
  said: string,
  { value, decoded }: SourceWord,
  { step, isLast }: { readonly step: number; readonly isLast: boolean },
): string | undefined {
  for (const part of [decoded, value]) {
    if (part === undefined || part === '') continue;
    if (step > 0 && said.startsWith(part)) return said.slice(part.length);
    if (step < 0 && said.endsWith(part)) return said.slice(0, said.length - part.length);
    if (isLast && (step > 0 ? part.startsWith(said) : part.endsWith(said))) return '';
  }
  return undefined;
}
