import type { Element } from 'xast';
import { concat, type DrawingColour, type Gradient, type Matrix } from '../document/drawing.ts';

/** A gradient, and how opaque all of it is. */
export interface ReadGradient {
  readonly gradient: Gradient;
  readonly opacity: number;
}

/** The gradient of a simplified SVG; `undefined` for a pattern, and for one that repeats or is not everywhere as opaque. */
export function readGradient(
  element: Element,
  [left, top, width, height]: readonly [number, number, number, number],
): ReadGradient | undefined {
  const { name, attributes } = element;
  const isRadial = name === 'radialGradient';
  if ((name !== 'linearGradient' && !isRadial) || attributes['spreadMethod'] !== undefined) return undefined;
  const stops = element.children.flatMap((child) => (child.type === 'element' ? [stopOf(child)] : []));
  const opacity = stops[0]?.opacity ?? 1;
  if (stops.length < 2 || stops.some((stop) => stop.opacity !== opacity)) return undefined;
  const number = (key: string): number => Number(attributes[key] ?? 0);
  const written = attributes['gradientTransform'];
  const own: Matrix = typeof written === 'string' ? readMatrix(written) : [1, 0, 0, 1, 0, 0];
  const box: Matrix = [width, 0, 0, height, left, top];
  const radial = ['fx', 'fy'].map((key) => number(attributes[key] === undefined ? `c${key.slice(1)}` : key));
  return {
    gradient: {
      ends: isRadial
        ? [radial[0] ?? 0, radial[1] ?? 0, 0, number('cx'), number('cy'), number('r')]
        : [number('x1'), number('y1'), number('x2'), number('y2')],
      matrix: attributes['gradientUnits'] === 'userSpaceOnUse' ? own : concat(box, own),
      stops: stops.map(({ offset, colour }) => ({ offset, colour })),
    },
    opacity,
  };
}

function stopOf({ attributes }: Element): {
  readonly offset: number;
  readonly colour: DrawingColour;
  readonly opacity: number;
} {
  return {
    offset: Number(attributes['offset'] ?? 0),
    colour: colourOf(attributes['stop-color'] ?? '#000000'),
    opacity: Number(attributes['stop-opacity'] ?? 1),
  };
}

/** A colour as the rasteriser writes it, `#142e46`. */
export function colourOf(written: string): DrawingColour {
  const part = (at: number): number => Number.parseInt(written.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** `matrix(a b c d e f)`, the one way in which the rasteriser writes a transformation. */
export function readMatrix(written: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = written
    .replace(/^matrix\(|\)$/gu, '')
    .split(/[\s,]+/u)
    .map(Number);
  return [a, b, c, d, e, f];
}
