// Eighteen signs behind the base are more than any script or set of emoji has: what goes on beyond may be parted, so that no line is
// overrun, and what a glyph stands for has room in one entry of its font's map for readers that take 255 digits at most.
const cluster =
  /\p{RI}\p{RI}|\u200D*\P{M}(?:\p{M}|\p{EMod}|\u200C|[\u{E0020}-\u{E007F}]|\u200D\P{M}){0,18}|\p{M}{1,18}/gsu;

/** Cuts text into what must stay in one face and one line: a base with its marks, flags, joined emoji. */
export function clustersOf(text: string): readonly string[] {
  return text.match(cluster) ?? [];
}
