import type { Place, Point } from '../../diagnostics/message.ts';

interface Positioned {
  readonly position?: { readonly start: PartialPoint; readonly end: PartialPoint } | undefined;
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
  const start = pointOf(position.start);
  const end = pointOf(position.end);
  return start && end && { start, end };
}

/** The HTML parser leaves points away, against its own types, where it made a node out of nothing. */
function pointOf(point: PartialPoint | undefined): Point | undefined {
  if (point === undefined) return undefined;
  return { line: point.line, column: point.column, offset: point.offset ?? 0 };
}
