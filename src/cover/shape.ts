import type { Rgb } from './cover-colours.ts';

/** A step of an outline, as SVG 1.1 has them with absolute coordinates: to where (M, L), by which curve (Q, C), or back (Z). */
export interface PathStep {
  readonly type: string;
  readonly values: readonly number[];
}

/** Where the points of a path come to lie: x becomes ax + cy + e, y becomes bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** What a cover is painted of: a filled path in a colour; painted in order. */
export interface Shape {
  readonly colour: Rgb;
  readonly path: readonly PathStep[];
  readonly matrix: Matrix;
}

/** What leaves a path where it is. */
export const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** The path of a rectangle. */
export function rectangle(box: {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}): readonly PathStep[] {
  const [right, bottom] = [box.xPx + box.widthPx, box.yPx + box.heightPx];
  return [
    { type: 'M', values: [box.xPx, box.yPx] },
    { type: 'L', values: [right, box.yPx] },
    { type: 'L', values: [right, bottom] },
    { type: 'L', values: [box.xPx, bottom] },
  ];
}

/** The left side of a picture of this width on the right, and the other way round. */
export function mirrored([a, b, c, d, e, f]: Matrix, widthPx: number): Matrix {
  return [-a, b, -c, d, widthPx - e, f];
}
