import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import type { Line } from '../../src/text/line.ts';
import { measureText } from '../../src/text/measure-text.ts';
import { createShaper, type Shaper } from '../../src/text/shape-text.ts';
import type { TextStyle } from '../../src/text/text-style.ts';

const style: TextStyle = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' };
let shaper: Shaper;

beforeAll(async () => {
  shaper = createShaper(await readFonts([], '.'));
});

/** The characters of a line as its glyphs show them, actual text before shown text. */
function textOf(line: Line<string>): string {
  return line.pieces
    .flatMap((piece) => piece.glyphs?.runs ?? [])
    .map((run) => run.actualText ?? run.glyphs.map((glyph) => glyph.text).join(''))
    .join('');
}

function lines(text: string, widthPt: number): readonly string[] {
  return breakLines([{ kind: 'text', text, style, tag: 'x' }], shaper, { widthPt }).map(textOf);
}

function widthOf(text: string): number {
  return measureText([{ kind: 'text', text, style, tag: 'x' }], shaper).maxPt;
}

describe('breakLines', () => {
  it('keeps the space at the end of a line, so that words never fuse', () => {
    expect(lines('one two three', 40)).toEqual(['one two ', 'three']);
  });

  it('breaks after a hyphen of the author without adding one', () => {
    expect(lines('a well-known place', 45)).toEqual(['a well-', 'known ', 'place']);
  });

  it('uses a soft hyphen and marks the hyphen it draws as one', () => {
    expect(lines('ex\u00ADam\u00ADple', 32)).toEqual(['exam\u00AD', 'ple']);
  });

  it('leaves room for the hyphen that it draws, and breaks sooner where there is none', () => {
    const [exam, hyphen] = [widthOf('exam'), widthOf('-')];
    const measure = (text: string, widthPt: number): readonly string[] => lines(text, widthPt);
    expect(measure('ex\u00ADam\u00ADple', exam + hyphen)).toEqual(['exam\u00AD', 'ple']);
    expect(measure('ex\u00ADam\u00ADple', exam + hyphen / 2)).toEqual(['ex\u00AD', 'am\u00AD', 'ple']);
    // No hyphen is drawn where the rest of the word fits.
    expect(measure('ex\u00ADam\u00ADple', widthOf('example'))).toEqual(['example']);
    expect(measure('an ex\u00ADam\u00ADple', widthOf('an ex'))).toEqual([
      'an ',
      'ex\u00AD',
      'am\u00AD',
      'ple',
    ]);
  });

  it('makes no line wider than its measure, with a hyphen or without, in headings as in text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ex', 'am', 'ple', ' ', 'a', '\u00AD', '\u00ADam', 'wo ', '12 '), {
          maxLength: 30,
        }),
        fc.integer({ min: 22, max: 90 }),
        fc.boolean(),
        (parts, widthPt, balanced) => {
          const items = [{ kind: 'text' as const, text: parts.join(''), style, tag: 'x' }];
          for (const line of breakLines(items, shaper, { widthPt, balanced }))
            expect(line.widthPt).toBeLessThanOrEqual(widthPt + 0.01);
        },
      ),
    );
  });

  it('keeps a word of soft hyphens whole in a table where that is not too long', () => {
    const text = 'ex\u00ADam\u00ADple';
    const { minPt, wordPt } = measureText([{ kind: 'text', text, style, tag: 'x' }], shaper);
    expect(wordPt).toBeCloseTo(widthOf('example'), 1);
    expect(minPt).toBeCloseTo(Math.max(widthOf('am') + widthOf('-'), widthOf('ple')), 5);
  });

  it('drops soft hyphens that are not used', () => {
    expect(lines('ex\u00ADam\u00ADple', 200)).toEqual(['example']);
  });

  it('breaks long addresses after their signs, adding nothing', () => {
    const address = 'https://www.example.org/archive/2011/12/strong-partnerships';
    const broken = lines(address, 120);
    expect(broken.join('')).toBe(address);
    expect(broken.length).toBeGreaterThan(2);
    for (const line of broken.slice(0, -1)) expect(line).toMatch(/[/.-]$/u);
  });

  it('breaks a digest after every sixteenth digit, adding nothing', () => {
    const digest = '0123456789abcdef'.repeat(4);
    expect(lines(digest, 200)).toEqual(['0123456789abcdef'.repeat(2), '0123456789abcdef'.repeat(2)]);
    const { minPt } = measureText([{ kind: 'text', text: digest, style, tag: 'x' }], shaper);
    expect(minPt).toBeLessThan(120);
  });

  it('breaks a word of a thousand letters between letters', () => {
    const word = 'm'.repeat(1000);
    const broken = lines(word, 100);
    expect(broken.join('')).toBe(word);
    expect(new Set(broken.slice(0, -1).map((line) => line.length)).size).toBe(1);
  });

  it('does not break at a no-break space or before a note label', () => {
    expect(lines('a page\u00A05', 33)).toEqual(['a ', 'page\u00A05']);
  });

  it('shows a character without a glyph by its code point and keeps it as actual text', () => {
    const [line] = breakLines([{ kind: 'text', text: 'a\u0CABb', style, tag: 'x' }], shaper, {
      widthPt: 200,
    });
    const runs = line?.pieces.flatMap((piece) => piece.glyphs?.runs ?? []) ?? [];
    expect(runs.map((run) => run.text)).toEqual(['a', '[U+0CAB]', 'b']);
    expect(runs.map((run) => run.actualText)).toEqual([undefined, '\u0CAB', undefined]);
  });

  it('sets spaces beside signs in the face of the words', () => {
    const faces = shaper.shape('go → then ☎ x', style).map((run) => [run.text, run.face.face.role]);
    for (const [text, role] of faces) if (text?.includes(' ')) expect(role).toBe('text');
    expect(faces.some(([text, role]) => text === '☎' && role === 'symbols')).toBe(true);
  });

  it('keeps ligatures readable and leaves them out of code', () => {
    const glyphsOf = (role: 'text' | 'code'): string[] =>
      shaper.shape('office', { ...style, role }).flatMap((run) => run.glyphs.map((glyph) => glyph.text));
    expect(glyphsOf('text').join('')).toBe('office');
    expect(glyphsOf('code')).toEqual(['o', 'f', 'f', 'i', 'c', 'e']);
  });

  it('loses and adds no character and keeps to the measure, whatever the text', () => {
    const words = fc.array(
      fc.constantFrom('a', 'office', 'Ж', 'αβγ', 'x–y', '☑', '→', 'long'.repeat(12), 'é', '(b)', '…'),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 300 }), (list, widthPt) => {
        const text = list.join(' ');
        const broken = breakLines([{ kind: 'text', text, style, tag: 'x' }], shaper, { widthPt });
        expect(broken.map(textOf).join('')).toBe(text);
        for (const line of broken) expect(line.widthPt).toBeLessThanOrEqual(widthPt + 0.01);
      }),
      { numRuns: 200 },
    );
  });
});

