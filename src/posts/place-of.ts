import type { Place, Point } from '../diagnostics/message.ts';

interface Positioned {
  readonly position?:
    { readonly start: PartialPoint; readonly end: PartialPoint } | undefined;
}

interface PartialPoint {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** The place of an mdast or hast node, where it has one. */
export function placeOf(node: Positioned): Place | undefined {
  const { position } = node;
  if (position === undefined) return undefined;
  return { start: pointOf(position.start), end: pointOf(position.end) };
}

function pointOf(point: PartialPoint): Point {
  return { line: point.line, column: point.column, offset: point.offset ?? 0 };
}
