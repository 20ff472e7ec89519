/** A number of a content stream, to a thousandth: finer than any device shows. */
export function writeNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
