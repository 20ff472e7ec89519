import type { Note } from '../../../document/document.ts';
import { appendAll } from '../../../lists/append-all.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { Mark, Placed } from '../display-list.ts';
import { stackHeight, type Box, type Unit } from '../flow-block.ts';
import { splitRow } from '../table/split-row.ts';

/** The text area and how notes are set at its foot. */
export interface PageFrame {
  readonly topPt: number;
  readonly heightPt: number;
  readonly metrics: Metrics;
  /** Lays out one note; called once for each. */
  readonly layoutNote: (note: Note) => readonly Unit[];
  /** The line above the notes, and the room that it takes. */
  readonly noteRule: { readonly heightPt: number; readonly mark: Mark };
}

interface OpenPage {
  readonly body: { readonly unit: Unit; readonly top: number; readonly repeated: boolean }[];
  readonly notes: Unit[];
  usedPt: number;
  notesPt: number;
}

/**
 * Divides units into pages, first fit. What each unit says to keep together is kept unless it is higher than a page. Notes
 * stand at the foot of the page that holds their reference; one that is too long goes on at the foot of the next page.
 * Every unit and every note is placed exactly once, in order.
 */
export function paginate(units: readonly Unit[], frame: PageFrame): readonly (readonly Placed[])[] {
  const { note: noteMetrics, table } = frame.metrics;
  const pages: OpenPage[] = [];
  let page = openPage();
  // Lines of notes that wait for room, the next one last.
  let pending: Unit[] = [];

  const notesRoom = (): number => frame.heightPt - page.usedPt - page.notesPt;
  const ruleRoom = (): number => (page.notes.length === 0 ? frame.noteRule.heightPt : 0);

  const placeNotes = (limitPt: number): void => {
    for (let unit = pending.at(-1); unit; unit = pending.at(-1)) {
      if (unit.heightPt + ruleRoom() > Math.min(notesRoom(), limitPt - page.notesPt) + 0.001) return;
      page.notesPt += ruleRoom() + unit.heightPt;
      page.notes.push(unit);
      pending.pop();
    }
  };
  const addNotes = (notes: readonly (readonly Unit[])[]): void => {
    pending = [...notes.flat().toReversed(), ...pending];
    const whole = pending.reduceRight((sum, unit) => sum + unit.heightPt, ruleRoom());
    const fitsWhole = whole <= notesRoom() + 0.001;
    const least = page.notesPt + ruleRoom() + leastHeight(notes, frame);
    placeNotes(fitsWhole ? Infinity : Math.max(frame.heightPt * noteMetrics.pageShare, least));
  };
  const nextPage = (upcoming: Unit | undefined): void => {
    // What the text leaves empty is room for notes that go on.
    placeNotes(Infinity);
    pages.push(page);
    page = openPage();
    if (pending.length > 0) {
      placeNotes(upcoming ? frame.heightPt * noteMetrics.pageShare : Infinity);
      // A line of a note higher than the limit still moves on.
      if (page.notes.length === 0) placeNotes(Infinity);
      const first = pending.at(-1);
      if (first && page.notes.length === 0) {
        // Higher than a page, for instance a picture in a note: it is placed all the same, so that nothing is lost.
        page.notes.push(first);
        page.notesPt += frame.noteRule.heightPt + first.heightPt;
        pending.pop();
      }
    }
    if (upcoming?.table && page.body.length === 0) repeatHead(upcoming.table.head);
  };
  const repeatHead = (head: readonly Unit[]): void => {
    const height = head.reduce((sum, unit) => sum + unit.heightPt, 0);
    if (height > frame.heightPt * table.repeatedHeadPageShare) return;
    for (const unit of head) put(unit, true);
  };
  const put = (unit: Unit, repeated = false): void => {
    const gap = page.usedPt === 0 ? 0 : unit.gapPt;
    page.body.push({ unit, top: page.usedPt + gap, repeated });
    page.usedPt += gap + unit.heightPt;
  };
  const heightOf = (chunk: readonly Unit[]): number => {
    const first = chunk[0];
    return stackHeight(chunk) + (first && page.usedPt > 0 ? first.gapPt : 0);
  };
  const tryPlace = (chunk: readonly Unit[]): boolean => {
    const notes = layoutNotes(chunk, frame);
    if (notes.length > 0 && pending.length > 0) return false;
    const rule = notes.length > 0 ? ruleRoom() : 0;
    if (heightOf(chunk) + rule + leastHeight(notes, frame) > notesRoom() + 0.001) return false;
    for (const unit of chunk) put(unit);
    if (notes.length > 0) addNotes(notes);
    return true;
  };
  const hasBody = (): boolean => page.body.some((entry) => !entry.repeated);
  /** Nothing else is on the page: what does not fit is cut between its units, or within a row. */
  const force = (chunk: readonly Unit[]): readonly Unit[] => {
    const rest = [...chunk];
    while (rest[0]) {
      const unit = rest[0];
      if (tryPlace([unit])) {
        rest.shift();
        continue;
      }
      if (hasBody()) return rest;
      const parts = splitRow(unit, { padPt: table.padPt, roomPt: notesRoom() });
      if (parts && tryPlace([parts[0]])) return [parts[1], ...rest.slice(1)];
      if (page.notes.length > 0) {
        // Notes carried over leave too little room: they get the whole page, and the text the next one.
        placeNotes(Infinity);
        return rest;
      }
      placeAnyway(parts?.[0] ?? unit);
      return parts ? [parts[1], ...rest.slice(1)] : rest.slice(1);
    }
    return rest;
  };
  const placeAnyway = (unit: Unit): void => {
    put(unit);
    const notes = layoutNotes([unit], frame);
    if (notes.length > 0) addNotes(notes);
  };

  // What is still to be placed, the next one last: each step takes from the end, and puts back there what is left over.
  const waiting = units.toReversed();
  while (waiting.length > 0) {
    const chunk = nextChunk(waiting, frame.heightPt);
    const first = chunk[0];
    if (tryPlace(chunk)) {
      waiting.length -= chunk.length;
      continue;
    }
    const parts = splitLastRow(chunk, { frame, roomPt: notesRoom(), hasBody: page.usedPt > 0 });
    if (parts && tryPlace([...chunk.slice(0, -1), parts[0]])) {
      waiting.length -= chunk.length;
      waiting.push(parts[1]);
      nextPage(parts[1]);
      continue;
    }
    if (hasBody()) {
      nextPage(first);
      continue;
    }
    const rest = force(chunk);
    waiting.length -= chunk.length;
    appendAll(waiting, rest.toReversed());
    if (rest.length > 0) nextPage(rest[0]);
  }
  while (pending.length > 0) nextPage(undefined);
  pages.push(page);
  return pages.map((open) => placePage(open, frame));
}

