import { beforeAll, describe, expect, test } from 'vitest';
import { fitText, type FittedText, type Fitting } from '../../src/cover/fit-text.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import { createShaper, type Shaper } from '../../src/text/shape-text.ts';
import type { TextStyle } from '../../src/text/text-style.ts';

let shaper: Shaper;

beforeAll(async () => {
  shaper = createShaper(await readFonts([], '.'));
});

const style: TextStyle = { role: 'text', bold: true, italic: false, sizePt: 1, lang: 'en' };
const fitting: Fitting = {
  style,
  sizesPx: [200, 100, 50],
  breaksWordsAtPx: 50,
  leastShare: 0.7,
  leadingEms: 1.1,
  widthPx: 1300,
  heightPx: 700,
};

function linesOf({ lines }: FittedText): readonly string[] {
  return lines.map(({ pieces }) =>
    pieces.map(({ glyphs }) => glyphs?.runs.map((run) => run.text).join('') ?? '').join(''),
  );
}

describe('fitText', () => {
  test('takes the largest size that fits and loses no word', () => {
    const title = 'A year of words from many posts of one office';
    const fitted = fitText([title], fitting, shaper);
    expect(fitted.sizePx).toBe(100);
    expect(linesOf(fitted).join('')).toBe(title);
    expect(fitText(['A year'], fitting, shaper).sizePx).toBe(200);
  });

  test('makes lines of even length', () => {
    const title = 'An even division of the words of titles';
    const fitted = fitText([title], { ...fitting, sizesPx: [100] }, shaper);
    const items = [{ kind: 'text', text: title, style: { ...style, sizePt: 100 }, tag: 0 }] as const;
    const first = breakLines(items, shaper, { widthPt: fitting.widthPx });
    const unevenness = (lines: readonly { readonly widthPt: number }[]): number => {
      const widths = lines.map(({ widthPt }) => widthPt);
      return Math.max(...widths) - Math.min(...widths);
    };
    expect(fitted.lines).toHaveLength(first.length);
    expect(unevenness(fitted.lines)).toBeLessThan(unevenness(first) / 2);
  });

  test('ends in a line of one word only where all lines have one, or a much smaller size would be needed', () => {
    const sizes = [230, 208, 188, 170];
    const wide = { ...fitting, sizesPx: sizes, heightPx: 1130 };
    const split = (title: string, leastShare = 0.7): readonly string[] => {
      const fitted = fitText([title], { ...wide, leastShare }, shaper);
      return [String(fitted.sizePx), ...linesOf(fitted).map((line) => line.trim())];
    };
    expect([split('Blocks and Comments'), split('Blocks and Comments', 1)]).toMatchInlineSnapshot(`
      [
        [
          "170",
          "Blocks",
          "and Comments",
        ],
        [
          "230",
          "Blocks and",
          "Comments",
        ],
      ]
    `);
    expect(split('Negotiated Terms of Service Agreements')).toMatchInlineSnapshot(`
      [
        "230",
        "Negotiated",
        "Terms of",
        "Service",
        "Agreements",
      ]
    `);
    expect(split('Negotiated Terms of Service Agreements', 0.9)).toMatchInlineSnapshot(`
      [
        "230",
        "Negotiated",
        "Terms of",
        "Service",
        "Agreements",
      ]
    `);
    expect(split('Accessibility Documentation')).toMatchInlineSnapshot(`
      [
        "170",
        "Accessibility",
        "Documentation",
      ]
    `);
  });

  test('breaks a word only in the small sizes', () => {
    const word = 'Unbreakable'.repeat(4);
    const fitted = fitText([word], fitting, shaper);
    expect(fitted.sizePx).toBe(50);
    expect(fitted.lines).toHaveLength(1);
    const longer = fitText([word.repeat(2)], fitting, shaper);
    expect(linesOf(longer).join('')).toBe(word.repeat(2));
    expect(longer.lines).toHaveLength(2);
  });

  test('cuts what is too long after a word', () => {
    const title = 'several words '.repeat(60).trim();
    const fitted = fitText([title], fitting, shaper);
    const text = linesOf(fitted).join('');
    expect(fitted.lines.length * fitted.leadingPx).toBeLessThanOrEqual(fitting.heightPx);
    expect(text).toMatch(/ (?:several|words)…$/u);
    expect(title.startsWith(text.slice(0, -1))).toBe(true);
    expect(text.length).toBeGreaterThan(300);
  });

  test('keeps paragraphs apart', () => {
    const fitted = fitText(['Ann Example', 'Bo Example'], fitting, shaper);
    expect(linesOf(fitted)).toEqual(['Ann Example', 'Bo Example']);
    expect(fitText([], fitting, shaper).lines).toEqual([]);
  });
});
