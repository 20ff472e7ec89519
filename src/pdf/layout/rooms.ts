import type { BlockStyle } from './context.ts';

/** Room that a wide block may take, from the edge of the page at which lines start, points. */
export interface Room {
  readonly start: number;
  readonly end: number;
}

/** The room of the text, that with the margin at its end, and that with both margins; the first alone where it is enclosed. */
export function roomsOf({
  start,
  widthPt,
  reach,
}: Pick<BlockStyle, 'start' | 'widthPt' | 'reach'>): readonly [Room, ...Room[]] {
  const text = { start, end: start + widthPt };
  if (!reach) return [text];
  const end = Math.max(text.end, reach.end);
  return reach.start < start ? [text, { start, end }, { start: reach.start, end }] : [text, { start, end }];
}
