import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';

import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { withColophon } from '../../src/document/with-colophon.ts';
import { walkDocument } from '../../src/document/walk.ts';
import type { Book } from '../../src/epub/package/book.ts';
import { makeBook } from '../../src/epub/package/make-book.ts';
import { packEpub } from '../../src/epub/pack/pack-epub.ts';
import { runAce } from '../../src/judges/run-ace.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { assetsOf, pngAsset, readEnglish } from '../epub/build-document.ts';
import { everyConstruct } from '../epub/every-construct.ts';
import { smallCollection } from '../epub/small-collection.ts';

const judges = inject('judges');
const out = mkdtempSync(join(tmpdir(), 'pages-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const assets = assetsOf(
  pngAsset('dot.png', 12, 12),
  pngAsset('map.png', 300, 200),
  pngAsset('cover.png', 60, 90),
);

/** The book of a publication with a page at every so many characters: many more, and closer, than any PDF asks for. */
function bookOf(publication: Publication, every: number): Book {
  const ends = publication.chapters.flatMap(({ document }) =>
    [...walkDocument(document)].map((node) => (node.type === 'text' ? node.offset + node.value.length : 0)),
  );
  const pageStarts = Array.from({ length: Math.ceil(Math.max(...ends) / every) }, (_, page) => ({
    label: String(page + 1),
    offset: page * every,
  }));
  return makeBook({ ...publication, assets }, { pageStarts, fileLimit: every === 1 ? 300_000 : 3000 }).value;
}

async function write(name: string, book: Book): Promise<string> {
  const path = join(out, name);
  writeFileSync(path, await packEpub(book, await readEpubTemplates()));
  return path;
}

const collection = bookOf(withColophon(smallCollection(), undefined), 20);

test.each([
  ['at every character of every construct', bookOf(publicationOfPost(everyConstruct(), readEnglish()), 1)],
  ['throughout a collection', collection],
])('pages can begin %s', async (name, book) => {
  const file = await write(`${name}.epub`, book);
  expect(await runEpubCheck([file], judges.epubCheck)).toEqual([{ file, findings: [] }]);
  expect(await runAce(file, { program: judges.aceProgram, browser: judges.browser })).toEqual({
    file,
    findings: [],
  });
});

test('a page that leads nowhere is found out by EPUBCheck, markers without their source by Ace', async () => {
  const [first, ...rest] = collection.pageList;
  if (!first) throw new Error('no pages');
  const pageList = [{ ...first, href: `${first.href}-gone` }, ...rest];
  const lost = await write('lost.epub', { ...collection, pageList });
  const [judgement] = await runEpubCheck([lost], judges.epubCheck);
  expect(new Set(judgement?.findings.map(({ rule }) => rule))).toEqual(new Set(['RSC-012']));
  const { pageBreakSource: _, ...unnamed } = collection;
  const file = await write('unnamed.epub', unnamed);
  const { findings } = await runAce(file, { program: judges.aceProgram, browser: judges.browser });
  expect(findings.map(({ rule }) => rule)).toEqual(['epub-pagesource']);
});
