import type { Direction } from '../../src/characters/strong-letters.ts';
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import { embeddingLevels, startsRightToLeft, visualOrder } from '../../src/text/directions.ts';
import { createShaper, type Shaper } from '../../src/text/shape-text.ts';
import type { TextStyle } from '../../src/text/text-style.ts';

const style: TextStyle = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' };
let shaper: Shaper;

beforeAll(async () => {
  shaper = createShaper(await readFonts(['@expo-google-fonts/noto-sans-hebrew'], '.'));
});

/** The characters of each line from left to right as they stand on the page, by the places of their glyphs. */
function seen(text: string, widthPt = 1000, direction: Direction = 'ltr'): readonly string[] {
  return breakLines([{ kind: 'text', text, style, tag: 'x' }], shaper, { widthPt, direction }).map((line) => {
    const glyphs: { x: number; text: string }[] = [];
    for (const piece of line.pieces) {
      const fromRight = piece.level % 2 === 1;
      let x = fromRight ? piece.x + piece.widthPt : piece.x;
      for (const glyph of piece.glyphs?.runs.flatMap((run) => run.glyphs) ?? []) {
        const advance = (glyph.advance * style.sizePt) / 1000;
        if (fromRight) x -= advance;
        glyphs.push({ x, text: glyph.text });
        if (!fromRight) x += advance;
      }
    }
    return glyphs
      .toSorted((a, b) => a.x - b.x)
      .map((glyph) => glyph.text)
      .join('');
  });
}

describe('directions', () => {
  it('takes text without right-to-left letters as one level, without asking', () => {
    expect(embeddingLevels('plain – “text” 2011 Жα')).toBeUndefined();
  });

  it('takes text all from the right as one level, as the algorithm does', () => {
    const bidi = bidiFactory();
    const words = [
      'سلام',
      'שָׁלוֹם',
      'گچ',
      '(نص)',
      '«اقتباس»',
      'لا،',
      '%',
      '-',
      ' ',
      'كـتاب',
      '"',
      '…',
      '؟',
      'ؐ',
      '.',
      'הָ',
    ];
    const others = ['12', '١٢', '۱۲', 'a', '\u200E', '\u200F', '\u2067', '\u2069', 'é', '\t', 'Ж', '\u061C'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ...others), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect([...(embeddingLevels(text, 'rtl') ?? [])]).toEqual([
          ...bidi.getEmbeddingLevels(text, 'rtl').levels,
        ]);
      }),
      { numRuns: 500, seed: 1 },
    );
    // Each character by itself between two words.
    for (let code = 0x20; code <= 0x2_0000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = `ا${String.fromCodePoint(code)}ב`;
      const levels = embeddingLevels(text, 'rtl') ?? [];
      if (levels.every((level) => level === 1))
        expect([code, ...bidi.getEmbeddingLevels(text, 'rtl').levels]).toEqual([code, ...levels]);
    }
  });

  it('knows from the first strong character what a paragraph is', () => {
    expect(startsRightToLeft('2011 שלום and peace')).toBe(true);
    expect(startsRightToLeft('The word שלום')).toBe(false);
    expect(startsRightToLeft('')).toBe(false);
  });

  it('reverses from the highest level to the lowest odd one', () => {
    const order = (levels: string): string =>
      visualOrder(Array.from(levels, (level, index) => ({ level: Number(level), index })))
        .map(({ index }) => index)
        .join('');
    expect(order('0000')).toBe('0123');
    expect(order('0110')).toBe('0213');
    expect(order('0112110')).toBe('0543216');
    expect(order('01221')).toBe('04231');
    expect(order('1')).toBe('0');
    expect(order('')).toBe('');
  });
});

describe('lines with words that read from the right', () => {
  it('leaves the order of the words to the reader and puts the glyphs in their places', () => {
    expect(seen('The word שלום means peace')).toEqual(['The word םולש means peace']);
    expect(seen('and שלום עולם (two)')).toEqual(['and םלוע םולש (two)']);
  });

  it('keeps numbers from the left within words from the right', () => {
    expect(seen('see שלום 123 עולם here')).toEqual(['see םלוע 123 םולש here']);
  });

  it('puts the space at the end of a line after its last word', () => {
    expect(seen('one שלום עולם', 55)).toEqual(['one םולש ', 'םלוע']);
  });

  it('keeps the pieces of a line in the order of the text', () => {
    const [line] = breakLines([{ kind: 'text', text: 'a שלום עולם b', style, tag: 'x' }], shaper, {
      widthPt: 1000,
    });
    const words = line?.pieces.flatMap((piece) => piece.glyphs?.runs.map((run) => run.text) ?? []);
    expect(words?.join('')).toBe('a שלום עולם b');
  });
});

describe('lines of a paragraph that reads from the right', () => {
  it('puts the first word and the sign at its end where they belong', () => {
    expect(seen('שלום abc!', 1000, 'rtl')).toEqual(['!abc םולש']);
    // The parentheses read from the right as well, and their glyphs are mirrored (UAX 9 N0, L4).
    expect(seen('שלום (two) 123', 1000, 'rtl')).toEqual(['123 )two( םולש']);
    expect(seen('plain words.', 1000, 'rtl')).toEqual(['.plain words']);
  });

  it('hangs the space at the end of a line over its left end', () => {
    const items = [{ kind: 'text', text: 'שלום עולם', style, tag: 'x' }] as const;
    const [first, second] = breakLines(items, shaper, { widthPt: 30, direction: 'rtl' });
    const places = first?.pieces.map(({ x, widthPt }) => ({ x, end: x + widthPt })) ?? [];
    expect(places).toHaveLength(2);
    expect(places[0]?.x).toBeCloseTo(0);
    expect(places[0]?.end).toBeCloseTo(first?.widthPt ?? 0);
    expect(places[1]?.x).toBeLessThan(0);
    expect(places[1]?.end).toBeCloseTo(0);
    expect(second?.pieces[0]?.x).toBe(0);
  });
});
