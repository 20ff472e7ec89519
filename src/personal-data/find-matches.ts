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
  const found: Found[] = [];
  for (const { what, expression, isOne, beside } of patterns) {
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const one = { what, text: match[0], start: match.index };
      if (!isOne(match)) expression.lastIndex = match.index + 1;
      else if (!beside || isBeside(text, one, beside)) found.push(one);
    }
    expression.lastIndex = 0;
  }
  return found;
}
