import type { Face } from '../fonts/face.ts';
import type { Shaper } from './shape-text.ts';

/** A shaper that tells what the faces lack for what it was given. */
export interface WatchedShaper extends Shaper {
  /** Characters that no face covers, in order of first use. */
  readonly missing: ReadonlySet<string>;
  /** The faces for some scripts alone that text in a language was set in, by the language. */
  readonly facesOfScripts: ReadonlyMap<string, ReadonlySet<Face>>;
}

/** The same shaper, which tells of what is shaped by this one alone: what others had shaped before bears on nothing. */
export function watchShaper(shaper: Shaper): WatchedShaper {
  const missing = new Set<string>();
  const facesOfScripts = new Map<string, Set<Face>>();
  return {
    missing,
    facesOfScripts,
    halved: shaper.halved,
    shape: (text, style, rightToLeft) => {
      const runs = shaper.shape(text, style, rightToLeft);
      for (const { actualText, face: open } of runs) {
        if (actualText !== undefined) missing.add(actualText);
        const { face } = open;
        if (face.scripts === undefined) continue;
        const known = facesOfScripts.get(style.lang);
        if (known) known.add(face);
        else facesOfScripts.set(style.lang, new Set([face]));
      }
      return runs;
    },
  };
}
