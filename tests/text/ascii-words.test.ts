import { expect, test } from 'vitest';
import type { Face } from '../../src/fonts/face.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { createShaper } from '../../src/text/shape-text.ts';

const { faces } = await readFonts([], '.');
const named = (name: string): Face => {
  const found = faces.find(({ id }) => id.includes(name));
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const style = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' } as const;
const upright = (face: Face): Face => ({ ...face, role: 'text', bold: false, italic: false });

/** Each stretch of a text with its face. */
function shaped(text: string, ...chain: readonly Face[]): readonly (readonly [face: string, text: string])[] {
  const runs = createShaper({ faces: chain.map(upright) }).shape(text, style);
  return runs.map(({ face, text: part, actualText }) => [face.face.id, actualText ?? part]);
}

const sans = named('noto-sans/NotoSans_400Regular');
const signs = named('noto-emoji');

test('a word of ASCII stands in the first face that has all of ASCII', () => {
  expect(shaped('Rain-coat (2)', sans, signs)).toEqual([[sans.id, 'Rain-coat (2)']]);
});

test('a first face that lacks some of it shows what it has alone', () => {
  expect(shaped('a2b', signs, sans)).toEqual([
    [sans.id, 'a'],
    [signs.id, '2'],
    [sans.id, 'b'],
  ]);
});
