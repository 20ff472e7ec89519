const cluster = /\p{RI}\p{RI}|\P{M}(?:\p{M}|\p{EMod}|\u200C|[\u{E0020}-\u{E007F}]|\u200D\P{M})*|\p{M}+/gsu;

/** Cuts text into what must stay in one face and one line: a base with its marks, flags, joined emoji. */
export function clustersOf(text: string): readonly string[] {
  return text.match(cluster) ?? [];
}
