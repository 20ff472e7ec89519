import bidiFactory from 'bidi-js';
import { type Direction, mayReorder } from '../characters/strong-letters.ts';
import { largest, smallest } from '../lists/extremes.ts';

const bidi = bidiFactory();

/**
 * Letters of Arabic and Hebrew with their marks, blanks, and punctuation that only numbers would have beside them: all at level
 * one, where the paragraph reads from the right (UAX 9 W1, W4–W7, N1, N2). Most of what is written in them is no more.
 */
const fromTheRight =
  /^(?:(?=[\p{L}\p{M}])(?=[\u0590-\uFEFC])[\p{sc=Arabic}\p{sc=Hebrew}]|[ \u00A0!-/:-@[-`{-~«»\u060C\u061B\u061F\u06D4\u0640\u064B-\u0652\u0670\u2010-\u2015\u2018-\u201D\u2026])*$/u;

/** The embedding level of each UTF-16 unit of a paragraph (UAX 9 P1–I2); `undefined` where all are 0. */
export function embeddingLevels(text: string, base: Direction = 'ltr'): Uint8Array | undefined {
  if (base === 'rtl' && fromTheRight.test(text)) return new Uint8Array(text.length).fill(1);
  const reorders = base === 'rtl' || mayReorder(text);
  return reorders ? bidi.getEmbeddingLevels(text, base).levels : undefined;
}

/** Whether the first strong character of a text is one of a right-to-left script (UAX 9 P2, P3). */
export function startsRightToLeft(text: string): boolean {
  if (!mayReorder(text)) return false;
  return bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level === 1;
}

/** The parts of a line in the order in which they stand on the page, from the left (UAX 9 L2). */
export function visualOrder<Part extends { readonly level: number }>(
  parts: readonly Part[],
): readonly Part[] {
  const order = [...parts];
  const levels = order.map((part) => part.level);
  const lowestOdd = smallest(levels.map((level) => (level % 2 === 1 ? level : level + 1)));
  for (let level = Math.max(0, largest(levels)); level >= lowestOdd; level -= 1) {
    let from = 0;
    while (from < order.length) {
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to += 1;
      for (const [index, part] of order.slice(from, to).toReversed().entries()) order[from + index] = part;
      from = Math.max(to, from + 1);
    }
  }
  return order;
}
