import { countUpTo } from '../lists/count-up-to.ts';
import type { Place, Point } from '../diagnostics/message.ts';

/** Finds where offsets of a text stand; lines end with CR LF, CR or LF. */
export interface LinePlaces {
  /** Offsets at which the lines begin. */
  readonly lineStarts: readonly number[];
  readonly pointAt: (offset: number) => Point;
  /** The range between two offsets. */
  readonly placeAt: (start: number, end: number) => Place;
}

/** The places of a text, its lines found once. */
export function linePlaces(text: string): LinePlaces {
  const lineStarts = [0];
  for (const end of text.matchAll(/\r\n?|\n/gu)) lineStarts.push(end.index + end[0].length);
  const pointAt = (offset: number): Point => {
    const line = countUpTo(lineStarts, offset, (start) => start);
    return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1, offset };
  };
  return { lineStarts, pointAt, placeAt: (start, end) => ({ start: pointAt(start), end: pointAt(end) }) };
}
