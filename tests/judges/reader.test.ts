import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { startBrowser, type Browser } from './reader/browser.ts';
import { buildCorpus, buildSample, hasCorpora, type Book } from './reader/build-books.ts';
import { checkContents, checkContentsPage } from './reader/check-contents.ts';
import { checkContrasts } from './reader/check-contrasts.ts';
import { callsOf, checkNotes } from './reader/check-notes.ts';
import { checkPages } from './reader/check-pages.ts';
import { checkTables, checkTurning } from './reader/check-turning.ts';
import { openReader, type Reader } from './reader/open-reader.ts';
import { readBook, type BookText } from './reader/read-book.ts';

if (!hasCorpora()) console.log('skipped: the books of real publishers are not beside the project');

const { browser: program } = inject('judges');
const folder = mkdtempSync(join(tmpdir(), 'reader-'));
const pictures = resolve('dist', 'reader');
let browser: Browser;
let sample: ReadonlyMap<string, Book>;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await startBrowser(program);
  sample = await buildSample(folder);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a book must have, so that no check of it is empty. */
interface Expected {
  readonly name: string;
  readonly read: () => Promise<Book>;
  /** Pages to turn, from the first; all where the book has fewer. */
  readonly turns: number;
  readonly entries: number;
  readonly references: number;
  readonly hasContentsPage: boolean;
}

