import type { Note } from '../../document/document.ts';
import type { Colour } from '../theme/theme.ts';
import type { FlowMark } from './flow-mark.ts';

/** A line along one edge or around a box. */
export interface BoxLine {
  readonly colour: Colour;
  readonly widthPt: number;
}

/** A coloured ground, with or without lines at its edges, behind all units that name it. */
export interface Box {
  /** From the edge of the page at which lines start, points. */
  readonly start: number;
  readonly widthPt: number;
  readonly ground?: Colour;
  /** At its start edge, or at the other where it was turned around. */
  readonly bar?: BoxLine;
  readonly barAtEnd?: true;
  readonly above?: BoxLine;
  readonly below?: BoxLine;
  /** All around it. */
  readonly frame?: BoxLine;
}

/** What rows have in common that belong to one table; its head is repeated on every further page. */
export interface TableFrame {
  readonly head: readonly Unit[];
  /** Above its head on every further page: that the table goes on. */
  readonly continued: readonly Unit[];
}

/** A stack of units at its own place within a row. Where the row was cut, a part of it, so that no cut copies what is left. */
export interface CellStack {
  /** From the top of the row. */
  readonly top: number;
  /** Of the whole cell. */
  readonly units: readonly Unit[];
  /** Which units belong to this part of the row: from the first, to before the last. */
  readonly from: number;
  readonly to: number;
  /** Where each of the units ends, from the top of the first of the cell, points. */
  readonly ends: readonly number[];
}

/** Cells of a row that its cuts have not reached: shared by all that is left of it, so that no cut goes over them. */
export interface CellsBelow {
  /** Of the whole row; those from `from` on are still below. */
  readonly all: readonly CellStack[];
  readonly from: number;
  /** By how much the cuts have brought them nearer to the top, points. */
  readonly raisedPt: number;
  /** Of each cell and those behind it: the top of the highest, and the bottom of the lowest, points. */
  readonly nearest: readonly number[];
  readonly bottoms: readonly number[];
  /** Index of the last cell that is not empty. */
  readonly lastFilled: number;
}

/**
 * What pagination places as a whole: a line, a picture, a row of a table. Coordinates of marks are from the edge of
 * the page at which lines start and from the top of the unit.
 */
export interface Unit {
  readonly heightPt: number;
  /** Space before it, dropped at the top of a page. */
  readonly gapPt: number;
  /** No page may end between this unit and the next. */
  readonly keepWithNext: boolean;
  readonly marks: readonly FlowMark[];
  /** From its top; of a line of text. */
  readonly baselinePt?: number;
  /** Notes whose first reference stands in it; those of a table row are in its cells (`notesIn`). */
  readonly notes: readonly Note[];
  /** Outermost first. */
  readonly boxes: readonly Box[];
  /** Those of the boxes that begin with it, and that end with it: one that goes over pages is open where it is cut. */
  readonly beginsBoxes?: readonly Box[];
  readonly endsBoxes?: readonly Box[];
  /** Of a line of text, by how much less it may be high where its page lacks room; none where absent. */
  readonly tightenPt?: number;
  /** Of a table row: its cells, so that it can be split. */
  readonly cells?: readonly CellStack[];
  /** Of rows that cells join: where each but the last ends, from the top of the whole, points. A cut is made there where it can be. */
  readonly rowEnds?: readonly number[];
  /** Of what is left of a row: further cells, behind the others. */
  readonly below?: CellsBelow;
  /** Of a body row: the table that it belongs to. */
  readonly table?: TableFrame;
  /** Whether it stands elsewhere too, where the tags have it: here it is an artifact. */
  readonly repeated?: true;
  /** Whether it stands on a page on its side. */
  readonly turned?: true;
  /** Whether it begins in the margin, so that it stands right on an upright page alone. */
  readonly inMargin?: true;
}

/** A unit with only a height. */
export function spacer(heightPt: number): Unit {
  return { heightPt, gapPt: 0, keepWithNext: true, marks: [], notes: [], boxes: [] };
}

