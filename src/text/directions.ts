import bidiFactory from 'bidi-js';
import { type Direction, mayReorder } from '../characters/strong-letters.ts';
import { largest, smallest } from '../lists/extremes.ts';

const bidi = bidiFactory();

/** The embedding level of each UTF-16 unit of a paragraph (UAX 9 P1–I2); `undefined` where all are 0. */
export function embeddingLevels(text: string, base: Direction = 'ltr'): Uint8Array | undefined {
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
