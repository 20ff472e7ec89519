import { smallest } from '../lists/extremes.ts';
import { accent, grounds, softInk, titleInk, type Rgb } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';

/** The parts of a pixel: red, green, blue and how opaque it is. */
export const channels = 4;
/** What a row of a PNG begins with: that no filter changed it. */
export const filterBytes = 1;

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
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.length);
  const rowBytes = filterBytes + widthPx;
  const rows = new Uint8Array((colours.length / widthPx) * rowBytes);
  const known = nearestKnown.get(palette) ?? new Map<number | undefined, number>();
  nearestKnown.set(palette, known);
  const indexOf = (at: number): number => {
    const colour = colours[at];
    let index = known.get(colour);
    if (index === undefined) known.set(colour, (index = nearest(colourAt(pixels, at * channels), palette)));
    return index;
  };
  let to = filterBytes;
  for (let start = 0; start < colours.length; start += widthPx, to += rowBytes) {
    // Most rows are as the one above them, for which one comparison is enough.
    if (isAsAbove(bytes, start * channels, widthPx * channels)) {
      rows.copyWithin(to, to - rowBytes, to - filterBytes);
    } else fillRow(rows, { colours, start, end: start + widthPx, to, indexOf });
  }
  return rows;
}

function isAsAbove(bytes: Buffer, start: number, length: number): boolean {
  return start > 0 && bytes.compare(bytes, start - length, start, start, start + length) === 0;
}

interface Row {
  readonly colours: Int32Array;
  readonly start: number;
  readonly end: number;
  /** Where it begins in the rows of the PNG. */
  readonly to: number;
  readonly indexOf: (at: number) => number;
}

/** Most of a row is runs of one colour. */
function fillRow(rows: Uint8Array, { colours, start, end, to, indexOf }: Row): void {
  for (let from = start; from < end;) {
    const next = endOfRun(colours, from, end);
    rows.fill(indexOf(from), to + from - start, to + next - start);
    from = next;
  }
}

function endOfRun(colours: Int32Array, start: number, rowEnd: number): number {
  let end = start;
  while (end < rowEnd && colours[end] === colours[start]) end += 1;
  return end;
}

function colourAt(pixels: Uint8Array, at: number): Rgb {
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}

/** The number of that colour of a palette which is nearest to another. */
export function nearest([red, green, blue]: Rgb, palette: readonly Rgb[]): number {
  const distances = palette.map(
    (colour) => (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2,
  );
  return distances.indexOf(smallest(distances));
}
