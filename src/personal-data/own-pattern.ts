import { RE2JS, RE2JSException } from 're2js';
import type { Found } from './find-matches.ts';
import { isBeside } from './is-beside.ts';
import type { OwnPattern } from './pattern-set-names.ts';

/** What is wrong with an expression; `undefined` where nothing is. */
export function flawOf(expression: string): string | undefined {
  try {
    if (RE2JS.compile(expression).matches('')) return 'it matches where nothing stands';
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    throw error;
  }
}

/** A line is searched by so many characters, each stretch reaching so far into the next: a longer match is not found. */
const longestStretch = 2_000;
const overlap = 200;
/** So many are counted in a text; it is one that nobody looks through. */
const mostFound = 10_000;

/** What was found of an own pattern; `isAll`: no more was left out. */
export interface OwnFound {
  readonly found: readonly Found[];
  readonly isAll: boolean;
}

/**
 * Where an own pattern stands in a text. RE2 takes time by the length of what it reads; that of one search is bounded by the
 * length of a stretch, and their number by the length of the text and by how much is found.
 */
export function findOwn(text: string, { name, expression, beside }: OwnPattern): OwnFound {
  const compiled = RE2JS.compile(expression);
  const words = beside && besideWords(beside);
  const found: Found[] = [];
  let from = 0;
  for (const { start, end } of stretches(text)) {
    const matcher = compiled.matcher(text.slice(start, end));
    while (matcher.find()) {
      const at = start + matcher.start();
      const match = { what: name, text: matcher.group() ?? '', start: at };
      if (match.text === '' || at < from || (words && !isBeside(text, match, words))) continue;
      if (found.length === mostFound) return { found, isAll: false };
      from = at + match.text.length;
      found.push(match);
    }
  }
  return { found, isAll: true };
}

function* stretches(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/gu)) {
    for (let start = 0; start === 0 || start + overlap < line.length; start += longestStretch - overlap)
      yield { start: index + start, end: index + Math.min(line.length, start + longestStretch) };
  }
}

/** Finds one of these words in a text, whatever its capitals, where no letter or digit stands by it. */
function besideWords(words: readonly string[]): { readonly test: (text: string) => boolean } {
  const small = words.map((word) => word.toLowerCase());
  return { test: (text) => small.some((word) => holdsWord(text.toLowerCase(), word)) };
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
