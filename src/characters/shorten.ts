/** The first so many units of UTF-16 of a longer text, with an ellipsis; never half of a character. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\p{Cs}$/u, '')}…`;
}
