import { expect, test } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import type { InlineItem } from '../../src/text/inline-item.ts';
import { createShaper } from '../../src/text/shape-text.ts';
import type { TextStyle } from '../../src/text/text-style.ts';

const style: TextStyle = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'th' };
const shaper = createShaper(await readFonts([], '.'));

/** The words of each line; a text in brackets is unbroken from its beginning on, one in braces within. */
function lines(parts: readonly string[], widthPt: number): readonly string[] {
  const items = parts.map((part): InlineItem<string> => {
    const text = part.replaceAll(/[[\]{}]/gu, '');
    const unbroken = part.startsWith('[')
      ? ('before' as const)
      : part.startsWith('{')
        ? ('within' as const)
        : undefined;
    return { kind: 'text', text, style, tag: part, ...(unbroken && { unbroken }) };
  });
  return breakLines(items, shaper, { widthPt }).map(({ pieces }) =>
    pieces.map(({ glyphs }) => glyphs?.runs.map(({ text }) => text).join('') ?? '').join(''),
  );
}

test('a word and its reading stand on one line', () => {
  const [word, reading] = ['one two', 'three four'];
  expect(lines(['a ', `{${word}}`, `[${reading}]`, ' b'], 82).map((line) => line.trim())).toEqual([
    'a',
    'one twothree four',
    'b',
  ]);
  // The control: without it, both break at their spaces.
  expect(lines(['a ', word, reading, ' b'], 82)[0]).toBe('a one twothree ');
});

test('a line may end before a word that has a reading, and behind the reading', () => {
  expect(lines(['aaa ', '{bbb}', '[ccc]', ' ddd'], 36).map((line) => line.trim())).toEqual([
    'aaa',
    'bbbccc',
    'ddd',
  ]);
});
