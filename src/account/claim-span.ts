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
  const begin = walk(first, { words, isFree, from, to });
  const finish = walk(last.toReversed(), { words, isFree, from: to, to: from });
  if (begin === undefined || finish === undefined) return;
  for (let index = begin.nearest; index <= finish.nearest; index += 1) register.take(index);
}

/** The indices of words, first to last, in the order in which they are gone through: backwards where the first is the larger. */
interface Way {
  readonly words: readonly SourceWord[];
  readonly isFree: (index: number) => boolean;
  readonly from: number;
  readonly to: number;
}

/** The first word that was met on a way along which all of some words stand, free and in their order. */
function walk(
  said: readonly string[],
  { words, isFree, from, to }: Way,
): { readonly nearest: number } | undefined {
  const step = from <= to ? 1 : -1;
  let nearest: number | undefined;
  let at = 0;
  let rest = said[0] ?? '';
  let passed = 0;
  for (let index = from; index !== to + step && at < said.length; index += step) {
    const found = isFree(index) ? words[index] : undefined;
    if (found === undefined) continue;
    const left = restOf(rest, found, { step, isLast: at === said.length - 1 });
    if (left === undefined) {
      passed += 1;
      if (passed > reach) return undefined;
      continue;
    }
    passed = 0;
    nearest ??= index;
    if (left === '') at += 1;
    rest = left === '' ? (said[at] ?? '') : left;
  }
  return at < said.length || nearest === undefined ? undefined : { nearest };
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
