import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { startBrowser, type Browser } from './reader/browser.ts';
import { buildCorpus, buildSample, hasCorpora, type Book } from './reader/build-books.ts';
import { checkSizes, settings } from './reader/check-sizes.ts';
import { openReader, type Viewport } from './reader/open-reader.ts';
import { readBook } from './reader/read-book.ts';

if (!hasCorpora()) console.log('skipped: the books of real publishers are not beside the project');

const { browser: program } = inject('judges');
const folder = mkdtempSync(join(tmpdir(), 'sizes-'));
const pictures = resolve('dist', 'sizes');
const books = new Map<string, Book>();
let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await startBrowser(program);
  for (const [name, book] of await buildSample(folder)) books.set(name, book);
  if (!hasCorpora()) return;
  for (const corpus of ['books/nist-800-63-3', 'posts-whitehouse'])
    books.set(corpus, await buildCorpus(folder, corpus));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const screens: Readonly<Record<string, Viewport>> = {
  phone: { width: 320, height: 568 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1280, height: 800 },
};
const names = ['feature-tour', ...(hasCorpora() ? ['books/nist-800-63-3', 'posts-whitehouse'] : [])];

describe.each(Object.keys(screens))('on a %s', (screen) => {
  test.each(names)('no word of %s lies on another, is cut or must be scrolled to', async (name) => {
    const { epub } = demand(books.get(name));
    const reader = await openReader(browser, epub, screens[screen]);
    const { words, findings } = await checkSizes(reader, filesOf(epub, 4));
    await reader.screenshot(join(pictures, `${name.replaceAll('/', '-')}-${screen}.png`));
    await reader.close();
    expect(findings).toEqual([]);
    expect(words).toBeGreaterThan(settings.length * 1000);
  });
});

describe('what cannot be read is found out:', () => {
  test.each([
    ['th, td { min-inline-size: 9em }', /^200 %: OEBPS\/post\.xhtml: beyond: “/u],
    ['p { line-height: 0.4 }', /^200 %: OEBPS\/post\.xhtml: overlapping: “/u],
    ['pre { white-space: pre; overflow-x: auto }', /^200 %: OEBPS\/post\.xhtml: scrolling: <pre>$/u],
  ])('%s', async (css, finding) => {
    const reader = await openReader(browser, styled(css), screens['phone']);
    const { findings } = await checkSizes(reader, ['OEBPS/post.xhtml'], settings.slice(2, 3));
    await reader.close();
    expect(findings).toContainEqual(expect.stringMatching(finding));
  });
});

test('a word that a table breaks beside empty room is found out', async () => {
  const reader = await openReader(browser, styled('th, td { padding-inline: 2% }'), screens['desktop']);
  const { findings } = await checkSizes(reader, ['OEBPS/post.xhtml'], settings.slice(0, 1));
  await reader.close();
  expect(findings).toContainEqual(expect.stringMatching(/^100 %: OEBPS\/post\.xhtml: broken: “/u));
});

test('headings can be doubled on a phone, and are no larger than the text where that is four times as large', async () => {
  const css = readFileSync('templates/epub/style.css', 'utf8');
  const shares = await headingShares(css);
  expect(shares).toEqual([
    [1.75, 1.375, 1.175],
    [1.75, 1.375, 1.175],
    [1, 1, 1],
  ]);
  expect((await headingShares(css.replaceAll(/^.*clamp.*$/gmu, ''))).at(-1)).toEqual(shares[0]);
});

/** How much larger than the text headings of three levels are, at 100, 200 and 400 % on the smallest phone. */
async function headingShares(css: string): Promise<readonly unknown[]> {
  const page = await browser.newPage({ viewport: { width: 320, height: 568 } });
  const html = `<style>${css}</style><h1>1</h1><h2>2</h2><h3>3</h3>`;
  await page.goto(`data:text/html,${encodeURIComponent(html)}`);
  const shares = await page.evaluate(`[1, 2, 4].map((share) => {
    document.documentElement.style.fontSize = 16 * share + 'px';
    const size = (heading) => parseFloat(getComputedStyle(heading).fontSize) / 16 / share;
    return [...document.querySelectorAll('h1, h2, h3')].map((heading) => Math.round(size(heading) * 1000) / 1000);
  })`);
  await page.close();
  return Array.isArray(shares) ? shares : [];
}

/** The documents with the longest and the widest tables, and others evenly spread, so many in all. */
function filesOf(epub: Uint8Array, most: number): readonly string[] {
  const files = readBook(epub).files.filter(({ text }) => text !== '');
  const by = (measure: 'length' | 'columns'): readonly string[] =>
    files
      .map(({ file, tables }) => ({ file, size: Math.max(0, ...tables.map((table) => table[measure])) }))
      .filter(({ size }) => size > 0)
      .toSorted((a, b) => b.size - a.size)
      .slice(0, 2)
      .map(({ file }) => file);
  const step = Math.max(1, Math.floor(files.length / most));
  const spread = files.filter((_, index) => index % step === 0).map(({ file }) => file);
  return [...new Set([...by('columns'), ...by('length'), ...spread])].slice(0, most);
}

/** The tour with more styles. */
function styled(css: string): Uint8Array {
  const files = unzipSync(demand(books.get('feature-tour')).epub);
  files['OEBPS/style.css'] = strToU8(strFromU8(demand(files['OEBPS/style.css'])) + css);
  return zipSync(files);
}

function demand<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a file that every test needs was not built');
  return value;
}
