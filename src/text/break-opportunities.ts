import LineBreaker from 'linebreak';
import { quotesAsBrackets } from './breaking-signs.ts';
import { hasNoSpaces, wordBreaks } from './word-breaks.ts';

/** A digest in hexadecimal digits may break after so many: lines of equal length are compared by eye. */
const digestGroup = 16;

/** Longest text without a break opportunity that is left alone before URL-like rules apply. */
const longWord = 20;

/**
 * Break opportunities of UAX 14, between words of scripts without spaces, the end of the text among them; inside long words also
 * after the signs of a URL and within digests. `signs` is the text with those that its languages break by.
 */
export function* breakOpportunities(text: string, signs = text): Generator<number, void, undefined> {
  const breaker = new LineBreaker(quotesAsBrackets(signs));
  const hasWords = hasNoSpaces(text);
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (next.position - start > longWord) yield* urlBreaks(text, start, next.position);
    if (hasWords) yield* wordBreaks(text, start, next.position);
    if (next.position > start) yield next.position;
    start = next.position;
  }
  if (start < text.length) yield text.length;
}

function* urlBreaks(text: string, start: number, end: number): Generator<number, void, undefined> {
  if (/^[0-9a-f]{64,}\s*$/u.test(text.slice(start, end))) {
    for (let index = start + digestGroup; index < end - 2; index += digestGroup) yield index;
    return;
  }
  for (let index = start + 1; index < end - 2; index += 1) {
    if (/[/._?&=#-]/u.test(text[index] ?? '') && /[\p{L}\p{N}]/u.test(text[index + 1] ?? '')) yield index + 1;
  }
}
