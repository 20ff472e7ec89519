import { smallest } from '../lists/extremes.ts';
import { accent, grounds, softInk, titleInk, type Rgb } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';

/** The parts of a pixel: red, green, blue and how opaque it is. */
const channels = 4;
/** What a row of a PNG begins with: that no filter changed it. */
const filterBytes = 1;

/** The 256 colours at most that a cover is drawn in: the ends of each ramp exactly, and the shades between them. */
export function coverPalette(): readonly Rgb[] {
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

/** The rows of a PNG with a palette, without a filter: each opaque RGBA pixel as the number of the nearest colour. */
export function indexRows(pixels: Uint8Array, widthPx: number, palette: readonly Rgb[]): Uint8Array {
  const heightPx = pixels.length / (widthPx * channels);
  const rowBytes = filterBytes + widthPx;
  const rows = new Uint8Array(heightPx * rowBytes);
  const known = new Map<number, number>();
  let from = 0;
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1, from += channels) {
      const [red = 0, green = 0, blue = 0] = [pixels[from], pixels[from + 1], pixels[from + 2]];
      const colour = (red << 16) | (green << 8) | blue;
      let index = known.get(colour);
      if (index === undefined) known.set(colour, (index = nearest([red, green, blue], palette)));
      rows[y * rowBytes + filterBytes + x] = index;
    }
  }
  return rows;
}

function nearest(colour: Rgb, palette: readonly Rgb[]): number {
  const distances = palette.map((other) =>
    colour.reduce((sum, part, index) => sum + (part - (other[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(smallest(distances));
}
