import { largest } from '../../../lists/extremes.ts';
import { cellHeight, type CellStack, type Unit } from '../flow-block.ts';

/**
 * Cuts a row so that its first part is at most `roomPt` high; `undefined` where no cell has a line that fits, or nothing is
 * left over. No line is lost: each goes into one of the parts. `padPt` is the room above and below the words of a cell.
 */
export function splitRow(
  row: Unit,
  { padPt, roomPt }: { readonly padPt: number; readonly roomPt: number },
): readonly [Unit, Unit] | undefined {
  if (!row.cells) return undefined;
  const first: CellStack[] = [];
  const second: CellStack[] = [];
  for (const cell of row.cells) {
    const fitting = countFitting(cell, roomPt - padPt);
    const cut = cell.from + fitting;
    first.push({ ...cell, to: cut });
    second.push({ ...cell, from: cut, top: fitting === 0 ? Math.max(padPt, cell.top - roomPt) : padPt });
  }
  if (first.every(isEmpty) || second.every(isEmpty)) return undefined;
  return [part(row, first, { marks: 'start', padPt }), part(row, second, { marks: 'end', padPt })];
}

function isEmpty({ from, to }: CellStack): boolean {
  return from >= to;
}

function countFitting(cell: CellStack, bottomPt: number): number {
  let y = cell.top;
  for (let index = cell.from; index < cell.to; index += 1) {
    const unit = cell.units[index];
    if (!unit) break;
    y += (index === cell.from ? 0 : unit.gapPt) + unit.heightPt;
    if (y > bottomPt) return index - cell.from;
  }
  return cell.to - cell.from;
}

function part(
  row: Unit,
  cells: readonly CellStack[],
  options: { readonly marks: 'start' | 'end'; readonly padPt: number },
): Unit {
  // Of the many cells of rows that a cell joins, each part holds its own: those of the other part give it no height.
  const own = cells.filter((cell) => !isEmpty(cell) || (options.marks === 'end' && cell.top > options.padPt));
  const heightPt = largest(own.map((cell) => cell.top + cellHeight(cell) + options.padPt));
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
