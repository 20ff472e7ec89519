import { beforeAll, expect, test } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import { measureText } from '../../src/text/measure-text.ts';
import type { InlineItem } from '../../src/text/inline-item.ts';
import type { Measure } from '../../src/text/line.ts';
import { createShaper, type Shaper } from '../../src/text/shape-text.ts';

const style = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' } as const;
let shaper: Shaper;

beforeAll(async () => {
  shaper = createShaper(await readFonts([], '.'));
});

const item = (text: string): InlineItem<string> => ({ kind: 'text', text, style, tag: 'x' });

function widthOf(text: string): number {
  return measureText([item(text)], shaper).maxPt;
}

/** The lines of a paragraph, as wide as these words. */
function linesOf(
  items: readonly InlineItem<string>[],
  measure: Omit<Measure, 'widthPt'>,
  words: string,
): readonly string[] {
  return breakLines(items, shaper, { ...measure, widthPt: widthOf(words) }).map(({ pieces }) =>
    pieces
      .flatMap(({ glyphs }) => glyphs?.runs ?? [])
      .map((run) => run.text)
      .join(''),
  );
}

const lines = (text: string, asWideAs: string): readonly string[] =>
  linesOf([item(text)], { ties: 'names' }, asWideAs);

const long = 'a policy on the disclosure of vulnerabilities says';

test('a short word does not end a paragraph alone: the one before it joins it', () => {
  expect(lines(`${long} how.`, long)).toEqual([
    'a policy on the disclosure of vulnerabilities ',
    'says how.',
  ]);
});

test('it may where nothing is tied, as in code', () => {
  expect(linesOf([item(`${long} how.`)], {}, long)).toEqual([`${long} `, 'how.']);
});

test.each([
  ['the word is long', `${long} vulnerabilities.`, long, [`${long} `, 'vulnerabilities.']],
  [
    'a hole would be left',
    'how vulnerabilities of it.',
    'how vulnerabilities of',
    ['how vulnerabilities ', 'of it.'],
  ],
  ['all fits', `${long} so`, `${long} so`, [`${long} so`]],
  ['it is the only word', 'so', long, ['so']],
])('nothing is moved where %s', (_, text, width, expected) => {
  expect(lines(text, width)).toEqual(expected);
});

test('what the author broke stays broken', () => {
  const items: readonly InlineItem<string>[] = [item(long), { kind: 'break', tag: 'x' }, item('so')];
  expect(linesOf(items, { ties: 'names' }, `${long} and more`)).toEqual([long, 'so']);
});
