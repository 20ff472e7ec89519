import { expect, test } from 'vitest';
import { readInput } from '../../src/intake/read-input.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';

async function takeIn(text: string, file: string): Promise<number> {
  const { record } = await readInput(Buffer.from(text), { file });
  return record === undefined ? 0 : writeMarkdown(record.body).length;
}

type Case = readonly [file: string, name: string, text: (size: number) => string];

const texts: readonly Case[] = [
  ['a.html', 'main content', (size) => '<main>a</main>'.repeat(size)],
  ['a.txt', 'blanks in a line', (size) => `a${' '.repeat(20 * size)}b\n`],
  ['a.txt', 'signs of Markdown', (size) => `a${'*_`[]#: '.repeat(size)}\n`],
  ['a.html', 'paragraphs', (size) => '<p>a'.repeat(size)],
  ['a.html', 'phrases', (size) => '<b>a</b> <a href=b>c</a> <code>d</code> '.repeat(size / 4)],
  ['a.html', 'what nothing ends', (size) => '<i><a href=b>c</i> '.repeat(size / 8)],
  ['a.html', 'rows of a table', (size) => `<table>${'<tr><td>a<td>b'.repeat(size / 2)}</table>`],
  ['a.html', 'cells of a row', (size) => `<table><tr>${'<td>a'.repeat(size)}</table>`],
  ['a.html', 'facts', (size) => `<head>${'<meta name=date content=2020-01-01>'.repeat(size)}</head><p>a`],
  ['a.html', 'dates', (size) => '<p>Released: January 1, 2020</p>'.repeat(size / 2)],
  ['a.html', 'signs of Markdown', (size) => `<p>a${'*_`[]#: '.repeat(size)}`],
  ['a.txt', 'lines', (size) => 'a\n'.repeat(size)],
  ['a.txt', 'labels', (size) => 'Released: January 1, 2020\n'.repeat(size)],
];

test.runIf(isLong).each(texts)('of %s, time grows with %s', async (file, _name, text) => {
  expect(await takeIn(text(40), file)).toBeGreaterThan(0);
  expect(await growth((size) => takeIn(text(size), file), 2000)).toBeLessThan(mostGrowth);
});

test.runIf(isLong)('a square is seen where blanks are looked through from each on', async () => {
  const work = (size: number): unknown => `a${' '.repeat(size)}b`.replace(/\s+$/u, '');
  expect(await growthOfSquare(work, 2000)).toBeGreaterThan(mostGrowth);
});
