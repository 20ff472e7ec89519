import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { globSync } from 'tinyglobby';
import { build } from '../publish/build.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { runAce } from '../../src/judges/run-ace.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { readEpub, type EpubReadback } from '../../src/readback/read-epub.ts';
import { readPdf, type PdfReadback } from '../../src/readback/read-pdf.ts';
import { readPdfNavigation, type PdfNavigation } from '../readback/read-pdf-navigation.ts';
import { elementsOf, firstWordsOfPages, randomPages, wordsAfter } from './book-pages.ts';

const corpora = resolve(import.meta.dirname, '../../../shared/corpora');
const there = existsSync(corpora);
if (!there) console.log('skipped: the books are not beside the project');

interface Book {
  readonly id: string;
  readonly folder: string;
  readonly facts: string;
  /** The posts as the configuration names them. */
  readonly posts: (folder: string) => readonly string[];
  readonly leastPages: number;
  /** What its owner would add to each post so that it lacks less. */
  readonly cure?: (text: string, path: string) => string;
}

const inOrder = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'ORDER.txt'), 'utf8').trim().split('\n');

const books: readonly Book[] = [
  {
    id: 'handbook',
    folder: 'books/18f-handbook',
    facts: 'title: The TTS Handbook\n    creators: [TTS]\n    parts: folder\n    isbn: 978-0-306-40615-7\n',
    posts: inOrder,
    leastPages: 700,
  },
  {
    id: 'guidelines',
    folder: 'books/nist-800-63-3',
    facts: 'title: Digital Identity Guidelines\n    series: { name: Special Publications, position: 63 }\n',
    posts: inOrder,
    leastPages: 150,
    // No file of it has a title: they are the sections of four pages.
    cure: (text, path) =>
      `---\ntitle: ${path.replace(/^.*\/|\.md$/gu, '').replaceAll('_', ' ')}\n---\n\n${text}`,
  },
  {
    id: 'year',
    folder: 'posts-whitehouse',
    facts: 'title: A Year of Posts\n    order: released\n    parts: year\n',
    posts: () => ['**/2022-*.md'],
    leastPages: 20,
  },
];

interface Built {
  readonly report: BuildReport;
  readonly pdfPath: string;
  readonly epubPath: string;
  readonly pdf: PdfReadback;
  readonly navigation: PdfNavigation;
  readonly epub: EpubReadback;
}

