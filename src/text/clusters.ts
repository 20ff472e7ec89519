/** Default-ignorable code points: they shape their neighbours and have no glyph of their own (Unicode 15 §5.21). */
const ignorable: readonly (readonly [from: number, to: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
];

/** Whether a code point draws nothing where no face has it (Unicode, Default_Ignorable_Code_Point). */
export function isIgnorable(codePoint: number): boolean {
  return codePoint >= 0xad && ignorable.some(([from, to]) => codePoint >= from && codePoint <= to);
}

const cluster = /\p{RI}\p{RI}|\P{M}(?:\p{M}|\p{EMod}|\u200C|[\u{E0020}-\u{E007F}]|\u200D\P{M})*|\p{M}+/gsu;

/** Cuts text into what must stay in one face and one line: a base with its marks, flags, joined emoji. */
export function clustersOf(text: string): readonly string[] {
  return text.match(cluster) ?? [];
}
