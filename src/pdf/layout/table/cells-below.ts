import { cellHeight, type CellsBelow, type CellStack } from '../flow-block.ts';

/** All cells of a row, none of them reached yet. */
export function cellsBelow(all: readonly CellStack[]): CellsBelow {
  const nearest: number[] = [];
  const bottoms: number[] = [];
  let lastFilled = -1;
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const cell = all[index];
    if (!cell) continue;
    nearest[index] = Math.min(cell.top, nearest[index + 1] ?? Infinity);
    const bottom = cell.from < cell.to || cell.top > 0 ? cell.top + cellHeight(cell) : 0;
    bottoms[index] = Math.max(bottom, bottoms[index + 1] ?? 0);
    if (lastFilled < 0 && cell.from < cell.to) lastFilled = index;
  }
  return { all, from: 0, raisedPt: 0, nearest, bottoms, lastFilled };
}

/** Parts the cells that begin above `bottomPt`, with those between them, from the others, which a cut there need not go over. */
export function reachCells(
  below: CellsBelow,
  bottomPt: number,
): { readonly reached: readonly CellStack[]; readonly left: CellsBelow } {
  const { all, raisedPt, nearest } = below;
  let from = below.from;
  const reached: CellStack[] = [];
  while (from < all.length && (nearest[from] ?? Infinity) - raisedPt <= bottomPt) {
    const cell = all[from];
    if (cell) reached.push({ ...cell, top: cell.top - raisedPt });
    from += 1;
  }
  return { reached, left: { ...below, from } };
}
