import { cellStack, spacer, type Box, type CellStack, type Unit } from '../flow-block.ts';
import type { FlowRect } from '../flow-mark.ts';

/** Where a row begins and ends, from the top of its unit, and the leading of its text, points. */
interface RowPlace {
  readonly top: number;
  readonly bottom: number;
  readonly leadingPt: number;
}

/** Lines below a row that is not the last of its unit, as a cell: where the rows are cut, it goes with its row. */
export function ruleCell(below: readonly FlowRect[], bottom: number, padPt: number): CellStack {
  // Its top is a little above where words end, so that rounding takes it to no other page than these.
  const liftPt = padPt + (below[0]?.heightPt ?? 0);
  return cellStack(bottom - liftPt, [
    { ...spacer(0), marks: below.map((mark) => ({ ...mark, y: mark.y + liftPt })) },
  ]);
}

/** Lines beside the cells of a row, as a cell of parts as high as lines of text: it is cut where these are. */
export function sideCells(beside: readonly Box[], place: RowPlace, padPt: number): readonly CellStack[] {
  if (beside.length === 0) return [];
  const units: Unit[] = [];
  let restPt = place.bottom - place.top - 2 * padPt;
  while (restPt > 0) {
    units.push({ ...spacer(Math.min(restPt, place.leadingPt)), boxes: beside });
    restPt -= place.leadingPt;
  }
  return [cellStack(place.top + padPt, units)];
}
