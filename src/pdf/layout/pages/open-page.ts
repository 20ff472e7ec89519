import type { Note } from '../../../document/document.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { FlowMark } from '../flow-mark.ts';
import type { Unit } from '../flow-block.ts';

/** The text area and how notes are set at its foot. */
export interface PageFrame {
  readonly topPt: number;
  readonly heightPt: number;
  /** What a line of the text takes, points. */
  readonly leadingPt: number;
  readonly metrics: Metrics;
  /** Lays out one note; called once for each. */
  readonly layoutNote: (note: Note) => readonly Unit[];
  /** The line above the notes, and the room that it takes. */
  readonly noteRule: { readonly heightPt: number; readonly mark: FlowMark };
}

/** A page while it is filled. Places are from the top of the text area. */
export interface OpenPage {
  readonly body: { readonly unit: Unit; readonly top: number; readonly repeated: boolean }[];
  /** Lines of notes, from the first one at its foot. */
  readonly notes: Unit[];
  usedPt: number;
  notesPt: number;
}

/** Pages while they are filled, one after the other. */
export interface Filling {
  readonly frame: PageFrame;
  readonly full: OpenPage[];
  page: OpenPage;
  /** Lines of notes that wait for room, the next one last. */
  pending: Unit[];
}

/** More than this is more: heights are sums that were rounded. */
const tolerancePt = 0.001;

/** An empty page. */
export function openPage(): OpenPage {
  return { body: [], notes: [], usedPt: 0, notesPt: 0 };
}

/** What neither text nor notes have taken of the page, points. */
export function freePt({ frame, page }: Filling): number {
  return frame.heightPt - page.usedPt - page.notesPt;
}

/** The room that the line above the notes still asks for. */
export function ruleRoom({ frame, page }: Filling): number {
  return page.notes.length === 0 ? frame.noteRule.heightPt : 0;
}

/** Whether so much fits where there is so much room. */
export function fits(heightPt: number, roomPt: number): boolean {
  return heightPt <= roomPt + tolerancePt;
}

/** Whether more stands on the page than the repeated head of a table. */
export function hasBody({ body }: OpenPage): boolean {
  return body.some((entry) => !entry.repeated);
}

/** Puts a unit below the others; the gap before the first is dropped. */
export function put(page: OpenPage, unit: Unit, repeated = false): void {
  const gapPt = page.usedPt === 0 ? 0 : unit.gapPt;
  page.body.push({ unit, top: page.usedPt + gapPt, repeated });
  page.usedPt += gapPt + unit.heightPt;
}
