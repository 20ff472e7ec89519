import type { Shaper } from './shape-text.ts';

/** A shaper that tells which characters of what it was given no face covers. */
export interface WatchedShaper extends Shaper {
  /** In order of first use. */
  readonly missing: ReadonlySet<string>;
}

/** The same shaper, whose `missing` is of what is shaped by this one alone: what others had shaped before bears on nothing. */
export function watchShaper(shaper: Shaper): WatchedShaper {
  const missing = new Set<string>();
  return {
    missing,
    shape: (text, style, rightToLeft) => {
      const runs = shaper.shape(text, style, rightToLeft);
      for (const { actualText } of runs) if (actualText !== undefined) missing.add(actualText);
      return runs;
    },
  };
}