/** The same unit as an artifact: what it says, its notes and places among it, stands elsewhere. */
export function asRepeated(unit: Unit): Unit {
  const cells = unit.cells?.map((cell) => ({ ...cell, units: cell.units.map(asRepeated) }));
  return { ...unit, repeated: true, notes: [], ...(cells && { cells }) };
}

/** The height of units under each other, the gap of the first left out. */
export function stackHeight(units: readonly Unit[]): number {
  return units.reduce((sum, unit, index) => sum + unit.heightPt + (index === 0 ? 0 : unit.gapPt), 0);
}

/** All of a cell. */
export function cellStack(top: number, units: readonly Unit[]): CellStack {
  const ends: number[] = [];
  let end = 0;
  for (const unit of units) {
    end += unit.heightPt + (ends.length === 0 ? 0 : unit.gapPt);
    ends.push(end);
  }
  return { top, units, from: 0, to: units.length, ends };
}

/** The units of a cell that belong to its part of the row. */
export function unitsOf({ units, from, to }: CellStack): readonly Unit[] {
  return units.slice(from, to);
}

/** The height of the units of a cell that belong to its part of the row, the gap of the first left out. */
export function cellHeight({ units, from, to, ends }: CellStack): number {
  if (from >= to) return 0;
  const before = from === 0 ? 0 : (ends[from - 1] ?? 0) + (units[from]?.gapPt ?? 0);
  return (ends[to - 1] ?? 0) - before;
}

/** All cells of a row; `undefined` of what is no row. */
export function cellsOf({ cells, below }: Unit): readonly CellStack[] | undefined {
  if (!cells || !below) return cells;
  const { all, from, raisedPt } = below;
  return [...cells, ...all.slice(from).map((cell) => ({ ...cell, top: cell.top - raisedPt }))];
}

/** The notes whose first reference stands in a unit, or in the cells of a row. */
export function notesIn(unit: Unit): readonly Note[] {
  return cellsOf(unit)?.flatMap((cell) => unitsOf(cell).flatMap(notesIn)) ?? unit.notes;
}

/** The same units, the first with at least this gap before it. */
export function withGap(units: readonly Unit[], gapPt: number): readonly Unit[] {
  const [first, ...rest] = units;
  return first ? [{ ...first, gapPt: Math.max(first.gapPt, gapPt) }, ...rest] : units;
}

/** The same units, the first with exactly this gap before it. */
export function withGapOf(units: readonly Unit[], gapPt: number): readonly Unit[] {
  const [first, ...rest] = units;
  return first ? [{ ...first, gapPt }, ...rest] : units;
}

/** The same units; no page ends right after them. */
export function keepingWithNext(units: readonly Unit[]): readonly Unit[] {
  const last = units.at(-1);
  return last ? [...units.slice(0, -1), { ...last, keepWithNext: true }] : units;
}

/** The same units, the first with further marks before its own, for instance the label of a list item. */
export function withMarks(units: readonly Unit[], marks: readonly FlowMark[]): readonly Unit[] {
  const [first, ...rest] = units;
  return first ? [{ ...first, marks: [...marks, ...first.marks] }, ...rest] : units;
}

/** The same units inside a box. */
export function inBox(units: readonly Unit[], box: Box): readonly Unit[] {
  // Units beside each other mostly stand in the same boxes: a list of each, for each box, would be the square of the depth.
  let inner: readonly Box[] | undefined;
  let boxes: readonly Box[] = [];
  return units.map((unit, index) => {
    if (inner === undefined || (unit.boxes !== inner && unit.boxes.length + inner.length > 0)) {
      inner = unit.boxes;
      boxes = [box, ...inner];
    }
    return {
      ...unit,
      boxes,
      ...(index === 0 && { beginsBoxes: [box, ...(unit.beginsBoxes ?? [])] }),
      ...(index === units.length - 1 && { endsBoxes: [box, ...(unit.endsBoxes ?? [])] }),
    };
  });
}
