import { smallest } from '../lists/extremes.ts';
import { accent, grounds, softInk, titleInk, type Rgb } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';

/** The parts of a pixel: red, green, blue and how opaque it is. */
const channels = 4;
/** What a row of a PNG begins with: that no filter changed it. */
const filterBytes = 1;

let palette: readonly Rgb[] | undefined;

/** The 256 colours at most that a cover is drawn in: the ends of each ramp exactly, and the shades between them. */
export function coverPalette(): readonly Rgb[] {
  return (palette ??= makePalette());
}

function makePalette(): readonly Rgb[] {
  const { inkSteps, groundSteps } = coverMetrics.shades;
  const ramps = [titleInk, softInk, accent].flatMap((ink) =>
    grounds.map((ground) => ramp(ground, ink, inkSteps)),
  );
  const edges = grounds.flatMap((from, index) =>
    grounds.slice(index + 1).map((to) => ramp(from, to, groundSteps)),
  );
  const unique = new Map([...ramps, ...edges].flat().map((colour) => [colour.join(), colour]));
  return [...unique.values()];
}

function ramp(from: Rgb, to: Rgb, count: number): readonly Rgb[] {
  return Array.from({ length: count + 1 }, (_, step) => {
    const between = (start: number, end: number): number =>
      start + Math.round(((end - start) * step) / count);
    return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])];
  });
}

/** The nearest of a palette to colours that were asked for before: there are few, since they lie between those of the palette. */
const nearestKnown = new WeakMap<readonly Rgb[], Map<number | undefined, number>>();

/**
 * The rows of a PNG with a palette, without a filter: each opaque RGBA pixel as the number of the nearest colour. The pixels
 * begin where four bytes do in their buffer.
 */
export function indexRows(pixels: Uint8Array, widthPx: number, palette: readonly Rgb[]): Uint8Array {
  // In the order of this machine: they only tell colours apart.
  const colours = new Int32Array(pixels.buffer, pixels.byteOffset, pixels.length / channels);
  const rowBytes = filterBytes + widthPx;
  const rows = new Uint8Array((colours.length / widthPx) * rowBytes);
  const known = nearestKnown.get(palette) ?? new Map<number | undefined, number>();
  nearestKnown.set(palette, known);
  for (let rowStart = 0, to = filterBytes; rowStart < colours.length; to += filterBytes) {
    const rowEnd = rowStart + widthPx;
    // Most of a row is runs of one colour.
    for (let start = rowStart; start < rowEnd;) {
      const end = endOfRun(colours, start, rowEnd);
      const colour = colours[start];
      let index = known.get(colour);
      if (index === undefined) known.set(colour, (index = nearest(pixels, start * channels, palette)));
      rows.fill(index, to, to + end - start);
      to += end - start;
      start = end;
    }
    rowStart = rowEnd;
  }
  return rows;
}

function endOfRun(colours: Int32Array, start: number, rowEnd: number): number {
  let end = start;
  while (end < rowEnd && colours[end] === colours[start]) end += 1;
  return end;
}

function nearest(pixels: Uint8Array, at: number, palette: readonly Rgb[]): number {
  const distances = palette.map((colour) =>
    colour.reduce((sum, part, index) => sum + (part - (pixels[at + index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(smallest(distances));
}
