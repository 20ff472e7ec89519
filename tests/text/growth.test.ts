import { beforeAll, expect, test } from 'vitest';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import type { InlineItem } from '../../src/text/inline-item.ts';
import { createShaper, type Shaper } from '../../src/text/shape-text.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

const style = { role: 'text', bold: false, italic: false, sizePt: 10, lang: 'en' } as const;
let shaper: Shaper;

beforeAll(async () => {
  shaper = createShaper(await readFonts([], '.'));
});

const itemsOf = (texts: readonly string[]): readonly InlineItem<number>[] =>
  texts.map((text, tag) => ({ kind: 'text', text, style, tag }));

const linesOf = (texts: readonly string[]): number =>
  breakLines(itemsOf(texts), shaper, { widthPt: 10 }).length;

test.runIf(isLong).each<[string, (size: number) => readonly string[], number]>([
  [
    'words in phrases of their own, each wider than a line',
    (size) => Array.from({ length: size }, () => 'wide '),
    12_000,
  ],
  ['soft hyphens in one word', (size) => ['a\u00AD'.repeat(size)], 12_000],
  ['soft hyphens behind each other', (size) => [`a${'\u00AD'.repeat(size)}a`], 40_000],
  [
    'no-break spaces in phrases of their own behind a word that reads from the right',
    (size) => ['א', ...Array.from({ length: size }, () => '\u00A0')],
    40_000,
  ],
])('time grows with %s', async (_name, texts, size) => {
  expect(linesOf(texts(20))).toBeGreaterThan(1);
  expect(await growth((count) => linesOf(texts(count)), size)).toBeLessThan(mostGrowth);
});

test.runIf(isLong)('a square is seen where all phrases are gone through for each word', async () => {
  const mapped = (size: number): unknown => {
    const items = itemsOf(Array.from({ length: size }, () => 'wide '));
    return items.map(() => new Map(items.map((item) => [item.tag, item])).size);
  };
  expect(await growthOfSquare(mapped, 500)).toBeGreaterThan(mostGrowth);
});