function openPage(): OpenPage {
  return { body: [], notes: [], usedPt: 0, notesPt: 0 };
}

/**
 * The next units to the first place where a page may end, or until those before the last are higher than a page: what
 * follows has no say then in how they are cut.
 */
function nextChunk(waiting: readonly Unit[], pagePt: number): readonly Unit[] {
  const chunk: Unit[] = [];
  let heightPt = 0;
  for (const unit of fromTheEnd(waiting)) {
    const abovePt = heightPt;
    chunk.push(unit);
    heightPt += unit.heightPt + (chunk.length === 1 ? 0 : unit.gapPt);
    if (!unit.keepWithNext || abovePt > pagePt) break;
  }
  return chunk;
}

function* fromTheEnd(units: readonly Unit[]): Iterable<Unit> {
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at];
    if (unit) yield unit;
  }
}

/** The notes of units, then the notes that these refer to first, and so on: in the order of their numbers. */
function layoutNotes(units: readonly Unit[], frame: PageFrame): readonly (readonly Unit[])[] {
  const notes = units.flatMap((unit) => unit.notes);
  const laid: (readonly Unit[])[] = [];
  for (const note of notes) {
    const lines = frame.layoutNote(note);
    laid.push(lines);
    appendAll(
      notes,
      lines.flatMap((line) => line.notes),
    );
  }
  return laid;
}

