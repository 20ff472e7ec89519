import { describe, expect, test } from 'vitest';
import { openFace, type OpenFace } from '../../../src/fonts/open-face.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { mergeClusters, needsActualText, type PlacedDrawing } from '../../../src/pdf/write/merge-clusters.ts';
import { createShaper, type GlyphRun } from '../../../src/text/shape-text.ts';

const style = { role: 'text', bold: false, italic: false, sizePt: 12, lang: 'en' } as const;
const bundled = await readFonts(['@expo-google-fonts/noto-sans-hebrew'], '.');
const shaper = createShaper(bundled);

function shapeOne(text: string, rightToLeft = false): GlyphRun {
  const [run, ...rest] = shaper.shape(text, style, rightToLeft);
  if (!run || rest.length > 0) throw new Error('not one run');
  return run;
}

function drawings(text: string, rightToLeft = false): readonly PlacedDrawing[] {
  return mergeClusters(shapeOne(text, rightToLeft));
}

/** What each code of a run says, the codes without a drawing in brackets. */
function codes(run: GlyphRun): string {
  const merged = mergeClusters(run);
  return merged
    .map(({ drawing, marks }) => drawing.text + (marks === undefined ? '' : `[${marks.text}]`))
    .join('|');
}

describe('a cluster', () => {
  test('is one drawing, with a letter that has fewer characters than glyphs', () => {
    const [letter] = drawings('ọ́');
    expect(letter?.drawing.parts.length).toBeGreaterThan(2);
    expect(letter?.drawing.text).toBe('ọ');
    expect(letter?.marks).toMatchObject({ parts: [], text: '\u0301' });
  });

  test.each([
    ['ọ́ẹ́', 'ọ[\u0301]|ẹ[\u0301]'],
    ['e\u0301l', 'e[\u0301]|l'],
    ['q\u0304 x', 'q[\u0304]| |x'],
    ['हिन्दी', 'हि|न[\u094D]|दी'],
    ['ऐसे', 'ऐ|स[\u0947]'],
    ['क्षि', 'क[\u094Dषि]'],
    ['a\u200Db', 'a[\u200D]|b'],
  ])('of %s', (text, expected) => {
    expect(codes(shapeOne(text))).toBe(expected);
  });

  test('of a glyph that was drawn before for other characters shows its own', () => {
    expect(codes(shapeOne('a b'))).toBe('a| |b');
    expect(codes(shapeOne('a\u00A0b'))).toBe('a|\u00A0|b');
    expect(codes(shapeOne('a b'))).toBe('a| |b');
    const [plain, again] = [drawings('a'), drawings('a')];
    expect(again[0]?.drawing).toBe(plain[0]?.drawing);
    const bold = shaper.shape('a', { ...style, bold: true })[0];
    expect(bold && mergeClusters(bold)[0]?.drawing).not.toBe(plain[0]?.drawing);
  });

  test('of a glyph that stands above the line is drawn there, though it was drawn on it before', () => {
    const run = shapeOne('a');
    const [onLine] = mergeClusters(run);
    const raised = mergeClusters({ ...run, glyphs: run.glyphs.map((glyph) => ({ ...glyph, dy: 100 })) });
    expect(raised[0]?.drawing.parts[0]?.y).toBeGreaterThan(0);
    expect(mergeClusters(run)).toEqual([onLine]);
  });

  test('that reads from the right comes in the order in which it is read', () => {
    expect(drawings('שָׁ', true)[0]?.marks?.advance).toBe(0);
    expect(codes(shapeOne('שָׁלוֹם', true))).toBe('ש[\u05B8\u05C1]|ל|ו[\u05B9]|ם');
  });

  test('that reads from the right has its marks at the letter: one above its right arm, one below its midst', () => {
    const run = shapeOne('שָׁ', true);
    const [sign] = mergeClusters(run);
    const ends = run.glyphs.map(({ id }) => {
      const { xBearing, width } = run.face.font.glyphExtents(id) ?? { xBearing: 0, width: 0 };
      const from = (sign?.drawing.parts.find((part) => part.id === id)?.x ?? 0) + xBearing;
      return [from, from + width] as const;
    });
    const [letter, above, below] = ends;
    expect(letter).toEqual([64, 665]);
    expect(above).toEqual([594, 650]);
    expect(below).toEqual([279, 455]);
  });

  test('is the same drawing wherever kerning moves it', () => {
    const alone = drawings('а́')[0]?.drawing;
    const beside = drawings('Та́Т').at(1);
    expect(beside?.drawing).toEqual(alone);
    const apart = shapeOne('Т').width * 2 + shapeOne('а́').width;
    expect(apart - shapeOne('Та́Т').width).toBeGreaterThan(10);
  });

  test('is as wide as what takes room in it, and its parts stand where they were shaped', () => {
    const run = shapeOne('ọ́');
    const [letter] = mergeClusters(run);
    const { scale } = run.face;
    expect(((letter?.drawing.advance ?? 0) + (letter?.marks?.advance ?? 0)) * scale).toBeCloseTo(
      run.width,
      6,
    );
    expect((letter?.marks?.advance ?? 0) * scale).toBe(110);
    let pen = 0;
    for (const [index, { dx, dy, advance }] of run.glyphs.entries()) {
      const part = letter?.drawing.parts[index];
      expect((part?.x ?? 0) * scale + (letter?.dx ?? 0)).toBeCloseTo(pen + dx, 6);
      expect((part?.y ?? 0) * scale).toBeCloseTo(dy, 6);
      pen += advance;
    }
  });
});

