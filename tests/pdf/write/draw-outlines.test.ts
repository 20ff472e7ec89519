import { describe, expect, test } from 'vitest';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { outlineOperators } from '../../../src/pdf/write/draw-outlines.ts';
import { createShaper } from '../../../src/text/shape-text.ts';

const shaper = createShaper(await readFonts([], '.'));
const style = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' } as const;

function draw(text: string): readonly string[] {
  const runs = shaper.shape(text, style);
  return outlineOperators({ type: 'run', x: 100, y: 200, runs, sizePt: 10, colour: [0, 0, 0], slot: null });
}

/** All points of operators, by their coordinates. */
function points(operators: readonly string[]): { readonly xs: number[]; readonly ys: number[] } {
  const numbers =
    operators
      .join(' ')
      .match(/-?\d+(?:\.\d+)?/gu)
      ?.map(Number) ?? [];
  return {
    xs: numbers.filter((_, index) => index % 2 === 0),
    ys: numbers.filter((_, index) => index % 2 === 1),
  };
}

describe('outlineOperators', () => {
  test('fills the lines and curves of a glyph, from the baseline upwards', () => {
    expect(draw(',')).toMatchInlineSnapshot(`
      [
        "100.47 201.33 m 100.94 200.11 l 100.787 200.083 100.658 200.01 100.555 199.89 c 100.452 199.77 100.4 199.63 100.4 199.47 c 100.4 199.297 100.463 199.145 100.59 199.015 c 100.717 198.885 100.867 198.82 101.04 198.82 c 101.227 198.82 101.383 198.885 101.51 199.015 c 101.637 199.145 101.7 199.297 101.7 199.47 c 101.7 199.517 101.693 199.565 101.68 199.615 c 101.667 199.665 101.653 199.71 101.64 199.75 c 101.02 201.33 l 100.47 201.33 l h f",
      ]
    `);
  });

  test('draws what is a curve of the second degree as one of the third', () => {
    // From (105, -12) to (59, 7) by way of (78, -12): two thirds of the way from both ends.
    expect(draw('.').join('')).toMatch(
      /^101\.05 200\.12 m 100\.87 200\.12 100\.717 200\.057 100\.59 199\.93 c /u,
    );
  });

  test('goes on from glyph to glyph, and draws nothing for a space', () => {
    const [first, second, ...rest] = draw('. .');
    expect(rest).toEqual([]);
    const width = shaper.shape('. ', style).reduce((sum, run) => sum + run.width, 0) / 100;
    const [left, right] = [points([first ?? '']), points([second ?? ''])];
    for (const [index, x] of left.xs.entries()) expect(right.xs[index]).toBeCloseTo(x + width, 2);
    expect(right.ys).toEqual(left.ys);
  });
});
