/** The first place where two texts differ: the word there with some words around it, on both sides. */
export interface WordDifference {
  /** How many words are equal before it. */
  readonly wordIndex: number;
  readonly expected: string;
  readonly actual: string;
}

const wordsBefore = 4;
const wordsAfter = 4;
/** Units of UTF-16 from which on a word is not shown whole. */
const longWord = 80;

/**
 * The first difference, or `undefined` where the words are the same. A run of spaces, tabs and line ends equals one
 * space, at the ends nothing; default-ignorable characters (soft hyphen, joiners, marks of direction, variation
 * selectors) count for nothing; everything else is compared code unit by code unit, the no-break space included.
 */
export function compareWords(expected: string, actual: string): WordDifference | undefined {
  const left = splitWords(expected);
  const right = splitWords(actual);
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    if (left[index] !== right[index]) return { wordIndex: index, ...around(left, right, index) };
  }
  return undefined;
}

function splitWords(text: string): readonly string[] {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .split(/[\t\n\v\f\r \u{85}\u{2028}\u{2029}]+/u)
    .filter((word) => word !== '');
}

/** The words around the first that differs; of a long one what lies around the character. */
function around(
  left: readonly string[],
  right: readonly string[],
  index: number,
): Pick<WordDifference, 'expected' | 'actual'> {
  const at = firstDifference(left[index] ?? '', right[index] ?? '');
  const show = (words: readonly string[]): string =>
    words
      .slice(Math.max(0, index - wordsBefore), index + wordsAfter + 1)
      .map((word, place) =>
        place === Math.min(index, wordsBefore) ? cutAround(word, at) : cutAround(word, 0),
      )
      .join(' ');
  return { expected: show(left), actual: show(right) };
}

function firstDifference(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) if (left[at] !== right[at]) return at;
  return length;
}

/** A word whole where it is short, else what lies near one of its characters. */
function cutAround(word: string, at: number): string {
  if (word.length <= longWord) return word;
  const start = Math.max(0, at - longWord / 2);
  const piece = word.slice(start, start + longWord).replace(/^\p{Cs}|\p{Cs}$/gu, '');
  return `${start > 0 ? '…' : ''}${piece}${start + longWord < word.length ? '…' : ''}`;
}