describe('measureText', () => {
  it('gives the widest word and the whole line', () => {
    const { minPt, maxPt } = measureText([{ kind: 'text', text: 'a partnership', style, tag: 'x' }], shaper);
    const word = measureText([{ kind: 'text', text: 'partnership', style, tag: 'x' }], shaper);
    expect(minPt).toBeCloseTo(word.maxPt, 5);
    expect(maxPt).toBeGreaterThan(minPt);
  });
});

describe('measureText of a table', () => {
  const measured = (text: string): ReturnType<typeof measureText> =>
    measureText([{ kind: 'text', text, style, tag: 'x' }], shaper);

  it('takes words that a hyphen joins for one, though a line may break between them', () => {
    expect(measured('a follow-up').wordPt).toBeCloseTo(measured('follow-up').maxPt, 1);
    expect(measured('a follow-up').minPt).toBeLessThan(measured('follow-up').maxPt - 5);
  });

  it('takes a long address for the parts that it breaks into', () => {
    const { minPt, wordPt } = measured('https://www.example.org/some/where/else');
    expect(wordPt).toBe(minPt);
  });

  it('adds up the lines that breaks make', () => {
    const items = ['one', 'and two'].flatMap((text, index) => [
      ...(index > 0 ? [{ kind: 'break' as const, tag: 'x' }] : []),
      { kind: 'text' as const, text, style, tag: 'x' },
    ]);
    const { lines, inkPt, maxPt } = measureText(items, shaper);
    expect(lines).toBe(2);
    expect(maxPt).toBeCloseTo(measured('and two').maxPt);
    expect(inkPt).toBeCloseTo(measured('one').maxPt + measured('and two').maxPt);
    expect(measured('').lines).toBe(0);
  });
});
