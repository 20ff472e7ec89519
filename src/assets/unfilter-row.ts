import { pngChannels, type Png } from './read-png.ts';

/** Filter types go from 0 to this one (ISO/IEC 15948 §9.2). */
export const lastFilter = 4;

/** How many bytes back the pixel to the left stands, as filters count. */
export function filterStep({ bits, colourType }: Png): number {
  return Math.max(1, (bits * pngChannels[colourType]) / 8);
}

/** Where a row is put, and what it is computed from. */
export interface UnfilterTo {
  /** The row above, without its filter; zeros above the first row of a pass. */
  readonly above: Uint8Array;
  readonly target: Uint8Array;
  /** See `filterStep`. */
  readonly step: number;
}

/** Undoes the filter of a row that begins with its filter type (ISO/IEC 15948 §9). */
export function unfilterRow(filtered: Uint8Array, { above, target, step }: UnfilterTo): void {
  const filter = filtered[0] ?? 0;
  for (let column = 0; column < target.length; column += 1) {
    const left = column >= step ? (target[column - step] ?? 0) : 0;
    const up = above[column] ?? 0;
    const upLeft = column >= step ? (above[column - step] ?? 0) : 0;
    target[column] = (filtered[column + 1] ?? 0) + predict(filter, { left, up, upLeft });
  }
}

function predict(
  filter: number,
  { left, up, upLeft }: { readonly left: number; readonly up: number; readonly upLeft: number },
): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - upLeft;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toUpLeft = Math.abs(estimate - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
