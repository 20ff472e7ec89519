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
    const end = next.position;
    const inUrl = end - start > longWord ? urlBreaks(text, start, end) : [];
    yield* hasWords ? inOrder(inUrl, wordBreaks(text, start, end)) : inUrl;
    if (end > start) yield end;
    start = end;
  }
  if (start < text.length) yield text.length;
}

/** The places of both, from the least to the greatest, each once. */
function inOrder(some: Iterable<number>, others: Iterable<number>): readonly number[] {
  return [...new Set([...some, ...others])].toSorted((a, b) => a - b);
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
