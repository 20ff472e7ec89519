import { largest, smallest } from '../lists/extremes.ts';
import type { Contour, Point } from './flatten-path.ts';

/**
 * How much of each pixel a shape covers, for the pixels of its box: the running sum of a row's cells, 0 to 1, of either
 * sign. The box has a cell more on the right of each row, into which falls what lies outside.
 */
export interface Coverage {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly cells: Float32Array;
}

/** A cell for what begins in the last pixel, and one for what lies to the right of it. */
const outsideCells = 2;

/** The coverage of closed contours inside a picture of this size. Contours of one direction that overlap cover once. */
export function coverageOf(
  contours: readonly Contour[],
  picture: { readonly widthPx: number; readonly heightPx: number },
): Coverage {
  const points = contours.flat();
  const within = (value: number, end: number): number => Math.min(Math.max(value, 0), end);
  const leftPx = within(Math.floor(smallest(points.map(({ x }) => x))), picture.widthPx);
  const topPx = within(Math.floor(smallest(points.map(({ y }) => y))), picture.heightPx);
  const widthPx = within(Math.ceil(largest(points.map(({ x }) => x))), picture.widthPx) - leftPx;
  const heightPx = within(Math.ceil(largest(points.map(({ y }) => y))), picture.heightPx) - topPx;
  const cells = new Float32Array((widthPx + outsideCells) * heightPx);
  const coverage = { leftPx, topPx, widthPx, heightPx, cells };
  for (const contour of contours) {
    contour.forEach((from, index) => addSide(coverage, from, contour[(index + 1) % contour.length] ?? from));
  }
  return coverage;
}

/** A side turns what lies to the right of it in or out, row by row: by the share of the row that it goes through. */
function addSide(coverage: Coverage, from: Point, to: Point): void {
  if (from.y === to.y) return;
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  const sign = from.y < to.y ? 1 : -1;
  const slope = (lower.x - upper.x) / (lower.y - upper.y);
  const xAt = (y: number): number => upper.x + (y - upper.y) * slope - coverage.leftPx;
  const first = Math.max(Math.floor(upper.y) - coverage.topPx, 0);
  const end = Math.min(Math.ceil(lower.y) - coverage.topPx, coverage.heightPx);
  for (let row = first; row < end; row += 1) {
    const top = Math.max(upper.y, coverage.topPx + row);
    const bottom = Math.min(lower.y, coverage.topPx + row + 1);
    addStretch(coverage, { row, fromX: xAt(top), toX: xAt(bottom), share: (bottom - top) * sign });
  }
}

/** The part of a side inside one row, parted where it goes from column to column. */
function addStretch(
  coverage: Coverage,
  stretch: { readonly row: number; readonly fromX: number; readonly toX: number; readonly share: number },
): void {
  const { row, fromX, toX, share } = stretch;
  const [left, right] = fromX < toX ? [fromX, toX] : [toX, fromX];
  if (Math.floor(left) === Math.floor(right)) {
    addCell(coverage, { row, x: (left + right) / 2, share });
    return;
  }
  const perColumn = share / (right - left);
  for (let start = left; start < right;) {
    const end = Math.min(Math.floor(start) + 1, right);
    addCell(coverage, { row, x: (start + end) / 2, share: perColumn * (end - start) });
    start = end;
  }
}

/** A stretch inside one pixel covers that pixel from its middle on, and all of those to the right. */
function addCell(
  { widthPx, cells }: Coverage,
  { row, x, share }: { readonly row: number; readonly x: number; readonly share: number },
): void {
  const column = Math.min(Math.max(Math.floor(x), 0), widthPx);
  const passed = Math.min(Math.max(x - column, 0), 1);
  const at = row * (widthPx + outsideCells) + column;
  cells[at] = (cells[at] ?? 0) + share * (1 - passed);
  cells[at + 1] = (cells[at + 1] ?? 0) + share * passed;
}
