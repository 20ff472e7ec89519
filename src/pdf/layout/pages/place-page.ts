import type { FlowMark, FlowPlaced } from '../flow-mark.ts';
import { cellsOf, unitsOf, type Box, type Unit } from '../flow-block.ts';
import type { OpenPage, PageFrame } from './open-page.ts';

/** What stands on a page where it stands: the boxes behind the text, the text, the notes at its foot. */
export function placePage(page: OpenPage, frame: PageFrame): readonly FlowPlaced[] {
  const placed: FlowPlaced[] = [];
  const boxes = new Map<Box, Extent>();
  for (const { unit, top, repeated } of page.body) {
    placeUnit(unit, { top: frame.topPt + top, repeated, boxes }, placed);
  }
  if (page.notes.length > 0) {
    let y = frame.topPt + frame.heightPt - page.notesPt;
    placed.push({ top: y, marks: [frame.noteRule.mark] });
    y += frame.noteRule.heightPt;
    for (const unit of page.notes) {
      placeUnit(unit, { top: y, repeated: false, boxes }, placed);
      y += unit.heightPt;
    }
  }
  const { framePt } = frame.metrics.box;
  const grounds = [...boxes].map(([box, extent]) => ({ top: 0, marks: boxMarks(box, { extent, framePt }) }));
  return [...grounds, ...placed];
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

interface At {
  readonly top: number;
  readonly repeated: boolean;
  readonly boxes: Map<Box, Extent>;
}

function placeUnit(unit: Unit, at: At, placed: FlowPlaced[]): void {
  for (const box of unit.boxes) {
    const extent = at.boxes.get(box) ?? { top: at.top, bottom: at.top };
    at.boxes.set(box, {
      top: Math.min(extent.top, at.top),
      bottom: Math.max(extent.bottom, at.top + unit.heightPt),
    });
  }
  if (unit.marks.length > 0)
    placed.push({ top: at.top, marks: unit.marks, ...(at.repeated && { repeated: true }) });
  for (const cell of cellsOf(unit) ?? []) {
    let y = at.top + cell.top;
    for (const [index, inner] of unitsOf(cell).entries()) {
      y += index === 0 ? 0 : inner.gapPt;
      placeUnit(inner, { ...at, top: y }, placed);
      y += inner.heightPt;
    }
  }
}

function boxMarks(
  box: Box,
  { extent, framePt }: { readonly extent: Extent; readonly framePt: number },
): readonly FlowMark[] {
  const { start, widthPt } = box;
  const { top, bottom } = extent;
  const heightPt = bottom - top;
  const rect = (
    area: { start: number; y: number; widthPt: number; heightPt: number },
    colour: Box['ground'],
  ): FlowMark[] => (colour ? [{ type: 'rect', ...area, colour, under: true }] : []);
  return [
    ...rect({ start, y: top, widthPt, heightPt }, box.ground),
    ...(box.bar ? rect({ start, y: top, widthPt: box.bar.widthPt, heightPt }, box.bar.colour) : []),
    ...rect({ start, y: top, widthPt, heightPt: framePt }, box.frame),
    ...rect({ start, y: bottom - framePt, widthPt, heightPt: framePt }, box.frame),
    ...rect({ start, y: top, widthPt: framePt, heightPt }, box.frame),
    ...rect({ start: start + widthPt - framePt, y: top, widthPt: framePt, heightPt }, box.frame),
  ];
}
