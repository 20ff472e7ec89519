/** Default-ignorable code points: they shape their neighbours and have no glyph of their own (Unicode 15 §5.21). */
const ignorable =
  /^[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]$/u;

export function isIgnorable(codePoint: number): boolean {
  return codePoint > 0xac && ignorable.test(String.fromCodePoint(codePoint));
}

const cluster =
  /\p{RI}\p{RI}|[^\p{M}](?:[\p{M}\uFE00-\uFE0F\u200C\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]|\u200D\P{M})*|\p{M}+/gsu;

/** Cuts text into what must stay in one face and one line: a base with its marks, flags, joined emoji. */
export function clustersOf(text: string): readonly string[] {
  return text.match(cluster) ?? [];
}
