/** A number of a content stream, to a thousandth: finer than any device shows. */
export function writeNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** A number of a drawing, which may be made larger a thousandfold: seven digits, and none of an exponent, which PDF has not. */
export function writeFine(value: number): string {
  return Math.abs(value) < 1e-6 ? '0' : String(Number(value.toPrecision(7)));
}
