import { widthOfRuns } from '../../text/width-of-runs.ts';
import type { BlockStyle, LayoutContext } from './context.ts';
import type { Box, TableFrame, Unit } from './flow-block.ts';
import type { FlowMark } from './flow-mark.ts';

/**
 * Sets a block that reads against the page as on a page of its own direction, and turns it around within its room: labels,
 * bars and columns begin where its lines do.
 */
export function mirrored(
  lay: (style: BlockStyle, context: LayoutContext) => readonly Unit[],
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  const axisPt = axisOf(style);
  const reach = style.reach && { start: axisPt - style.reach.end, end: axisPt - style.reach.start };
  const units = lay({ ...style, ...(reach && { reach }) }, { ...context, direction: style.direction });
  // A table on a page on its side is all of it there, in the middle of that page.
  const { turned } = style;
  return mirrorUnits(units, turned && units.some((unit) => unit.turned) ? axisOf(turned) : axisPt);
}

/** What is turned around within a room ends so far from here as it began from the start edge of the page. */
function axisOf({ start, widthPt }: { readonly start: number; readonly widthPt: number }): number {
  return 2 * start + widthPt;
}

/** Units turned around: what began so far from the start edge of the page ends so far from the axis. */
function mirrorUnits(units: readonly Unit[], axisPt: number): readonly Unit[] {
  const boxOf = once((box: Box) => mirrorBox(box, axisPt));
  // Units beside each other share the list of their boxes.
  const boxesOf = once((boxes: readonly Box[]): readonly Box[] => boxes.map(boxOf));
  const frameOf = once(({ head, continued }: TableFrame): TableFrame => ({
    head: head.map(mirror),
    continued: continued.map(mirror),
  }));
  function mirror(unit: Unit): Unit {
    return {
      ...unit,
      marks: unit.marks.map((mark) => mirrorMark(mark, axisPt)),
      boxes: boxesOf(unit.boxes),
      ...(unit.beginsBoxes && { beginsBoxes: boxesOf(unit.beginsBoxes) }),
      ...(unit.endsBoxes && { endsBoxes: boxesOf(unit.endsBoxes) }),
      ...(unit.cells && { cells: unit.cells.map((cell) => ({ ...cell, units: cell.units.map(mirror) })) }),
      ...(unit.table && { table: frameOf(unit.table) }),
    };
  }
  return units.map(mirror);
}

/** A function that gives back the same for the same. */
function once<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const made = known.get(from) ?? make(from);
    known.set(from, made);
    return made;
  };
}

function mirrorBox({ barAtEnd, ...box }: Box, axisPt: number): Box {
  return { ...box, start: axisPt - box.start - box.widthPt, ...(!barAtEnd && { barAtEnd: true }) };
}

function mirrorMark(mark: FlowMark, axisPt: number): FlowMark {
  if (mark.type === 'anchor') return mark;
  const widthPt = mark.type === 'run' ? widthOfRuns(mark.runs, mark.sizePt) : mark.widthPt;
  // The words of a line keep their order: they move as far as the line does.
  const { start, widthPt: movingPt } = mark.line ?? { start: mark.start, widthPt };
  const byPt = axisPt - 2 * start - movingPt;
  const line = mark.line && { ...mark.line, start: mark.line.start + byPt };
  return { ...mark, start: mark.start + byPt, ...(line && { line }) };
}
