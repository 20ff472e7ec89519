import { largest } from '../../../lists/extremes.ts';
import { cellsOf, type Unit } from '../flow-block.ts';
import { fillPages, type FilledPages } from './fill-pages.ts';
import type { OpenPage, PageFrame } from './open-page.ts';

/**
 * The same pages, or others of which the last does not have too few lines: the last pages are made a little tighter, as
 * little as is enough, so that there is one fewer; where that is not enough, more lines go to the last one.
 */
export function drawBack(
  units: readonly Unit[],
  { pages, starts }: FilledPages,
  frame: PageFrame,
): readonly OpenPage[] {
  const { leastLines, tightPages } = frame.metrics.lastPage;
  const last = pages.at(-1);
  if (pages.length < 2 || !last || linesOn(last, frame) >= leastLines) return pages;
  const from = starts.findLastIndex((start, index) => {
    return start !== undefined && index <= Math.max(0, pages.length - tightPages);
  });
  const tail = units.slice(starts[from] ?? 0);
  const count = pages.length - from;
  const drawn = tighterPages(tail, count, frame) ?? fullerEnd(tail, count, frame);
  return drawn ? [...pages.slice(0, from), ...drawn] : pages;
}

/** Fewer pages of the units, these as little lower as that takes; `undefined` where they are still as many at their lowest. */
function tighterPages(
  units: readonly Unit[],
  count: number,
  frame: PageFrame,
): readonly OpenPage[] | undefined {
  const { tightSteps } = frame.metrics.lastPage;
  const pagesAt = (step: number): readonly OpenPage[] =>
    fillPages(
      units.map((unit) => tightened(unit, step / tightSteps, frame)),
      frame,
    ).pages;
  const lowest = pagesAt(tightSteps);
  if (lowest.length >= count) return undefined;
  for (let step = 1; step < tightSteps; step += 1) {
    const pages = pagesAt(step);
    if (pages.length < count) return pages;
  }
  return lowest;
}

/** A unit by a share of what it may be lower, and the gap before it likewise. */
function tightened(unit: Unit, share: number, { metrics }: PageFrame): Unit {
  const gapPt = unit.gapPt - unit.gapPt * share * metrics.lastPage.tightGapShare;
  if (unit.tightenPt === undefined) return gapPt === unit.gapPt ? unit : { ...unit, gapPt };
  const heightPt = unit.heightPt - unit.tightenPt * share;
  const marks = unit.marks.map((mark) =>
    mark.type === 'link' ? { ...mark, heightPt: Math.min(mark.heightPt, heightPt) } : mark,
  );
  return { ...unit, gapPt, heightPt, marks };
}

/** The same number of pages with enough lines on the last; `undefined` where no more can be kept together. */
function fullerEnd(units: readonly Unit[], count: number, frame: PageFrame): readonly OpenPage[] | undefined {
  const { leastLines } = frame.metrics.lastPage;
  let lines = 0;
  const from = units.findLastIndex((unit) => (lines += linesOf(unit, frame)) >= leastLines);
  if (from < 0) return undefined;
  const kept = units.map((unit, index) =>
    index >= from && index < units.length - 1 ? { ...unit, keepWithNext: true } : unit,
  );
  const { pages } = fillPages(kept, frame);
  const last = pages.at(-1);
  return pages.length === count && last && linesOn(last, frame) >= leastLines ? pages : undefined;
}

function linesOn({ body, notes }: OpenPage, frame: PageFrame): number {
  const lines = body.reduce((sum, { unit, repeated }) => sum + (repeated ? 0 : linesOf(unit, frame)), 0);
  return notes.reduce((sum, unit) => sum + linesOf(unit, frame), lines);
}

/** How many lines a unit has that can be read; a picture as many as are as high, a rule none. */
function linesOf(unit: Unit, { leadingPt }: PageFrame): number {
  const cells = cellsOf(unit);
  if (cells)
    return Math.max((unit.rowEnds?.length ?? 0) + 1, largest(cells.map(({ from, to }) => to - from)));
  if (unit.baselinePt !== undefined) return unit.marks.length === 0 ? 0 : 1;
  const isRule =
    unit.marks.some(({ type }) => type === 'rect') && unit.marks.every(({ type }) => type !== 'image');
  return unit.marks.length === 0 || isRule ? 0 : unit.heightPt / leadingPt;
}
