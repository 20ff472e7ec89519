import type { Face, Fonts } from '../fonts/face.ts';
import type { TextStyle } from './text-style.ts';

/** The faces to try for a style: its own role and style, the role's upright, the other roles, the rest. */
export function fallbackChain(fonts: Fonts, style: TextStyle): readonly Face[] {
  const distance = (face: Face): number => {
    const role = face.role === style.role ? 0 : face.role === 'symbols' || face.role === 'fallback' ? 20 : 10;
    const weight = face.bold === style.bold ? 0 : 2;
    return role + weight + (face.italic === style.italic ? 0 : 1);
  };
  const ofLanguage = (face: Face): number => (!face.languages ? 1 : face.languages.test(style.lang) ? 0 : 2);
  const scored = fonts.faces.map((face, index) => ({ face, index, score: distance(face) }));
  const families = [...new Set(fonts.faces.map((face) => family(face)))];
  // Within a role the family decides before the style: a bold word with one Cyrillic letter keeps its weight.
  return scored
    .toSorted((a, b) => {
      const byRole = Math.floor(a.score / 10) - Math.floor(b.score / 10);
      if (byRole !== 0) return byRole;
      // Faces of scripts come after the user's, and before those of signs, which have commas and brackets of theirs too.
      const byKind = kindOf(a.face) - kindOf(b.face);
      if (byKind !== 0) return byKind;
      const byLanguage = a.face.scripts ? ofLanguage(a.face) - ofLanguage(b.face) : 0;
      if (byLanguage !== 0) return byLanguage;
      const byFamily = families.indexOf(family(a.face)) - families.indexOf(family(b.face));
      return byFamily || a.score - b.score || a.index - b.index;
    })
    .map(({ face }) => face);
}

function kindOf({ role, scripts }: Face): number {
  return role === 'symbols' ? 2 : scripts ? 1 : 0;
}

function family(face: Face): string {
  return face.id.slice(0, face.id.indexOf('/'));
}