describe.runIf(there).each(books)('the book $id', ({ id, folder, facts, posts, leastPages, cure }) => {
  const judges = inject('judges');
  const cwd = mkdtempSync(join(tmpdir(), 'book-'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));
  let whole: Built;

  /** Builds the book of these posts; every word is read back. */
  async function buildBook(members: readonly string[], out: string): Promise<Built> {
    const list = members.map((path) => `      - ${JSON.stringify(path)}\n`).join('');
    const config = `lang: en-US\nposts: .\ncollections:\n  ${id}:\n    ${facts}    posts:\n${list}`;
    writeFileSync(join(cwd, 'tagleaf.yaml'), config);
    const report = await build({ cwd, out: join(cwd, out), collections: [id], verify: true });
    expect(report.failures).toEqual([]);
    const [pdfPath, epubPath] = [join(cwd, out, `${id}.pdf`), join(cwd, out, `${id}.epub`)];
    const bytes = readFileSync(pdfPath);
    return {
      report,
      pdfPath,
      epubPath,
      pdf: await readPdf(bytes),
      navigation: readPdfNavigation(bytes),
      epub: await readEpub(readFileSync(epubPath)),
    };
  }

  beforeAll(async () => {
    copyFolder(join(corpora, folder), cwd);
    whole = await buildBook(posts(cwd), 'whole');
  });

  test('has every word, and no link that leads nowhere', () => {
    expect(whole.pdf.pages).toBeGreaterThan(leastPages);
    expect(whole.pdf.problems).toEqual([]);
    expect(whole.epub.problems).toEqual([]);
    const inside = whole.navigation.links.filter(({ url }) => url === undefined);
    expect(inside.length).toBeGreaterThan(20);
    expect(inside.filter(({ targetPage }) => targetPage === undefined)).toEqual([]);
  });

  test('names in its contents the pages where its chapters begin', () => {
    const { pageLabels, links } = whole.navigation;
    const entries = elementsOf(whole.pdf.structure, 'TOCI').length;
    const contents = new Set(elementsOf(whole.pdf.structure, 'TOC').flatMap(pagesOf));
    const fromContents = links.filter(({ page, url }) => contents.has(page) && url === undefined);
    expect(fromContents.length).toBeGreaterThanOrEqual(entries);
    const wrong = fromContents.filter(
      ({ contents: name, targetPage = 0 }) => !name.endsWith(` ${pageLabels[targetPage - 1]}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has the same page labels in both formats', () => {
    expect(whole.epub.pages.map(({ label }) => label)).toEqual(whole.navigation.pageLabels);
    expect(new Set(whole.navigation.pageLabels).size).toBe(whole.pdf.pages);
  });

  test('begins each page with the same words in both formats', () => {
    const pages = firstWordsOfPages(whole.pdf);
    const moved = new Set(
      whole.report.messages.flatMap(({ ruleId, reason }) =>
        ruleId === 'pagebreak-moved' ? (/[Pp]age “?(\w+)/u.exec(reason)?.[1] ?? []) : [],
      ),
    );
    const compared = randomPages(pages.length, 50)
      .map((index) => ({ label: whole.navigation.pageLabels[index] ?? '', words: pages[index] }))
      .filter(({ label, words }) => words !== undefined && /^\d+$/u.test(label) && !moved.has(label));
    expect(compared.length).toBeGreaterThan(Math.min(35, pages.length / 2));
    const differing = compared.flatMap(({ label, words = '' }) => {
      const page = whole.epub.pages.find((entry) => entry.label === label);
      const found = wordsAfter(whole.epub.text, page?.at, words.length);
      return found === words ? [] : [{ label, pdf: words, epub: found }];
    });
    expect(differing).toEqual([]);
    // A page later the words are others: the comparison can fail.
    const { label = '', words = '' } = compared[0] ?? {};
    const next = whole.epub.pages[whole.epub.pages.findIndex((entry) => entry.label === label) + 1];
    expect(wordsAfter(whole.epub.text, next?.at, words.length)).not.toBe(words);
  });

  test('passes veraPDF without the posts that lack something', async () => {
    const members = posts(cwd).flatMap((name) => (name.includes('*') ? globSync(name, { cwd }) : [name]));
    if (cure) for (const path of members) edit(join(cwd, path), (text) => cure(text, path));
    const { report: first } = cure ? await buildBook(members, 'cured') : whole;
    const faulty = new Set(
      first.messages.filter(({ withholds }) => withholds.includes('pdf')).map(({ file }) => file),
    );
    const good = members.filter((path) => !faulty.has(path));
    expect(good.length).toBeGreaterThan(members.length / 4);
    const { report, pdfPath } = await buildBook(good, 'good');
    expect(report.files.find(({ format }) => format === 'pdf')?.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
    for (const flavour of ['ua1', '2a']) {
      const judgements = await runVeraPdf([pdfPath], { flavour, jar: judges.veraPdfJar });
      expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
    }
  });

  test('passes EPUBCheck', async () => {
    const judgements = await runEpubCheck([whole.epubPath], judges.epubCheck);
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('passes Ace but for what its posts lack', async () => {
    const { aceProgram: program, browser } = judges;
    const { findings } = await runAce(whole.epubPath, { program, browser, timeoutMs: 1_500_000 });
    expect(findings).toEqual([]);
  });
});

function pagesOf(node: PdfReadback['structure']): readonly number[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? pagesOf(child) : child.type === 'marked-content' ? [child.page] : [],
  );
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyFolder(join(from, entry.name), join(to, entry.name));
    else copyFileSync(join(from, entry.name), join(to, entry.name));
  }
}
