import type { GlyphRun } from './shape-text.ts';

/** The width of glyphs beside each other at a size, points. */
export function widthOfRuns(runs: readonly GlyphRun[], sizePt: number): number {
  return (runs.reduce((sum, run) => sum + run.width, 0) * sizePt) / 1000;
}
