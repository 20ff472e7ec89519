import type { Note } from '../../../src/document/document.ts';
import type { Unit } from '../../../src/pdf/layout/flow-block.ts';
import type { FlowMark } from '../../../src/pdf/layout/flow-mark.ts';
import type { PageFrame } from '../../../src/pdf/layout/pages/open-page.ts';
import { standardMetrics } from '../../../src/pdf/theme/metrics.ts';

/** The height of a page that units are placed on. */
export const pageHeight = 200;

/** A mark that tells by its id where it went. */
export function anchor(id: string): FlowMark {
  return { type: 'anchor', id, y: 0 };
}

/** A unit that tells by its id where it went. */
export function unit(id: string, heightPt: number, options: Partial<Unit> = {}): Unit {
  return { heightPt, gapPt: 0, keepWithNext: false, marks: [anchor(id)], notes: [], boxes: [], ...options };
}

/** Units `u0`, `u1`, … */
export function stack(count: number, { heightPt = 10, ...options }: Partial<Unit>): readonly Unit[] {
  return Array.from({ length: count }, (_, index) => unit(`u${index}`, heightPt, options));
}

/** A note that is referred to once. */
export function note(id: string): Note {
  return { type: 'note', id, label: id, references: [id], children: [] };
}

/** A page on which notes are laid out as lines `<id>.0`, `<id>.1`, … */
export function frame(lines: Readonly<Record<string, number>> = {}, leadingPt = 1): PageFrame {
  return {
    topPt: 0,
    heightPt: pageHeight,
    // Low enough that any unit is as high as several lines, where a test is not about the last page.
    leadingPt,
    metrics: standardMetrics,
    layoutNote: ({ id }) => Array.from({ length: lines[id] ?? 0 }, (_, index) => unit(`${id}.${index}`, 10)),
    noteRule: { heightPt: 5, mark: anchor('rule') },
  };
}
