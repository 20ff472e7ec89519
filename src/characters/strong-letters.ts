/** The direction in which words follow each other: from the left or from the right. */
export type Direction = 'ltr' | 'rtl';

/** The blocks of right-to-left scripts (UAX 9, classes R and AL), and the explicit controls of that direction. */
const blocks =
  '\\u0590-\\u08FF\\u200F\\u202B\\u202E\\u2067\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';
const rightToLeft = new RegExp(`[${blocks}]`, 'u');
const rightToLeftLetter = new RegExp(`(?=\\p{L})[${blocks}]`, 'u');
const leftToRightLetter = new RegExp(`(?![${blocks}])\\p{L}`, 'u');

/** Whether there is anything in a text that UAX 9 may have to reorder: letters of right-to-left scripts, or explicit controls. */
export function mayReorder(text: string): boolean {
  return rightToLeft.test(text);
}

/** The direction of the letters of a text where all have the same; `undefined` where it has none, or letters of both. */
export function directionOfLetters(text: string): Direction | undefined {
  const right = mayReorder(text) && rightToLeftLetter.test(text);
  const left = leftToRightLetter.test(text);
  return right === left ? undefined : right ? 'rtl' : 'ltr';
}
