/** Scripts that are written without spaces between words: where a line may break, a dictionary says (UAX 14, class SA). */
const withoutSpaces = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether a text has letters of such a script. */
export function hasNoSpaces(text: string): boolean {
  return withoutSpaces.test(text);
}

/** What may not begin a line there: marks, signs of repetition and of what is left out, full stops. */
const notFirst = /^[\p{M}\u0E2F\u0E45\u0E46\u0EAF\u0EC6\u17D4-\u17DA\u104A\u104B]/u;

/**
 * The dictionaries are those of ICU, which Node brings. Its releases 74 to 78 break 458,362 words of these four scripts alike,
 * and `word-breaks.test.ts` says so of the one at hand: the same post gives the same lines.
 */
let segmenter: Intl.Segmenter | undefined;

/** Most posts have no letters of these scripts, and it takes a while to make one. */
function words(): Intl.Segmenter {
  return (segmenter ??= new Intl.Segmenter('und', { granularity: 'word' }));
}

/** So much is looked at at once: to go through a text takes ICU's iterator time that grows with its square. */
const mostLetters = 600;

/** A word is settled by those behind it: what is nearer to the end of a stretch is looked at again with what follows. */
const lettersBehind = 100;

/** Where a word begins within a stretch of text that has no spaces, from `start` to before `end`. */
export function* wordBreaks(text: string, start: number, end: number): Generator<number, void, undefined> {
  for (let from = start; from < end;) {
    const to = Math.min(end, from + mostLetters);
    const stretch = text.slice(from, to);
    if (!withoutSpaces.test(stretch)) {
      from = to;
      continue;
    }
    const found = [...words().segment(stretch)].map(({ index }) => index);
    const settled = found.findLast((index) => index > 0 && index <= stretch.length - lettersBehind);
    const next = to === end ? end : from + (settled ?? stretch.length);
    for (const index of found) {
      const at = from + index;
      if (at > start && at < next && mayBegin(text, at)) yield at;
    }
    from = next;
  }
}

/** Whether a line may begin at a place where a word does: between two letters of these scripts. */
function mayBegin(text: string, at: number): boolean {
  const after = text.charAt(at);
  return withoutSpaces.test(text.charAt(at - 1)) && withoutSpaces.test(after) && !notFirst.test(after);
}
