import { largest } from '../lists/extremes.ts';
import { coverMetrics } from './cover-metrics.ts';
import type { Matrix, Shape } from './shape.ts';

/** A point in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corners of a closed contour with straight sides; the last one leads back to the first. */
export type Contour = readonly Point[];

/** The contours of a shape, drawn `scale` times as large, with curves as sides that lie on them but for a small part of a pixel. */
export function flattenPath({ path, matrix }: Shape, scale: number): readonly Contour[] {
  const contours: Point[][] = [];
  for (const { type, values } of path) {
    const points = pointsOf(values, matrix, scale);
    const contour = contours.at(-1);
    const from = contour?.at(-1);
    if (type === 'M') contours.push([...points]);
    else if (points.length > 0 && contour && from) addSides(contour, from, points);
  }
  return contours;
}

function pointsOf(values: readonly number[], [a, b, c, d, e, f]: Matrix, scale: number): readonly Point[] {
  return values.flatMap((x, index): readonly Point[] => {
    if (index % 2 === 1) return [];
    const y = values[index + 1] ?? 0;
    return [{ x: scale * (a * x + c * y + e), y: scale * (b * x + d * y + f) }];
  });
}

/** Adds the sides of a Bézier curve through as many points as it has controls: none for a line, one or two for a curve. */
function addSides(contour: Point[], from: Point, points: readonly Point[]): void {
  const controls = [from, ...points];
  const sides = sidesOf(controls);
  for (let side = 1; side <= sides; side += 1) contour.push(pointAt(controls, side / sides));
}

/** So many sides that none lies further from the curve than a fourth of `bendPx`: the second differences bound how it bends. */
function sidesOf(controls: readonly Point[]): number {
  const degree = controls.length - 1;
  const bends = controls.slice(2).map((last, index) => {
    const [first = last, middle = last] = controls.slice(index, index + 2);
    const [x, y] = [first.x - 2 * middle.x + last.x, first.y - 2 * middle.y + last.y];
    return Math.sqrt(x * x + y * y);
  });
  const bend = degree * (degree - 1) * Math.max(0, largest(bends));
  return Math.max(1, Math.ceil(Math.sqrt(bend / (2 * coverMetrics.curves.bendPx))));
}

/** A point of the curve by the construction of de Casteljau. */
function pointAt(controls: readonly Point[], share: number): Point {
  let points = controls;
  while (points.length > 1) {
    points = points.slice(1).map((to, index) => {
      const from = points[index] ?? to;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  }
  return points[0] ?? { x: 0, y: 0 };
}
