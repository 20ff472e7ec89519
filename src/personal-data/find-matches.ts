import { isBeside } from './is-beside.ts';
import type { Pattern } from './pattern.ts';

/** A passage of a text, and what it is. */
export interface Found {
  readonly what: string;
  readonly text: string;
  readonly start: number;
}

/** Where patterns stand in a text. */
export function findMatches(text: string, patterns: readonly Pattern[]): readonly Found[] {
  return patterns.flatMap(({ what, expression, isOne, beside }) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const found = { what, text: match[0], start: match.index };
      return isOne(match) && (!beside || isBeside(text, found, beside)) ? [found] : [];
    }),
  );
}
