import { describe, expect, test } from 'vitest';
import type { Page, RunMark } from '../../../src/pdf/layout/display-list.ts';
import { standardMetrics } from '../../../src/pdf/theme/metrics.ts';
import { growth, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';
import { layOutPost, type Laid } from './lay-out-post.ts';

const { areaMarginPt } = standardMetrics.page;

function layTable(markdown: string): Laid {
  return layOutPost(`---\ntitle: Wide\nlang: en\n---\n\n${markdown}\n`);
}

/** A table of so many columns and rows below its head, each cell with its place behind a word. */
function tableOf(word: string, columns: number, rows = 1): string {
  const row = (name: string): string =>
    `| ${Array.from({ length: columns }, (_, column) => `${word} ${name}${column}`).join(' | ')} |`;
  const body = Array.from({ length: rows }, (_, index) => row(String.fromCodePoint(0x61 + index)));
  return [row('H'), `|${' --- |'.repeat(columns)}`, ...body].join('\n');
}

/** The words of a page as they stand on its lines: what belongs to the tags, or the artifacts among them. */
function wordsOf({ placed }: Page, kind: 'tagged' | 'artifact'): readonly string[] {
  return placed.flatMap(({ marks, repeated }) =>
    marks.flatMap((mark) => {
      const isTagged = mark.type === 'run' && mark.slot !== null && !repeated;
      return mark.type === 'run' && isTagged === (kind === 'tagged') ? textOf(mark) : [];
    }),
  );
}

function textOf({ runs }: RunMark): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Room for words that one page has and the other has not. */
const turnedOnly = tableOf('Incomprehensibility', 7);
const tooWide = tableOf('Incomprehensibility', 12);
const words = `${'Words and words. '.repeat(60)}\n\n`.repeat(4);

describe('a table that is too wide for an upright page', () => {
  test('stands on a page on its side, between upright ones, and that is told', () => {
    const { list, messages } = layTable(`${words}${turnedOnly}\n\n${words}`);
    const sides = list.pages.map(({ turned = false }) => turned);
    expect(sides.filter(Boolean)).toHaveLength(1);
    expect([sides[0], sides.at(-1)]).toEqual([false, false]);
    expect(messages).toEqual([
      '14:1 info table-turned Table of 7 columns does not fit at 9 pt; it stands on a page on its side',
    ]);
    const page = list.pages.find(({ turned }) => turned);
    const lines = page ? wordsOf(page, 'tagged') : [];
    const whole = /^(?:Incomprehensibility(?: [Ha]\d)?|[Ha]\d)$/u;
    expect(lines.filter((line) => !whole.test(line))).toEqual([]);
  });

  test('has its header and footer over the whole of that page', () => {
    const { list } = layTable(turnedOnly);
    const [page] = list.pages;
    const numbers = page?.footer.find((mark) => textOf(mark).startsWith('Page'));
    expect(numbers?.y).toBe(612 - standardMetrics.furniture.footerPt);
    const title = page?.footer.find((mark) => textOf(mark) === 'Wide');
    expect(title?.x).toBe(areaMarginPt);
    const right = largestX(page);
    expect(right).toBeGreaterThan(612);
    expect(right).toBeCloseTo(792 - areaMarginPt);
  });

  test('takes its heading, a few lines and a short title with it', () => {
    const { list } = layTable(`Few words.\n\n## Heading\n\n${turnedOnly}`);
    expect(list.pages.map(({ turned }) => turned)).toEqual([true]);
    const long = layTable(`${words}## Heading\n\n${turnedOnly}`).list.pages;
    expect(long.map(({ turned = false }) => turned)).toEqual([false, false, true]);
    expect(long.map((page) => wordsOf(page, 'tagged').includes('Heading'))).toEqual([false, false, true]);
    const [first] = long[2]?.placed.flatMap(({ marks }) => marks).filter((mark) => mark.type === 'run') ?? [];
    expect(first?.x).toBe(areaMarginPt);
  });

  test('is not turned inside of other blocks', () => {
    const { list, messages } = layTable(`- Words\n\n  ${turnedOnly.replaceAll('\n', '\n  ')}`);
    expect(list.pages.some(({ turned }) => turned)).toBe(false);
    expect(messages.join()).toContain('table-in-groups');
    const quoted = layTable(`> ${turnedOnly.replaceAll('\n', '\n> ')}`);
    expect(quoted.messages.join()).toContain('table-too-wide');
  });
});

function largestX(page: Page | undefined): number {
  const rects = page?.placed.flatMap(({ marks }) => marks).filter((mark) => mark.type === 'rect') ?? [];
  return rects.reduce((most, { x, widthPt }) => Math.max(most, x + widthPt), 0);
}

describe('a table that is too wide for any page', () => {
  test('stands in groups of columns on upright pages, each cell in the tags once, the first column before each group', () => {
    const { list, messages } = layTable(tooWide);
    expect(messages).toEqual([
      '6:1 info table-in-groups Table of 12 columns does not fit at 9 pt; its columns stand in groups below each other',
    ]);
    expect(list.pages.some(({ turned }) => turned)).toBe(false);
    const tagged = list.pages.flatMap((page) => wordsOf(page, 'tagged')).filter((line) => /\d/u.test(line));
    const places = ['H', 'a'].flatMap((row) => Array.from({ length: 12 }, (_, column) => `${row}${column}`));
    expect(tagged.map((line) => line.split(' ').at(-1)).toSorted()).toEqual(places.toSorted());
    const repeated = list.pages.flatMap((page) => wordsOf(page, 'artifact'));
    const groups = repeated.filter((line) => line.startsWith('Columns'));
    expect(groups.length).toBeGreaterThan(1);
    for (const first of ['H0', 'a0'])
      expect(repeated.filter((line) => line.endsWith(first))).toHaveLength(groups.length);
  });

  test('has row headers before each group, and a cell over all columns in each, in the tags once', () => {
    const cells = (tag: string): string =>
      Array.from({ length: 12 }, (_, column) => `<${tag}>Incomprehensibility ${column}</${tag}>`).join('');
    const html = `<table><thead><tr>${cells('th')}</tr></thead><tbody><tr><td colspan="12">Over all</td></tr><tr>${cells('td')}</tr></tbody></table>`;
    const { list } = layTable(html);
    const count = (kind: 'tagged' | 'artifact'): number =>
      list.pages.flatMap((page) => wordsOf(page, kind)).filter((line) => line === 'Over all').length;
    expect(count('tagged')).toBe(1);
    expect(count('artifact')).toBeGreaterThan(1);
  });

  test('breaks only the word that no group has room for', () => {
    const wider = tooWide.replace('Incomprehensibility a5', 'Incomprehensibility'.repeat(8));
    const { list, messages } = layTable(wider);
    expect(messages.map((message) => message.split(' ')[2])).toEqual(['table-in-groups', 'table-too-wide']);
    const tagged = list.pages.flatMap((page) => wordsOf(page, 'tagged'));
    expect(tagged.filter((line) => line.startsWith('Incomprehensibility')).length).toBeGreaterThan(20);
  });

  test.runIf(isLong)('grows with its columns and its rows', async () => {
    const lay = (columns: number) => layTable(tableOf('Word', columns));
    expect(lay(5000).messages.join()).toContain('table-in-groups');
    expect(await growth(lay, 400)).toBeLessThan(mostGrowth);
    expect(await growth((rows) => layTable(tableOf('Incomprehensibility', 12, rows)), 40)).toBeLessThan(
      mostGrowth,
    );
  });
});

test('a table that goes on says so on each further page, and is one', () => {
  const { list } = layTable(tableOf('Word', 2, 90));
  const said = list.pages.map(
    (page) => wordsOf(page, 'artifact').filter((line) => line === 'Continued').length,
  );
  expect(said.length).toBeGreaterThan(2);
  expect(said).toEqual([0, ...said.slice(1).map(() => 1)]);
});
