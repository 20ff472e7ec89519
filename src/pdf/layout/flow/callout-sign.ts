import type { Callout } from '../../../document/document.ts';
import type { LayoutContext } from '../context.ts';
import type { FlowShape } from '../flow-mark.ts';

/** The square that a sign fills: where it begins, from the top of its line, and its side. */
export interface SignArea {
  readonly start: number;
  readonly y: number;
  readonly sidePt: number;
}

/** The sign of a kind of callout as filled areas, the lower ones first; none of those that are told apart without one. */
export function signMarks(
  kind: Callout['kind'],
  { start, y, sidePt }: SignArea,
  { theme }: LayoutContext,
): readonly FlowShape[] {
  const { triangle, innerTriangle, octagon, stem, dot, falling, rising } = theme.metrics.calloutSign;
  const { calloutBar: ink, callout: ground } = theme.colours;
  const shape = (corners: FlowShape['corners'], colour: FlowShape['colour']): FlowShape => ({
    type: 'shape',
    start,
    y,
    widthPt: sidePt,
    heightPt: sidePt,
    corners,
    colour,
  });
  switch (kind) {
    case 'warning':
      return [shape(triangle, ink), shape(stem, ground), shape(dot, ground)];
    case 'caution':
      return [shape(triangle, ink), shape(innerTriangle, ground), shape(stem, ink), shape(dot, ink)];
    case 'danger':
      return [shape(octagon, ink), shape(falling, ground), shape(rising, ground)];
    case 'archived':
    case 'note':
    case 'tip':
    case 'important':
      return [];
  }
}
