import stringWidth from 'string-width';

/** How many columns of a terminal a text takes: letters of Chinese and most emoji take two. */
export const columnsOf = (text: string): number => stringWidth(text);

/** The end of a text that has room in so many columns, behind a sign that something is left out; names differ in their ends. */
export function fitEnd(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  // No letter is narrower than nothing: what is cut off here is far more than a screen has.
  let rest = Array.from(text.slice(-4 * Math.max(columns, 1)));
  while (rest.length > 0 && columnsOf(`…${rest.join('')}`) > columns) rest = rest.slice(1);
  return columns < 1 ? '' : `…${rest.join('')}`;
}