describe('in a face whose glyphs cannot be composed', () => {
  const stubborn = (run: GlyphRun): GlyphRun => ({
    ...run,
    face: { ...run.face, composable: false } satisfies OpenFace,
  });

  test('each glyph stays, and the run asks for an actual text where one has no character', () => {
    const run = stubborn(shapeOne('ẹọ́'));
    const merged = mergeClusters(run);
    expect(merged.map(({ drawing }) => drawing.parts.length)).toEqual([1, 1, 1, 1, 1]);
    expect(codes(run)).toBe('ẹ|ẹ|ọ\u0301|\u0301|\u0301');
    expect(needsActualText(run)).toBe(true);
    expect(needsActualText(stubborn(shapeOne('office')))).toBe(false);
    expect(needsActualText(shapeOne('ẹọ́'))).toBe(false);
  });
});

test('all bundled faces can be composed', () => {
  expect(bundled.faces.filter((face) => !openFace(face).composable)).toEqual([]);
});

describe('a cluster that is wider than one glyph can be', () => {
  const joined = '👨\u200D'.repeat(500);
  const run = shapeOne(joined);
  const merged = mergeClusters(run);

  test('is several drawings, which say its characters in their order and take its room', () => {
    expect(merged.length).toBeGreaterThan(10);
    expect(merged.map(({ drawing, marks }) => drawing.text + (marks?.text ?? '')).join('')).toBe(joined);
    expect(merged.every(({ drawing }) => drawing.text !== '' && drawing.parts.length > 0)).toBe(true);
    expect(merged.flatMap(({ drawing }) => drawing.parts)).toHaveLength(run.glyphs.length);
    expect(merged.reduce((sum, { advance }) => sum + advance, 0)).toBeCloseTo(run.width, 0);
  });

  test('has its places and widths in 16 bits; one that is not is seen', () => {
    const fits = ({ drawing }: PlacedDrawing): boolean =>
      drawing.advance < 0x8000 && drawing.parts.every(({ x }) => Math.abs(x) < 0x8000);
    expect(merged.every(fits)).toBe(true);
    const [first] = drawings('👨\u200D👨');
    expect(first).toMatchObject({ drawing: { text: '👨' }, marks: { text: '\u200D👨' } });
    expect(
      first && fits({ ...first, drawing: { ...first.drawing, advance: run.width / run.face.scale } }),
    ).toBe(false);
  });
});
