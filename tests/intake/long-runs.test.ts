import { expect, test } from 'vitest';
import { readInput } from '../../src/intake/read-input.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
import { replaceTags } from '../../src/intake/html/tags.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';

const run = 'x'.repeat(9_500_000);

const long: readonly [string, string][] = [
  ['an attribute', `<p title="${run}">Words</p>`],
  ['an attribute without quotes', `<p title=${run}>Words</p>`],
  ['tags without an end', `<p>Words${'<a '.repeat(3_000_000)}`],
  ['a comment', `<p>Words<!--${run}-->`],
  ['a script', `<p>Words<script>${run}</script>`],
  ['a comment without an end', `<p>Words<!--${run}`],
  ['quotes without an end', `<p>Words</p><a ${'"'.repeat(9_000_001)}`],
  ['a picture', `<p>Words<img alt="" src="data:image/png;base64,${run}${run}"></p>`],
];

test.runIf(isLong).each(long)(
  'a page with %s of millions of characters is read in seconds',
  async (_name, html) => {
    const start = process.cpuUsage();
    const { record } = await readInput(Buffer.from(html), { file: 'a.html' });
    const { user, system } = process.cpuUsage(start);
    expect(record && writeMarkdown(record.body).slice(0, 5)).toBe('Words');
    expect((user + system) / 1e6).toBeLessThan(20);
  },
);

const longest: readonly [string, string][] = [
  ['a.html', `<p>Words ${run}`],
  ['a.txt', `Words ${run}\n`],
  ['a.txt', `Words${' '.repeat(9_500_000)}\n`],
];

test.each<[string, string]>([
  ...(isLong ? longest : []),
  // By their count alone, whatever the patterns of this version of Node can take.
  ['a.html', `<p>Words ${'x'.repeat(1_000_001)}`],
  ['a.txt', `Words ${'x'.repeat(1_000_001)}\n`],
  ['a.txt', `Words${' '.repeat(1_000_001)}\n`],
  ['a.html', `<p>Words${' '.repeat(1_000_001)}`],
  // A table with spans is kept as HTML.
  ['a.html', `<p>Words<table><tr><td rowspan="2">${'x'.repeat(1_000_001)}<td>a<tr><td>b</table>`],
])('%s with a word or a line that no text has is refused', async (file, text) => {
  const { record, messages } = await readInput(Buffer.from(text), { file });
  expect(record).toBeUndefined();
  expect(messages.at(-1)).toMatchObject({
    ruleId: 'file-too-large',
    reason: 'A word, a line or a run of spaces is too long to be read',
  });
});

test.each<[string, string]>([
  ['a.html', `<p>Words ${'x'.repeat(999_990)}`],
  ['a.txt', `Words ${'x'.repeat(999_990)}\n`],
])('%s with a word that is as long as may be is read', async (file, text) => {
  const { record } = await readInput(Buffer.from(text), { file });
  expect(record && writeMarkdown(record.body).length).toBeGreaterThan(999_990);
});

const colons = (count: number): string => {
  const value = 'https://a'.repeat(count);
  return writeMarkdown({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
  });
};

test.runIf(isLong)('a text of colons is written in time that grows with it', async () => {
  expect(await growth(colons, 1500)).toBeLessThan(mostGrowth);
});

test.runIf(isLong)('a text of many colons is written in seconds', () => {
  const start = process.cpuUsage();
  colons(50_000);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(10);
});

test.each<[string, string]>([
  ['a<B c="d>e">f</B>g', 'a[b 1]f[/b 13]g'],
  ['<!-- <i> --><i>', '<!-- <i> -->[i 12]'],
  ['<script>"<b>"</SCRIPT ><b>', '<script>"<b>"</SCRIPT >[b 23]'],
  ['1 < 2 <b', '1 < 2 <b'],
  ['<b "><i>', '[b 0][i 5]'],
])('%s has tags', (html, expected) => {
  const shown = replaceTags(html, ({ name, isEnd, offset }) => `[${isEnd ? '/' : ''}${name} ${offset}]`);
  expect(shown).toBe(expected);
});
