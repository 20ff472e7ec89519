import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import { hyphenPlaces, renewed } from '../../src/text/hyphenate.ts';
import { createShaper } from '../../src/text/shape-text.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

const shaper = createShaper(await readFonts([], '.'));

function shown(word: string, lang: string): string {
  const places = hyphenPlaces(word, lang);
  return [...word].map((letter, at) => (places.includes(at) ? `-${letter}` : letter)).join('');
}

function linesOf(
  text: string,
  widthPt: number,
  options: { hyphenates?: boolean; lang?: string } = {},
): readonly string[] {
  const { hyphenates = true, lang = 'en-US' } = options;
  const style = { role: 'text', bold: false, italic: false, sizePt: 10, lang } as const;
  return breakLines([{ kind: 'text', text, style, hyphenates, tag: 'x' }], shaper, { widthPt }).map((line) =>
    line.pieces
      .flatMap((piece) => piece.glyphs?.runs ?? [])
      .map((run) => run.actualText ?? run.text)
      .join(''),
  );
}

test.each([
  ['en-US', 'communication', 'com-mu-ni-ca-tion'],
  ['en', 'Communication', 'Com-mu-ni-ca-tion'],
  ['de', 'Silbentrennung', 'Sil-ben-tren-nung'],
  ['de-AT', 'Donaudampfschiff', 'Do-nau-dampf-schiff'],
  ['fr-FR', 'constitution', 'consti-tu-tion'],
  ['es', 'administración', 'ad-mi-nis-tra-ción'],
])('words of %s: %s', (lang, word, hyphenated) => {
  expect(shown(word, lang)).toBe(hyphenated);
});

test.each([
  ['en-GB', 'communication', 'another language'],
  ['en-US-x-old', 'communication', 'a private one'],
  ['fi', 'kommunikaatio', 'one whose patterns are not taken in'],
  ['en-US', 'NATIONALITY', 'capitals'],
  ['en-US', 'JavaScript', 'a capital within'],
  ['en-US', 'table', 'a short word'],
  ['en-US', 'pneumono'.repeat(6), 'more letters than a word has'],
  ['en-US', 'İstanbulites', 'letters that grow when they are lowered'],
])('of %s no hyphen stands in %s: %s', (lang, word) => {
  expect(hyphenPlaces(word, lang)).toEqual([]);
});

test('a word is hyphenated where its line would else be too short, and whole where it is not', () => {
  const text = 'a communication of';
  expect(linesOf(text, 68)).toEqual(['a communica\u00AD', 'tion of']);
  expect(linesOf(text, 68, { hyphenates: false })).toEqual(['a ', 'communication ', 'of']);
  expect(linesOf(text, 68, { lang: 'en-GB' })).toEqual(['a ', 'communication ', 'of']);
  expect(linesOf('some more and communication', 74)).toEqual(['some more and ', 'communication']);
});

test.each(['http://communication.example', 'well-communication', 'x@communication', 'com\u00ADmunication'])(
  'what is no plain word is not hyphenated: %s',
  (word) => {
    expect(linesOf(`a ${word}`, 70).join('').replaceAll('com\u00ADmunication', '')).not.toMatch(
      /mu\u00AD|ni\u00AD/u,
    );
  },
);

test('no more than two lines in a row end with a hyphen', () => {
  const lines = linesOf('communication '.repeat(60), 105);
  const ends = lines.map((line) => (line.endsWith('\u00AD') ? 'h' : '.')).join('');
  expect(ends).toContain('hh');
  expect(ends).not.toContain('hhh');
});

test('the words are the same with hyphens and without, on lines no wider than their measure', () => {
  const words = fc.array(
    fc.constantFrom('communication', 'a', 'associate', '(responsibility)', 'of', 'table.', 'B-2'),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 30, max: 200 }), (list, widthPt) => {
      const text = list.join(' ');
      expect(linesOf(text, widthPt).join('').replaceAll('\u00AD', '')).toBe(text);
    }),
  );
});

test('what keeps words is made anew before it has more than it may', () => {
  const made: string[][] = [];
  const keep = renewed(3, () => {
    const kept: string[] = [];
    made.push(kept);
    return (word: string) => {
      kept.push(word);
      return word.length;
    };
  });
  expect(['a', 'bb', 'ccc', 'd', 'ee', 'f', 'g'].map(keep)).toEqual([1, 2, 3, 1, 2, 1, 1]);
  expect(made).toEqual([['a', 'bb', 'ccc'], ['d', 'ee', 'f'], ['g']]);
});

test('no word is kept among the patterns, where the package puts it by itself', () => {
  const require = createRequire(import.meta.url);
  // hyphen 1.14.1 has no types: the exceptions of a language are the third of its patterns.
  const [, , exceptions] = require('hyphen/patterns/en-us') as readonly [unknown, unknown, object];
  const before = Object.keys(exceptions).length;
  expect(shown('recommendation', 'en-US')).toBe('rec-om-men-da-tion');
  expect(Object.keys(exceptions)).toHaveLength(before);
  const { hyphenateSync } = require('hyphen/en-us') as { readonly hyphenateSync: (word: string) => string };
  hyphenateSync('recommendation');
  expect(Object.keys(exceptions)).toHaveLength(before + 1);
});

test.runIf(isLong)('time grows with the words', async () => {
  const work = (size: number): unknown => linesOf('communication '.repeat(size), 90);
  expect(await growth(work, 2000)).toBeLessThan(mostGrowth);
});
