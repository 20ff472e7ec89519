/** The first place where two texts differ: the word there with some words around it, on both sides. */
export interface WordDifference {
  /** How many words are equal before it. */
  readonly wordIndex: number;
  readonly expected: string;
  readonly actual: string;
}

const wordsBefore = 4;
const wordsAfter = 4;

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
    if (left[index] !== right[index])
      return { wordIndex: index, expected: around(left, index), actual: around(right, index) };
  }
  return undefined;
}

function splitWords(text: string): readonly string[] {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .split(/[\t\n\v\f\r \u{85}\u{2028}\u{2029}]+/u)
    .filter((word) => word !== '');
}

function around(words: readonly string[], index: number): string {
  return words.slice(Math.max(0, index - wordsBefore), index + wordsAfter + 1).join(' ');
}
