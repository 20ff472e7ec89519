import { accent, grounds, softInk, titleInk, type Rgb } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';

/** The 256 colours at most that a cover is drawn in, the ground first: the ends of each ramp exactly, and the shades between them. */
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
