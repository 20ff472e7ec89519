import { largest } from '../../../lists/extremes.ts';
import { cellHeight, type CellsBelow, type CellStack, type Unit } from '../flow-block.ts';
import { cellsBelow, reachCells } from './cells-below.ts';

/** A smaller height is a sum that was rounded. */
const roundedPt = 0.01;

/**
 * Cuts a row so that its first part is at most `roomPt` high; `undefined` where no cell has a line that fits, or nothing is
 * left over. No line is lost: each goes into one of the parts. `padPt` is the room above and below the words of a cell.
 */
export function splitRow(
  row: Unit,
  { padPt, roomPt: mostPt }: { readonly padPt: number; readonly roomPt: number },
): readonly [Unit, Unit] | undefined {
  if (!row.cells) return undefined;
  const roomPt = lastRowEnd(row, mostPt) ?? mostPt;
  // Reached too is what begins so little below the cut that it has to be kept from the top of the next part.
  const { reached, left } = reachCells(row.below ?? cellsBelow(row.cells), roomPt + padPt);
  const first: CellStack[] = [];
  const second: CellStack[] = [];
  for (const cell of row.below ? [...row.cells, ...reached] : reached) {
    const fitting = countFitting(cell, roomPt - padPt);
    const cut = cell.from + fitting;
    first.push({ ...cell, to: cut });
    second.push({ ...cell, from: cut, top: fitting === 0 ? Math.max(padPt, cell.top - roomPt) : padPt });
  }
  const leaves = left.from <= left.lastFilled || !second.every(isEmpty);
  if (first.every(isEmpty) || !leaves) return undefined;
  const below = { ...left, raisedPt: left.raisedPt + roomPt };
  const { below: _, ...whole } = row;
  return [
    part(whole, first, { marks: 'start', padPt }),
    part({ ...whole, below }, second, { marks: 'end', padPt }),
  ];
}

/** Where the last of joined rows ends that fits; `undefined` where not even the first does. */
function lastRowEnd({ rowEnds = [], below }: Unit, roomPt: number): number | undefined {
  const raisedPt = below?.raisedPt ?? 0;
  let low = 0;
  let high = rowEnds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rowEnds[middle] ?? 0) - raisedPt <= roomPt) low = middle + 1;
    else high = middle;
  }
  const end = (rowEnds[low - 1] ?? 0) - raisedPt;
  return end > roundedPt ? end + roundedPt : undefined;
}

function isEmpty({ from, to }: CellStack): boolean {
  return from >= to;
}

function bottomOf({ bottoms, from, raisedPt }: CellsBelow): number {
  return (bottoms[from] ?? -Infinity) - raisedPt;
}

function countFitting(cell: CellStack, bottomPt: number): number {
  let y = cell.top;
  for (let index = cell.from; index < cell.to; index += 1) {
    const unit = cell.units[index];
    if (!unit) break;
    y += (index === cell.from ? 0 : unit.gapPt) + unit.heightPt;
    if (y > bottomPt) return keptTogether(cell, index) - cell.from;
  }
  return cell.to - cell.from;
}

/** The last place before `cut` where lines need not stay together, so that none is alone; `cut` itself where there is none. */
function keptTogether({ units, from }: CellStack, cut: number): number {
  let at = cut;
  while (at > from && units[at - 1]?.keepWithNext) at -= 1;
  return at > from ? at : cut;
}

function part(
  row: Unit,
  cells: readonly CellStack[],
  options: { readonly marks: 'start' | 'end'; readonly padPt: number },
): Unit {
  // Of the many cells of rows that a cell joins, each part holds its own: those of the other part give it no height.
  const own = cells.filter((cell) => !isEmpty(cell) || (options.marks === 'end' && cell.top > options.padPt));
  const ownPt = largest(own.map((cell) => cell.top + cellHeight(cell) + options.padPt));
  const heightPt = Math.max(ownPt, row.below ? bottomOf(row.below) + options.padPt : 0);
  // Rules at the top stay with the first part, rules at the bottom move to the end of the second.
  const marks = row.marks
    .filter((mark) => mark.type !== 'rect' || mark.y < row.heightPt / 2 === (options.marks === 'start'))
    .map((mark) =>
      mark.type === 'rect' && options.marks === 'end'
        ? { ...mark, y: mark.y - row.heightPt + heightPt }
        : mark,
    )
    .filter((mark) => mark.type === 'rect' || options.marks === 'start');
  return { ...row, heightPt, gapPt: options.marks === 'end' ? 0 : row.gapPt, marks, cells: own };
}
