import { hasVisibleText } from '../characters/visible-text.ts';
import type { Face } from '../fonts/face.ts';
import { openFace } from '../fonts/open-face.ts';
import { suggestPackage } from '../fonts/suggest-package.ts';
import type { SvgFace } from '../svg/simplify-svg.ts';

/** How many characters a message lists. */
const listedAtMost = 8;

/**
 * The faces that the text of a picture is drawn with: first the typeface of text that has all of it, since the rasteriser takes
 * neither bold nor italic ones for what a typeface lacks, then of the others each that has a character which no face before it
 * has. Where a character is in none, the picture would show a box.
 */
export function facesOf(
  text: string,
  faces: readonly Face[],
): { readonly faces: readonly SvgFace[] } | { readonly missing: string } {
  const characters = [...new Set(text)].filter(hasVisibleText);
  const has = (face: Face, character: string): boolean =>
    openFace(face).hasGlyph(character.codePointAt(0) ?? 0);
  const ofText = faces.filter(({ role }) => role === 'text');
  const whole = ofText.find((face) => characters.every((character) => has(face, character))) ?? ofText[0];
  const family = whole && openFace(whole).family;
  const used = new Set(ofText.filter((face) => openFace(face).family === family));
  const missing: string[] = [];
  for (const character of characters) {
    if ([...used].some((face) => has(face, character))) continue;
    const face = faces.find((other) => has(other, character));
    if (face) used.add(face);
    else missing.push(character);
  }
  if (missing.length > 0) return { missing: tell(missing) };
  return {
    faces: [...used].map((face) => ({ family: openFace(face).family, bytes: openFace(face).bytes })),
  };
}

function tell(missing: readonly string[]): string {
  const more = missing.length > listedAtMost ? ` and ${missing.length - listedAtMost} more` : '';
  const font = missing.map((character) => suggestPackage(character)).find((found) => found !== undefined);
  const cure = font ? ` (${font.script}; the package ${font.name} has it)` : '';
  return `no font covers “${missing.slice(0, listedAtMost).join(' ')}”${more} of its text${cure}`;
}
