import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAssets } from '../../../src/assets/read-assets.ts';
import { standardMetrics } from '../../../src/pdf/theme/metrics.ts';
import { assetsOf, pngAsset } from '../../epub/build-document.ts';
import { isLong } from '../../how-long.ts';
import { readText } from '../../posts/read-text.ts';
import { countPages, type PageCounts } from './count-pages.ts';
import { layOutDocument, layOutPost, theme, type Laid, type LayOutOptions } from './lay-out-post.ts';

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));
const names = [
  'posts-18f',
  'posts-cfpb',
  'posts-cyber-dhs-gov',
  'posts-plainlanguage',
  'posts-whitehouse',
  'books',
  'sites',
];
const limits = { imagePixels: 40_000_000, imageBytes: 40_000_000 };
const links = { base: 'https://example.gov', permalink: '/:year/:month/:day/:title/' };

/** Each post; a whole book in one file is as long as all others together. */
function postsOf(name: string): readonly string[] {
  return readdirSync(join(corpora, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.endsWith('one-file.md'))
    .toSorted();
}

function count({ list, structure }: Laid): PageCounts {
  return countPages(list, structure.root);
}

async function countPost(root: string, path: string): Promise<PageCounts | undefined> {
  const text = readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/u, '');
  const { value: document } = readText(text, { path, links });
  if (!document) return undefined;
  const { value: assets } = await readAssets(document, { from: root, limits });
  const laid = layOutDocument(document, { assets });
  const counts = count(laid);
  // Where a table is told to be too wide, its words are broken and the author knows.
  return laid.messages.some((message) => message.includes('table-too-wide'))
    ? { ...counts, brokenWords: [] }
    : counts;
}

for (const name of names) {
  if (!existsSync(join(corpora, name))) console.warn(`skipped: ${name} is not beside the project`);
}
const present = names.filter((name) => existsSync(join(corpora, name)));

test.runIf(isLong && present.length > 0)(
  'the pages of the corpora are those that a designer would print',
  { timeout: 1_800_000 },
  async () => {
    const all: PageCounts[] = [];
    for (const name of present) {
      for (const path of postsOf(name)) {
        const counts = await countPost(join(corpora, name), path);
        if (counts) all.push(counts);
      }
    }
    const sum = (of: (counts: PageCounts) => number): number =>
      all.reduce((total, one) => total + of(one), 0);
    expect(sum(({ longHeadings }) => longHeadings)).toBeGreaterThan(20);
    expect(sum(({ interior }) => interior)).toBeGreaterThan(100);
    expect(sum(({ loneWords }) => loneWords.length)).toBeLessThan(
      0.03 * sum(({ longHeadings }) => longHeadings),
    );
    expect(sum(({ hollow }) => hollow.length)).toBeLessThan(0.01 * sum(({ interior }) => interior));
    expect(sum(({ shortEnds }) => shortEnds)).toBe(0);
    expect(sum(({ highFurniture }) => highFurniture)).toBe(0);
    expect(sum(({ outside }) => outside)).toBe(0);
    expect(all.flatMap(({ brokenWords }) => brokenWords)).toEqual([]);
  },
);

describe('what is counted', () => {
  const counted = (body: string, options?: LayOutOptions): PageCounts =>
    count(layOutPost(`---\ntitle: T\nlang: en\n---\n\n${body}\n`, options));

  test('a heading whose last line is one word', () => {
    expect(counted('# Words of a heading<br>alone')).toMatchObject({
      longHeadings: 1,
      loneWords: ['Words of a heading |alone'],
    });
    expect(counted('# Words of a heading<br>not alone')).toMatchObject({ longHeadings: 1, loneWords: [] });
    expect(counted('# Words')).toMatchObject({ longHeadings: 0, loneWords: [] });
  });

  test('ink beside the paper', () => {
    expect(counted('Words.')).toMatchObject({ outside: 0 });
    const farOut = { ...theme, insetsPt: { ...theme.insetsPt, code: -150 } };
    expect(counted('```\nwords\n```', { theme: farOut })).toMatchObject({ outside: 1 });
  });

  test('a last page with fewer than three lines', () => {
    const { lastPage } = standardMetrics;
    const never = { ...theme, metrics: { ...standardMetrics, lastPage: { ...lastPage, leastLines: 0 } } };
    const ends = (paragraphs: number, own = theme): readonly number[] => {
      const { pages, shortEnds } = counted('Words.\n\n'.repeat(paragraphs), { theme: own });
      return [pages, shortEnds];
    };
    expect([22, 23, 24, 25, 26].map((paragraphs) => ends(paragraphs, never))).toEqual([
      [1, 0],
      [1, 0],
      [2, 1],
      [2, 1],
      [2, 0],
    ]);
    expect([22, 23, 24, 25, 26].map((paragraphs) => ends(paragraphs))).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [2, 0],
    ]);
  });

  test('a page that is empty by more than a quarter, but for a picture that needs more', () => {
    const code = { ...standardMetrics.code, orphanLines: 40 };
    const whole = { ...theme, metrics: { ...standardMetrics, code } };
    const body = (rest: string): string => `${'Words.\n\n'.repeat(12)}${rest}`;
    const lines = `\`\`\`\n${'code\n'.repeat(35)}\`\`\``;
    expect(counted(body(lines), { theme: whole })).toMatchObject({ interior: 1, hollow: [1] });
    expect(counted(body(lines))).toMatchObject({ interior: 1, hollow: [] });
    const assets = assetsOf(pngAsset('map.png', 400, 800));
    expect(counted(body('![Map](map.png)'), { assets })).toMatchObject({ interior: 1, hollow: [] });
  });

  test('a word that is broken in a cell', () => {
    const table = (word: string): string =>
      `|${` ${word} |`.repeat(12)}\n|${'---|'.repeat(12)}\n|${' a |'.repeat(12)}`;
    expect(counted(table('Incomprehensibilities')).brokenWords).toEqual([]);
    expect(counted(table('Incomprehensibilities').replace(/^/gmu, '> ')).brokenWords).toHaveLength(48);
    expect(counted(table('Word and word')).brokenWords).toEqual([]);
  });

  test('a footer of two lines', () => {
    const { list, structure } = layOutPost('---\ntitle: T\nlang: en\n---\n\nWords.\n');
    const twice = list.pages.map((page) => ({
      ...page,
      footer: [...page.footer, ...page.footer.map((mark) => ({ ...mark, y: mark.y + 12 }))],
    }));
    expect(countPages(list, structure.root).highFurniture).toBe(0);
    expect(countPages({ ...list, pages: twice }, structure.root).highFurniture).toBe(1);
  });
});
