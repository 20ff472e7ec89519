import { expect, test } from 'vitest';
import { readHtml } from '../../src/intake/html/read-html.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { isLong } from '../how-long.ts';
import { partitionFlaw, readBack, splitWords, wordsOfPost, wordsOfSpans } from './html-words.ts';

/** Those that take seconds each are read in the long run alone. */
const long = ['<ul><li>', '<ol><li>x ', '<dl><dt>x<dd>y ', '<menu><li>x ', '<blockquote><ul><li>x '];

test.each(['<ul>', '<span>', '<i><b>x', ...(isLong ? long : [])])(
  '10,000 nested %s are read, and read back, in seconds',
  (tags) => {
    const html = `<main><p>before</p>\n${tags.repeat(10_000)}deep</main>`;
    const start = process.cpuUsage();
    const record = readHtml(html, { file: 'a' });
    const markdown = writeMarkdown(record.body);
    const document = readBack(markdown);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(30);
    expect(document.body.length).toBeGreaterThan(0);
    expect(markdown.length).toBeLessThan(1_000_000);
    expect(partitionFlaw(record)).toBeUndefined();
    expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
    expect(splitWords(record.stream).at(-1)).toMatch(/deep$/u);
    const told = record.messages.filter(({ ruleId }) => ruleId === 'intake-repaired');
    expect(told.map(({ reason, place }) => `${place?.start.line} ${reason}`)).toEqual([
      '2 Elements nest too deeply; the tags beyond were left out, their words kept',
    ]);
  },
  // CPU time is what is bounded: a machine that does other things at once may take long.
  600_000,
);

test('lists as deep as posts may have them stay as they are', () => {
  const html = `<main>${'<ul><li>a'.repeat(20)}${'</ul>'.repeat(20)}<p>after</p></main>`;
  const record = readHtml(html, { file: 'a' });
  expect(record.messages).toEqual([]);
  const lines = writeMarkdown(record.body).trimEnd().split('\n');
  expect(lines[19]).toBe(`${'  '.repeat(19)}- a`);
  expect(lines.at(-1)).toBe('after');
});

test('a deeper list leaves those around it whole', () => {
  const html = `<main>${'<ul><li>a'.repeat(22)}${'</ul>'.repeat(22)}<p>after</p></main>`;
  const lines = writeMarkdown(readHtml(html, { file: 'a' }).body)
    .trimEnd()
    .split('\n');
  expect(lines.filter((line) => line.endsWith('- a'))).toHaveLength(22);
  expect(lines.at(-1)).toBe('after');
});

test('links that are never closed do not nest', () => {
  const html = `<main>${'<p><a name="x">word <a href="https://a.gov/">link</a></p>'.repeat(300)}</main>`;
  const record = readHtml(html, { file: 'a' });
  expect(record.messages).toEqual([]);
  expect(writeMarkdown(record.body).match(/\[link\]\(https:\/\/a\.gov\/\)/gu)).toHaveLength(300);
});
