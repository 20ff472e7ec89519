/** A character that nobody sees, where the other text has none. */
export interface AddedCharacter {
  readonly character: string;
  /** The words around it, with the character. */
  readonly around: string;
}

const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const space = /[\t\n\v\f\r \u{85}\u{2028}\u{2029}]/u;

/**
 * The first default-ignorable character (zero-width space, joiner, soft hyphen, mark of direction …) of a text that another
 * text of the same words has not in that place, or `undefined`. The text may lack those of the other: a soft hyphen that no
 * line ends at is not drawn. Where words are hyphenated, one between two letters is a hyphen at the end of a line.
 */
export function findAdded(
  expected: string,
  actual: string,
  { hyphenates = false }: { readonly hyphenates?: boolean } = {},
): AddedCharacter | undefined {
  if (!ignorable.test(actual)) return undefined;
  const left = expected[Symbol.iterator]();
  let at = 0;
  for (const character of actual) {
    at += character.length;
    if (space.test(character) || (hyphenates && isHyphenAt(actual, at - 1))) continue;
    let next = left.next();
    while (next.value !== character) {
      // What is seen is the same in both texts: only a character that is not can be the one too many.
      if (next.done === true || !(ignorable.test(next.value) || space.test(next.value)))
        return {
          character,
          around: actual
            .slice(Math.max(0, at - 20), at + 20)
            .replace(/^[ \n\t]+|(?<![ \n\t])[ \n\t]+$/gu, ''),
        };
      next = left.next();
    }
  }
  return undefined;
}

function isHyphenAt(text: string, at: number): boolean {
  return text[at] === '\u00AD' && /^\p{L}\u00AD\p{L}/u.test(text.slice(at - 1, at + 2));
}
