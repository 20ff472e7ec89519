import { readFonts } from '../../src/fonts/read-fonts.ts';
import { createShaper, type Glyph, type Shaper } from '../../src/text/shape-text.ts';
import type { TextStyle } from '../../src/text/text-style.ts';

/** Japanese of ten points. */
export const style: TextStyle = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'ja' };
const face = createShaper(await readFonts([], '.')).shape('a', style)[0]?.face;

/** By sign, how far it is moved where it takes half its width, thousandths of the size. */
const shifts: Readonly<Record<string, number>> = { '「': -500, '」': 0, '。': 0, '、': 0, '．': -250 };

/** A shaper in whose face all letters are as wide as high, and those signs can be half as wide. */
export const square: Shaper = {
  shape: (text) => {
    const glyphs = Array.from(text, (char): Glyph => ({
      id: char.codePointAt(0) ?? 0,
      advance: 1000,
      dx: 0,
      dy: 0,
      text: char,
    }));
    return face ? [{ face, text, glyphs, width: 1000 * glyphs.length, rightToLeft: false }] : [];
  },
  halved: (sign) => {
    const dx = shifts[sign];
    return dx === undefined
      ? undefined
      : { id: sign.codePointAt(0) ?? 0, advance: 500, dx, dy: 0, text: sign };
  },
};
