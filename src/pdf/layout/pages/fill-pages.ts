import { appendAll } from '../../../lists/append-all.ts';
import { stackHeight, type TableFrame, type Unit } from '../flow-block.ts';
import { splitRow } from '../table/split-row.ts';
import { nextChunk } from './next-chunk.ts';
import {
  fits,
  freePt,
  hasBody,
  openPage,
  put,
  ruleRoom,
  type Filling,
  type OpenPage,
  type PageFrame,
} from './open-page.ts';
import {
  addNotes,
  carryNotesOn,
  firstNotePt,
  leastNotesPt,
  notesOf,
  placePending,
  type NoteLines,
} from './page-notes.ts';

/** Pages that are filled, and which unit each begins with; `undefined` where it begins with what goes on from the page before. */
export interface FilledPages {
  readonly pages: readonly OpenPage[];
  readonly starts: readonly (number | undefined)[];
}

/**
 * Divides units into pages, first fit. What each unit says to keep together is kept unless it is higher than a page. Notes
 * stand at the foot of the page that holds their reference; one that is too long goes on at the foot of the next page.
 * Every unit and every note is placed exactly once, in order.
 */
export function fillPages(units: readonly Unit[], frame: PageFrame): FilledPages {
  const filling: Filling = { frame, full: [], page: openPage(), pending: [] };
  const starts: (number | undefined)[] = [0];
  // What is still to be placed, the next one last: each step takes from the end, and puts back there what is left over.
  const waiting = units.toReversed();
  while (waiting.length > 0) {
    const chunk = nextChunk(waiting, frame.heightPt);
    waiting.length -= chunk.length;
    const rest = placeChunk(chunk, filling);
    appendAll(waiting, rest.toReversed());
    const [upcoming] = rest;
    if (!upcoming) continue;
    turnPage(filling, upcoming);
    const start = units.length - waiting.length;
    const isWhole = units[start] === upcoming && !upcoming.table && filling.page.notes.length === 0;
    starts.push(isWhole ? start : undefined);
  }
  while (filling.pending.length > 0) {
    turnPage(filling, undefined);
    starts.push(undefined);
  }
  return { pages: [...filling.full, filling.page], starts };
}

/** Places what the page takes of units that belong together, and gives back the rest: the next page begins with it. */
function placeChunk(chunk: readonly Unit[], filling: Filling): readonly Unit[] {
  if (tryPlace(chunk, filling)) return [];
  const parts = cutLastRow(chunk, filling);
  if (parts && tryPlace([...chunk.slice(0, -1), parts[0]], filling)) return [parts[1]];
  return hasBody(filling.page) ? chunk : cutChunk(chunk, filling);
}

/** Places all of the units, with the notes that must stand on their page, or none. */
function tryPlace(chunk: readonly Unit[], filling: Filling): boolean {
  const { frame, page, pending } = filling;
  const gapPt = page.usedPt > 0 ? (chunk[0]?.gapPt ?? 0) : 0;
  const textPt = stackHeight(chunk) + gapPt;
  // The notes of what is too high by itself are not looked for: a row of many pages would tell all of its own on each.
  if (!fits(textPt, freePt(filling))) return false;
  const notes = notesOf(chunk, frame);
  if (notes.length > 0 && pending.length > 0) return false;
  if (notes.length > 0 && !fits(textPt + ruleRoom(filling) + notesRoom(notes, filling), freePt(filling)))
    return false;
  for (const unit of chunk) put(page, unit);
  if (notes.length > 0) addNotes(notes, filling);
  return true;
}

/** The room that notes need beside their line: rather than leave much of a page empty, the beginning of the first is enough. */
function notesRoom(notes: readonly NoteLines[], filling: Filling): number {
  const { frame } = filling;
  const isEmpty = freePt(filling) > frame.heightPt * frame.metrics.note.emptyPageShare;
  return isEmpty ? firstNotePt(notes, frame) : leastNotesPt(notes, frame);
}

/** A high row, with what must stand right above it, is cut where a good part of the page would stay empty. */
function cutLastRow(chunk: readonly Unit[], filling: Filling): readonly [Unit, Unit] | undefined {
  const { frame, page } = filling;
  const { padPt, cutRowPageShare, cutRoomPageShare } = frame.metrics.table;
  const row = chunk.at(-1);
  if (row?.cells === undefined || row.heightPt <= frame.heightPt * cutRowPageShare) return undefined;
  const above = chunk.slice(0, -1);
  const gapPt = page.usedPt > 0 ? (chunk[0]?.gapPt ?? 0) : 0;
  const roomPt = freePt(filling) - stackHeight(above) - gapPt - (above.length > 0 ? row.gapPt : 0);
  return roomPt > frame.heightPt * cutRoomPageShare ? splitRow(row, { padPt, roomPt }) : undefined;
}

/** Nothing else is on the page: what does not fit is cut between its units, or within a row. Gives back the rest. */
function cutChunk(chunk: readonly Unit[], filling: Filling): readonly Unit[] {
  const placed = chunk.findIndex((unit) => !tryPlace([unit], filling));
  if (placed < 0) return [];
  const [unit, ...rest] = chunk.slice(placed);
  if (!unit) return [];
  return hasBody(filling.page) ? [unit, ...rest] : [...cutUnit(unit, filling), ...rest];
}

/** Places of a unit that is higher than the page what can be placed, and gives back the rest of it. */
function cutUnit(unit: Unit, filling: Filling): readonly Unit[] {
  const { frame, page } = filling;
  const parts = splitRow(unit, { padPt: frame.metrics.table.padPt, roomPt: freePt(filling) });
  if (parts && tryPlace([parts[0]], filling)) return [parts[1]];
  if (page.notes.length > 0) {
    // Notes carried over leave too little room: they get the whole page, and the text the next one.
    placePending(filling, Infinity);
    return [unit];
  }
  const [first, ...rest] = parts ?? [unit];
  put(page, first);
  const notes = notesOf([first], frame);
  if (notes.length > 0) addNotes(notes, filling);
  return rest;
}

/** Begins the next page with the notes that go on and, where a table does, with its head. */
function turnPage(filling: Filling, upcoming: Unit | undefined): void {
  // What the text leaves empty is room for notes that go on.
  placePending(filling, Infinity);
  filling.full.push(filling.page);
  filling.page = openPage();
  carryNotesOn(filling, { textFollows: upcoming !== undefined });
  if (upcoming?.table) goOn(upcoming.table, filling);
}

/** What stands above the rows of a table that goes on from the page before. */
function goOn({ head, continued }: TableFrame, { frame, page }: Filling): void {
  for (const unit of continued) put(page, unit, true);
  const heightPt = head.reduce((sum, unit) => sum + unit.heightPt, 0);
  if (heightPt > frame.heightPt * frame.metrics.table.repeatedHeadPageShare) return;
  for (const unit of head) put(page, unit, true);
}
