import type { FlowMark, FlowPlaced } from '../flow-mark.ts';
import { cellsOf, unitsOf, type Box, type BoxLine, type Unit } from '../flow-block.ts';
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
  const grounds = [...boxes].map(([box, extent]) => ({ top: 0, marks: boxMarks(box, extent) }));
  return [...grounds, ...placed];
}

/** What a page has of a box. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
  /** Whether it begins and ends there, else it goes on from the page before, or on the next. */
  readonly begins: boolean;
  readonly ends: boolean;
}

interface At {
  readonly top: number;
  readonly repeated: boolean;
  readonly boxes: Map<Box, Extent>;
}

function placeUnit(unit: Unit, at: At, placed: FlowPlaced[]): void {
  for (const box of unit.boxes) {
    const extent = at.boxes.get(box) ?? { top: at.top, bottom: at.top, begins: false, ends: false };
    at.boxes.set(box, {
      top: Math.min(extent.top, at.top),
      bottom: Math.max(extent.bottom, at.top + unit.heightPt),
      begins: extent.begins || unit.beginsBoxes?.includes(box) === true,
      ends: extent.ends || unit.endsBoxes?.includes(box) === true,
    });
  }
  const repeated = at.repeated || unit.repeated === true;
  if (unit.marks.length > 0) placed.push({ top: at.top, marks: unit.marks, ...(repeated && { repeated }) });
  for (const cell of cellsOf(unit) ?? []) {
    let y = at.top + cell.top;
    for (const [index, inner] of unitsOf(cell).entries()) {
      y += index === 0 ? 0 : inner.gapPt;
      placeUnit(inner, { ...at, top: y, repeated }, placed);
      y += inner.heightPt;
    }
  }
}

function boxMarks(box: Box, { top, bottom, begins, ends }: Extent): readonly FlowMark[] {
  const { start, widthPt, frame, bar, above = frame, below = frame } = box;
  const heightPt = bottom - top;
  const rect = (
    area: { start: number; y: number; widthPt: number; heightPt: number },
    colour: Box['ground'],
  ): FlowMark[] => (colour ? [{ type: 'rect', ...area, colour, under: true }] : []);
  const across = (y: number, line: BoxLine): FlowMark[] =>
    rect({ start, y, widthPt, heightPt: line.widthPt }, line.colour);
  const down = (at: number, line: BoxLine): FlowMark[] =>
    rect({ start: at, y: top, widthPt: line.widthPt, heightPt }, line.colour);
  return [
    ...rect({ start, y: top, widthPt, heightPt }, box.ground),
    ...(bar ? down(box.barAtEnd ? start + widthPt - bar.widthPt : start, bar) : []),
    ...(above && begins ? across(top, above) : []),
    ...(below && ends ? across(bottom - below.widthPt, below) : []),
    ...(frame ? [...down(start, frame), ...down(start + widthPt - frame.widthPt, frame)] : []),
  ];
}
