import type { Outline } from '../document/drawing.ts';

/** The outline of a path of the rasteriser: `M`, `L`, `Q`, `C` and `Z` alone, with all numbers absolute. */
export function readOutline(path: string): Outline {
  const outline: Outline[number][] = [];
  let at: readonly number[] = [0, 0];
  let start = at;
  for (const [, letter = '', written = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/gu)) {
    const points =
      written.trim() === ''
        ? []
        : written
            .trim()
            .split(/[\s,]+/u)
            .map(Number);
    if (letter === 'Z') {
      outline.push({ to: 'close' });
      at = start;
      continue;
    }
    const full = letter === 'Q' ? raised(at, points) : points;
    outline.push({ to: letter === 'M' ? 'move' : letter === 'L' ? 'line' : 'curve', points: full });
    at = points.slice(-2);
    if (letter === 'M') start = at;
  }
  return outline;
}

/** A curve with one handle as the same one with two, which is all that PDF has. */
function raised(at: readonly number[], points: readonly number[]): readonly number[] {
  const [x = 0, y = 0] = at;
  const [handleX = 0, handleY = 0, endX = 0, endY = 0] = points;
  const towards = (from: number, handle: number): number => from + (2 / 3) * (handle - from);
  return [
    towards(x, handleX),
    towards(y, handleY),
    towards(endX, handleX),
    towards(endY, handleY),
    endX,
    endY,
  ];
}

/** The smallest rectangle around an outline: left, top, width and height. */
export function outlineBox(outline: Outline): readonly [number, number, number, number] {
  const x = { low: Infinity, high: -Infinity };
  const y = { low: Infinity, high: -Infinity };
  let at: readonly number[] = [0, 0];
  for (const part of outline) {
    if (part.to === 'close') continue;
    const { points } = part;
    if (part.to === 'curve') {
      for (const [axis, from] of [
        [x, 0],
        [y, 1],
      ] as const)
        for (const value of turns([
          at[from] ?? 0,
          points[from] ?? 0,
          points[from + 2] ?? 0,
          points[from + 4] ?? 0,
        ]))
          widen(axis, value);
    }
    at = points.slice(-2);
    widen(x, at[0] ?? 0);
    widen(y, at[1] ?? 0);
  }
  return x.low > x.high ? [0, 0, 0, 0] : [x.low, y.low, x.high - x.low, y.high - y.low];
}

function widen(axis: { low: number; high: number }, value: number): void {
  if (value < axis.low) axis.low = value;
  if (value > axis.high) axis.high = value;
}

/** Where a curve turns back in one direction: its value where its derivative is 0. */
function turns([p0, p1, p2, p3]: readonly [number, number, number, number]): readonly number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const root = Math.sqrt(b * b - 4 * a * c);
  // Of one that is nearly of the second degree, the roots of 3at² + 3bt + 3c are one.
  const times = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return times
    .filter((t) => t > 0 && t < 1)
    .map((t) => (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3);
}
