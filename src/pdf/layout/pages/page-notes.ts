import type { Note } from '../../../document/document.ts';
import { appendAll } from '../../../lists/append-all.ts';
import { notesIn, type Unit } from '../flow-block.ts';
import { fits, freePt, ruleRoom, type Filling, type PageFrame } from './open-page.ts';

/** The lines of one note. */
export type NoteLines = readonly Unit[];

/** The notes of units, then the notes that these refer to first, and so on: in the order of their numbers. */
export function notesOf(units: readonly Unit[], frame: PageFrame): readonly NoteLines[] {
  const notes: Note[] = units.flatMap(notesIn);
  const laid: NoteLines[] = [];
  for (const note of notes) {
    const lines = frame.layoutNote(note);
    laid.push(lines);
    appendAll(notes, lines.flatMap(notesIn));
  }
  return laid;
}

/**
 * All notes of a line must stand on its page, whole but for the last, which may go on. Where that would take more than its
 * share of the page, the beginning of the first is enough, and the others follow it. Points.
 */
export function leastNotesPt(notes: readonly NoteLines[], frame: PageFrame): number {
  const { leastLines, pageShare } = frame.metrics.note;
  const all = notes.reduce(
    (sum, lines, index) => sum + heightOf(index < notes.length - 1 ? lines : lines.slice(0, leastLines)),
    0,
  );
  return all <= frame.heightPt * pageShare ? all : firstNotePt(notes, frame);
}

/** The beginning of the first of the notes of a line, points. */
export function firstNotePt(notes: readonly NoteLines[], { metrics }: PageFrame): number {
  return heightOf(notes[0]?.slice(0, metrics.note.leastLines) ?? []);
}

function heightOf(lines: NoteLines): number {
  return lines.reduce((sum, line) => sum + line.heightPt, 0);
}

/** Adds notes to those of the page: whole where they fit, else up to their share of it. */
export function addNotes(notes: readonly NoteLines[], filling: Filling): void {
  const { frame, page } = filling;
  filling.pending = [...notes.flat().toReversed(), ...filling.pending];
  const wholePt = filling.pending.reduceRight((sum, line) => sum + line.heightPt, ruleRoom(filling));
  const fitWhole = fits(wholePt, freePt(filling));
  const leastPt = page.notesPt + ruleRoom(filling) + leastNotesPt(notes, frame);
  const sharePt = frame.heightPt * frame.metrics.note.pageShare;
  placePending(filling, fitWhole ? Infinity : Math.max(sharePt, leastPt));
}

/** Places lines that wait, as long as they fit and the notes of the page are no higher than the limit, points. */
export function placePending(filling: Filling, limitPt: number): void {
  const { page, pending } = filling;
  for (let line = pending.at(-1); line; line = pending.at(-1)) {
    if (!fits(line.heightPt + ruleRoom(filling), Math.min(freePt(filling), limitPt - page.notesPt))) return;
    placeNext(filling, line);
  }
}

/** Begins a page with the lines that wait: up to their share of it where text is to come, and one at least. */
export function carryNotesOn(filling: Filling, { textFollows }: { readonly textFollows: boolean }): void {
  const { frame, page, pending } = filling;
  if (pending.length === 0) return;
  placePending(filling, textFollows ? frame.heightPt * frame.metrics.note.pageShare : Infinity);
  // A line of a note higher than the limit still moves on.
  if (page.notes.length === 0) placePending(filling, Infinity);
  const first = pending.at(-1);
  // Higher than a page, for instance a picture in a note: it is placed all the same, so that nothing is lost.
  if (first && page.notes.length === 0) placeNext(filling, first);
}

function placeNext(filling: Filling, line: Unit): void {
  const { page, pending } = filling;
  page.notesPt += ruleRoom(filling) + line.heightPt;
  page.notes.push(line);
  pending.pop();
}