/**
 * All notes of a line must stand on its page, whole but for the last, which may go on. Where that would take more than half
 * of the page, the beginning of the first is enough, and the others follow it.
 */
function leastHeight(notes: readonly (readonly Unit[])[], { heightPt, metrics }: PageFrame): number {
  const { leastLines, pageShare } = metrics.note;
  const heightOf = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.heightPt, 0);
  const all = notes.reduce(
    (sum, units, index) => sum + heightOf(index < notes.length - 1 ? units : units.slice(0, leastLines)),
    0,
  );
  return all <= heightPt * pageShare ? all : heightOf(notes[0]?.slice(0, leastLines) ?? []);
}

/** A high row, with what must stand right above it, is cut where a good part of the page would stay empty. */
function splitLastRow(
  chunk: readonly Unit[],
  at: { readonly frame: PageFrame; readonly roomPt: number; readonly hasBody: boolean },
): readonly [Unit, Unit] | undefined {
  const row = chunk.at(-1);
  const { heightPt: pagePt, metrics } = at.frame;
  const { padPt, cutRowPageShare, cutRoomPageShare } = metrics.table;
  if (row?.cells === undefined || row.heightPt <= pagePt * cutRowPageShare) return undefined;
  const above = chunk.slice(0, -1);
  const gapPt = at.hasBody ? (chunk[0]?.gapPt ?? 0) : 0;
  const roomPt = at.roomPt - stackHeight(above) - gapPt - (above.length > 0 ? row.gapPt : 0);
  return roomPt > pagePt * cutRoomPageShare ? splitRow(row, { padPt, roomPt }) : undefined;
}

function placePage(page: OpenPage, frame: PageFrame): readonly Placed[] {
  const placed: Placed[] = [];
  const boxes = new Map<Box, { top: number; bottom: number }>();
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
  const grounds = [...boxes].map(([box, extent]) => ({
    top: 0,
    marks: boxMarks(box, { extent, framePt: frame.metrics.box.framePt }),
  }));
  return [...grounds, ...placed];
}

interface At {
  readonly top: number;
  readonly repeated: boolean;
  readonly boxes: Map<Box, { top: number; bottom: number }>;
}

function placeUnit(unit: Unit, at: At, placed: Placed[]): void {
  for (const box of unit.boxes) {
    const extent = at.boxes.get(box) ?? { top: at.top, bottom: at.top };
    at.boxes.set(box, {
      top: Math.min(extent.top, at.top),
      bottom: Math.max(extent.bottom, at.top + unit.heightPt),
    });
  }
  if (unit.marks.length > 0)
    placed.push({ top: at.top, marks: unit.marks, ...(at.repeated && { repeated: true }) });
  for (const cell of unit.cells ?? []) {
    let y = at.top + cell.top;
    for (const [index, inner] of cell.units.entries()) {
      y += index === 0 ? 0 : inner.gapPt;
      placeUnit(inner, { ...at, top: y }, placed);
      y += inner.heightPt;
    }
  }
}

function boxMarks(
  box: Box,
  at: { readonly extent: { readonly top: number; readonly bottom: number }; readonly framePt: number },
): readonly Mark[] {
  const { extent, framePt: line } = at;
  const { x, widthPt } = box;
  const heightPt = extent.bottom - extent.top;
  const rect = (
    area: { x: number; y: number; widthPt: number; heightPt: number },
    colour: Box['ground'],
  ): Mark[] => (colour ? [{ type: 'rect', ...area, colour, under: true }] : []);
  return [
    ...rect({ x, y: extent.top, widthPt, heightPt }, box.ground),
    ...(box.bar ? rect({ x, y: extent.top, widthPt: box.bar.widthPt, heightPt }, box.bar.colour) : []),
    ...rect({ x, y: extent.top, widthPt, heightPt: line }, box.frame),
    ...rect({ x, y: extent.bottom - line, widthPt, heightPt: line }, box.frame),
    ...rect({ x, y: extent.top, widthPt: line, heightPt }, box.frame),
    ...rect({ x: x + widthPt - line, y: extent.top, widthPt: line, heightPt }, box.frame),
  ];
}
