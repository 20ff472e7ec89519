import { ResourceError } from '../diagnostics/errors.ts';
import type { Face } from './face.ts';
import { openFace } from './open-face.ts';

/** What every text may need: the printable characters of ASCII, and the quotation marks and dashes of print. */
const common = [
  ...Array.from({ length: 94 }, (_, index) => 0x21 + index),
  0x2013,
  0x2014,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
];

/**
 * Checks that faces that a theme names have what every text may need: with a letter of another face in each word, no page looks
 * as it was meant to. Opens the first upright one.
 *
 * @throws ResourceError where they do not, where none is upright, or where it may not be embedded.
 */
export function checkCoverage(faces: readonly Face[], name: string): void {
  const upright = faces.find(({ bold, italic }) => !bold && !italic);
  if (!upright) {
    throw new ResourceError(`The font ${name} has no regular weight; name another in the theme.`, {
      path: name,
    });
  }
  const { hasGlyph } = openFace(upright);
  const missing = common.filter((codePoint) => !hasGlyph(codePoint));
  if (missing.length === 0) return;
  const shown = missing.slice(0, 5).map((codePoint) => `“${String.fromCodePoint(codePoint)}”`);
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : '';
  throw new ResourceError(
    `The font ${name} lacks ${shown.join(', ')}${more}, which every text may need: name another in the theme, and this one under \`fonts:\` of the configuration, where it stands in for what the others lack.`,
    { path: name },
  );
}