const ofSample = (name: string): Pick<Expected, 'name' | 'read' | 'hasContentsPage'> => ({
  name,
  read: async () => demand(sample.get(name)),
  hasContentsPage: false,
});
const ofCorpora = (corpus: string): Pick<Expected, 'name' | 'read' | 'hasContentsPage'> => ({
  name: corpus.replace(/^.*\//u, ''),
  read: () => buildCorpus(folder, corpus),
  hasContentsPage: true,
});
const books: readonly Expected[] = [
  { ...ofSample('feature-tour'), turns: 10, entries: 16, references: 7 },
  { ...ofSample('strong-international-partnerships'), turns: 1, entries: 1, references: 0 },
  ...(hasCorpora()
    ? [
        { ...ofCorpora('books/nist-800-63-3'), turns: 25, entries: 400, references: 0 },
        { ...ofCorpora('books/18f-handbook'), turns: 25, entries: 1500, references: 2 },
        { ...ofCorpora('posts-whitehouse'), turns: 25, entries: 40, references: 0 },
      ]
    : []),
];

describe.each(books)('$name in foliate-js', ({ name, read, turns, entries, references, hasContentsPage }) => {
  let book: Book;
  let text: BookText;
  let reader: Reader;
  beforeAll(async () => {
    book = await read();
    text = readBook(book.epub);
    reader = await openReader(browser, book.epub);
  });
  afterAll(() => reader.close());
  const photograph = (what: string): Promise<Buffer> =>
    reader.screenshot(join(pictures, `${name}-${what}.png`));

  test('goes on with the next word whenever a page is turned, without a picture lost', async () => {
    await photograph('first');
    const { turned, findings } = await checkTurning(reader, text, 25);
    expect(findings).toEqual([]);
    expect(turned).toBeGreaterThanOrEqual(turns);
    await photograph('turned');
  });

  test('loses no row and no column of its longest and its widest table', async () => {
    expect(await checkTables(reader, text, 25)).toEqual([]);
    await photograph('table');
  });

  test('leads from its contents to the headings', async () => {
    const { toc } = await reader.contents();
    expect(toc.length).toBeGreaterThanOrEqual(entries);
    expect(await checkContents(reader, text, spread(toc, 40))).toEqual([]);
    await photograph('heading');
    const contentsPage = text.files.find(({ file }) => file.endsWith('toc.xhtml'))?.file;
    expect(contentsPage !== undefined).toBe(hasContentsPage);
    if (contentsPage !== undefined) {
      expect(await checkContentsPage(reader, text, { href: contentsPage, most: 3 })).toEqual([]);
      await reader.goTo(contentsPage);
      await photograph('contents');
    }
  });

  test('shows every note, in front of the page and in its place, and leads back', async () => {
    const calls = callsOf(text);
    expect(calls.length).toBeGreaterThanOrEqual(references);
    expect(await checkNotes(reader, text, calls)).toEqual([]);
    const [first] = calls;
    if (!first) return;
    await reader.goTo(`${first.file.file}${first.reference.href}`);
    await photograph('note');
  });

  test('leads from the page-list to the first words of as many pages as its PDF has', async () => {
    const { pages } = await reader.contents();
    expect(pages).toHaveLength(book.pages);
    expect(await checkPages(reader, text, { all: pages, some: spread(pages, 50) })).toEqual([]);
    await reader.goTo(pages[Math.floor(pages.length / 2)]?.href ?? '');
    await photograph('page');
  });

  test('can be read in the dark and in colours that the system forces', async () => {
    const { toc } = await reader.contents();
    const hrefs = spread(toc, 10).map(({ href }) => href);
    expect(await checkContrasts(reader, hrefs)).toEqual([]);
    await reader.setColours({ colorScheme: 'dark' });
    await photograph('dark');
    await reader.setColours({ colorScheme: 'light' });
  });

  test('draws no complaint and asks the network for nothing', () => {
    expect(reader.complaints).toEqual([]);
  });
});

describe('what is wrong with a book is found out:', () => {
  const styled = (css: string): (() => Uint8Array) => altered('style.css', (text) => `${text}${css}`);

  test('an entry of the contents that leads elsewhere', async () => {
    const epub = altered('toc.xhtml', (text) => text.replace('"post.xhtml#lists"', '"post.xhtml#headings"'));
    await withReader(epub(), async (reader, book) => {
      const { toc } = await reader.contents();
      expect(await checkContents(reader, book, toc)).toEqual([
        'contents: “Lists” is not where its entry leads',
      ]);
    });
  });

  test.each([
    ['"doc-backlink" href="#fnref-5"', '"doc-backlink" href="#fnref-1"', 'its way back leads elsewhere'],
    ['"doc-backlink" href="#fnref-5"', '"doc-backlink" href="#nowhere"', 'its way back leads elsewhere'],
    ['role="doc-backlink" href="#fnref-5"', 'href="#fnref-5"', 'there is no way back'],
    ['epub:type="noteref" href="#fn-5"', 'epub:type="noteref" href="#fn-2"', 'no note opens'],
  ])('a note with %s for %s', async (from, to, finding) => {
    const epub = altered('post.xhtml', (text) => text.replace(from, to));
    await withReader(epub(), async (reader, book) => {
      const calls = callsOf(book).filter(({ reference }) => reference.id === 'fnref-5');
      expect(await checkNotes(reader, book, calls)).toEqual([`note 5 (#fnref-5): ${finding}`]);
    });
  });

  test('an entry of the page-list that leads to another page', async () => {
    const epub = altered('toc.xhtml', (text) => text.replace('"post.xhtml#page-6"', '"post.xhtml#page-2"'));
    await withReader(epub(), async (reader, book) => {
      const { pages } = await reader.contents();
      expect(await checkPages(reader, book, { all: pages, some: pages })).toEqual([
        'page 6: its first words are not on the screen',
      ]);
    });
  });

  test('words that are not shown', async () => {
    await withReader(styled('#fn-2 { display: none }')(), async (reader, book) => {
      const { findings } = await checkTurning(reader, book, 30);
      expect(findings).toEqual([expect.stringMatching(/^OEBPS\/post\.xhtml: “2\.Likethisone\./u)]);
    });
  });

  test('rows that a screen cuts off', async () => {
    const css = 'table { display: block; overflow-x: auto } td { padding-block: 30em }';
    await withReader(styled(css)(), async (reader, book) => {
      expect(await checkTables(reader, book, 30)).toEqual([
        expect.stringMatching(/^OEBPS\/post\.xhtml: “.+” was due, not “.+”$/u),
        expect.stringMatching(/^OEBPS\/post\.xhtml: “.+” was due, not “.+”$/u),
      ]);
    });
  });

  test('a picture that cannot be drawn', async () => {
    const files = unzipSync(tour());
    files['OEBPS/images/image-2.png'] = strToU8('nothing');
    await withReader(zipSync(files), async (reader, book) => {
      const { findings } = await checkTurning(reader, book, 0);
      expect(findings).toEqual([
        expect.stringMatching(/^OEBPS\/post\.xhtml: no picture for Markdown leads/u),
      ]);
    });
  });

  test('dark words on a dark ground', async () => {
    const css = '@media (prefers-color-scheme: dark) { .byline { color: #333 } }';
    await withReader(styled(css)(), async (reader) => {
      expect(await checkContrasts(reader, ['OEBPS/post.xhtml'])).toEqual([
        'dark: “By the Tagleaf project” cannot be made out',
      ]);
    });
  });

  test('words that keep their colour where the system forces others', async () => {
    const css = '@media (forced-colors: active) { .byline { forced-color-adjust: none; color: #333 } }';
    const dark =
      '@media (prefers-color-scheme: dark) and (forced-colors: active) { body { background: #000 } }';
    await withReader(styled(css + dark)(), async (reader) => {
      expect(await checkContrasts(reader, ['OEBPS/post.xhtml'])).toEqual([
        'forced dark: “By the Tagleaf project” cannot be made out',
      ]);
    });
  });

  test('a request to elsewhere', async () => {
    const css = 'body { background-image: url("https://www.example.org/a.png") }';
    await withReader(styled(css)(), async (reader) => {
      expect(reader.complaints).toContain('request to https://www.example.org/a.png');
    });
  });
});

const tour = (): Uint8Array => demand(sample.get('feature-tour')).epub;

/** The tour with one of its files changed; called when the sample has been built. */
function altered(file: string, change: (text: string) => string): () => Uint8Array {
  return () => {
    const files = unzipSync(tour());
    const text = strFromU8(demand(files[`OEBPS/${file}`]));
    const changed = change(text);
    expect(changed).not.toBe(text);
    files[`OEBPS/${file}`] = strToU8(changed);
    return zipSync(files);
  };
}

async function withReader(
  epub: Uint8Array,
  check: (reader: Reader, book: BookText) => Promise<void>,
): Promise<void> {
  const reader = await openReader(browser, epub);
  await check(reader, readBook(epub));
  await reader.close();
}

/** At most so many of the items, evenly spread, with the first. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, index) => index === 0 || Math.floor(index / step) > Math.floor((index - 1) / step));
}

function demand<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a file that every test needs was not built');
  return value;
}
