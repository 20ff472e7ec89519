import { smallest } from '../lists/extremes.ts';
import type { Rgb } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { flattenPath } from './flatten-path.ts';
import type { Shape } from './shape.ts';

/** What a row of a PNG begins with: that no filter changed it. */
const filterBytes = 1;

/** A picture whose pixels are the numbers of the colours of a palette. */
export interface Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly palette: readonly Rgb[];
  /** As PNG has them, each begins with its filter. */
  readonly rows: Uint8Array;
}

/**
 * Paints shapes over each other, drawn `scale` times as large, on the first colour of the palette. It takes no more than sums, products and square
 * roots, which every machine computes alike (ECMA-262 §6.1.6.1, IEEE 754).
 */
export function paintShapes(
  shapes: readonly Shape[],
  { widthPx, heightPx, palette, scale }: Omit<Canvas, 'rows'> & { readonly scale: number },
): Canvas {
  const canvas = { widthPx, heightPx, palette, rows: new Uint8Array((filterBytes + widthPx) * heightPx) };
  const blends = new Map<string, Blend>();
  for (const shape of shapes) {
    const key = shape.colour.join();
    const blend = blends.get(key) ?? blendOf(palette, shape.colour);
    blends.set(key, blend);
    cover(canvas, coverageOf(flattenPath(shape, scale), canvas), blend);
  }
  return canvas;
}

/** No number of a colour. */
const unknown = -1;

/** The number of the colour that a pixel has when so many of the steps of it are covered. */
type Blend = (under: number, step: number) => number;

function blendOf(palette: readonly Rgb[], over: Rgb): Blend {
  const { inkSteps } = coverMetrics.shades;
  const known = new Int16Array(palette.length * (inkSteps + 1)).fill(unknown);
  return (under, step) => {
    const at = under * (inkSteps + 1) + step;
    const found = known[at] ?? unknown;
    if (found !== unknown) return found;
    const from = palette[under] ?? over;
    const mix = over.map((part, index) => {
      const start = from[index] ?? 0;
      return start + Math.round(((part - start) * step) / inkSteps);
    });
    return (known[at] = nearest(mix, palette));
  };
}

function nearest(colour: readonly number[], palette: readonly Rgb[]): number {
  const distances = palette.map((other) =>
    other.reduce((sum, part, index) => sum + (part - (colour[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(smallest(distances));
}

function cover({ widthPx, rows }: Canvas, coverage: Coverage, blend: Blend): void {
  const { inkSteps } = coverMetrics.shades;
  const { cells } = coverage;
  const cellsOfRow = coverage.heightPx > 0 ? cells.length / coverage.heightPx : 0;
  for (let row = 0; row < coverage.heightPx; row += 1) {
    const cell = row * cellsOfRow;
    const pixel = (coverage.topPx + row) * (filterBytes + widthPx) + filterBytes + coverage.leftPx;
    let covered = 0;
    let step = 0;
    // Most of a row is runs of one colour that are covered alike.
    let under = unknown;
    let over = unknown;
    for (let x = 0; x < coverage.widthPx; x += 1) {
      const change = cells[cell + x] ?? 0;
      if (change !== 0) {
        covered += change;
        step = Math.round(Math.min(Math.abs(covered), 1) * inkSteps);
        under = unknown;
      }
      if (step === 0) continue;
      const found = rows[pixel + x] ?? 0;
      if (found !== under) {
        under = found;
        over = blend(found, step);
      }
      rows[pixel + x] = over;
    }
  }
}
