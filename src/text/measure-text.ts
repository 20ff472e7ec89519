import { atomsOf } from './atoms.ts';
import type { InlineItem } from './inline-item.ts';
import type { Shaper } from './shape-text.ts';

/** The width of the longest line without any optional break, and of the widest atom: what table columns are measured by. */
export function measureText<Tag>(
  items: readonly InlineItem<Tag>[],
  shaper: Shaper,
): { readonly minPt: number; readonly maxPt: number } {
  let minPt = 0;
  let maxPt = 0;
  let x = 0;
  const spare = sparesOf(items);
  for (const atom of atomsOf(items, shaper)) {
    const scaled = atom.pieces.reduce(
      (sum, piece) => sum + (piece.glyphs ? 0 : (spare.get(piece.tag) ?? 0)),
      0,
    );
    minPt = Math.max(minPt, atom.widthPt - atom.hangPt - scaled);
    maxPt = Math.max(maxPt, x + atom.widthPt - atom.hangPt);
    x = atom.mustBreak ? 0 : x + atom.widthPt;
  }
  return { minPt, maxPt };
}

/** By how much each object can be scaled down. */
function sparesOf<Tag>(items: readonly InlineItem<Tag>[]): ReadonlyMap<Tag, number> {
  const objects = items.filter((item) => item.kind === 'object');
  return new Map(objects.map(({ tag, widthPt, leastPt = widthPt }) => [tag, widthPt - leastPt]));
}
