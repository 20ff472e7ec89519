import type { Box, Unit } from '../flow-block.ts';
import type { FlowMark } from '../flow-mark.ts';

/** Units that follow each other on pages of one kind. */
export interface PageStretch {
  readonly turned: boolean;
  readonly units: readonly Unit[];
}

/** What goes to a page on its side with its table. */
export interface KeptUnits {
  /** No more than so much, points. */
  readonly mostPt: number;
  /** How much further on along the line that page's text begins. */
  readonly byPt: number;
}

/**
 * Units parted where a page on its side has to begin or to end. What keeps with such a table, its heading for instance, or a
 * caption below it, goes there with it, and so do a few lines that would be alone on an upright page beside it.
 */
export function pageStretches(units: readonly Unit[], kept: KeptUnits): readonly PageStretch[] {
  if (!units.some((unit) => unit.turned)) return [{ turned: false, units }];
  const sides = withLonely(units, sidesOf(units, kept.mostPt), kept.mostPt);
  const stretches: { readonly turned: boolean; readonly units: Unit[] }[] = [];
  const boxes = new Map<Box, Box>();
  for (const [index, unit] of units.entries()) {
    const turned = sides[index] ?? false;
    const last = stretches.at(-1);
    const own = turned && !unit.turned ? moved(unit, kept.byPt, boxes) : unit;
    if (last?.turned === turned) last.units.push(own);
    else stretches.push({ turned, units: [own] });
  }
  return stretches;
}

/** Whether each unit stands on a page on its side. */
function sidesOf(units: readonly Unit[], mostPt: number): readonly boolean[] {
  const sides = units.map((unit) => unit.turned === true);
  for (const [index, unit] of units.entries()) {
    if (!unit.turned) continue;
    sides.fill(true, firstKept(units, { index, mostPt }), index);
    if (unit.keepWithNext && index + 1 < units.length) sides[index + 1] = true;
  }
  return sides;
}

/** The same sides, but for units between two pages on their side, or before or behind one, that are no higher than that. */
function withLonely(units: readonly Unit[], sides: readonly boolean[], mostPt: number): readonly boolean[] {
  const all = [...sides];
  let [from, heightPt, isFixed] = [0, 0, false];
  for (let index = 0; index <= units.length; index += 1) {
    const unit = units[index];
    if (unit && !sides[index]) {
      heightPt += unit.heightPt + unit.gapPt;
      isFixed ||= isUpright(unit);
      continue;
    }
    if (!isFixed && heightPt <= mostPt) all.fill(true, from, index);
    [from, heightPt, isFixed] = [index + 1, 0, false];
  }
  return all;
}

/** Whether it was laid for an upright page: a row of a table, and code that goes into the margin. */
function isUpright(unit: Unit): boolean {
  return unit.cells !== undefined || unit.inMargin === true;
}

/** The first of the units that keep with the one at `index`, no more of them than may go with it. */
function firstKept(
  units: readonly Unit[],
  { index, mostPt }: { readonly index: number; readonly mostPt: number },
): number {
  let [first, heightPt] = [index, 0];
  while (first > 0) {
    const unit = units[first - 1];
    if (!unit?.keepWithNext || unit.turned || isUpright(unit)) break;
    heightPt += unit.heightPt + unit.gapPt;
    if (heightPt > mostPt) break;
    first -= 1;
  }
  return first;
}

/** The same unit where it begins on a page on its side; `boxes` are those of units that were moved before. */
function moved(unit: Unit, byPt: number, boxes: Map<Box, Box>): Unit {
  const moveMark = (mark: FlowMark): FlowMark => {
    if (mark.type === 'anchor') return mark;
    const line = mark.line && { ...mark.line, start: mark.line.start + byPt };
    return { ...mark, start: mark.start + byPt, ...(line && { line }) };
  };
  const moveBox = (box: Box): Box => {
    const known = boxes.get(box) ?? { ...box, start: box.start + byPt };
    boxes.set(box, known);
    return known;
  };
  const { beginsBoxes = [], endsBoxes = [] } = unit;
  return {
    ...unit,
    marks: unit.marks.map(moveMark),
    boxes: unit.boxes.map(moveBox),
    beginsBoxes: beginsBoxes.map(moveBox),
    endsBoxes: endsBoxes.map(moveBox),
  };
}
