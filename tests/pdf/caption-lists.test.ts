import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/document/publication.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { verifyWords } from '../../src/publish/verify-words.ts';
import { readPdf, type PdfReadback } from '../../src/readback/read-pdf.ts';
import { printStructure } from '../readback/print-structure.ts';
import { readPdfNavigation, type PdfNavigation } from '../readback/read-pdf-navigation.ts';
import { listedCollection } from './listed-collection.ts';
import { renderOptions } from './small-collection.ts';

const publication = listedCollection();
let complete: Publication;
let read: PdfReadback;
let navigation: PdfNavigation;

beforeAll(async () => {
  const { value, messages } = await renderPdf(publication, await renderOptions());
  expect(messages).toEqual([]);
  complete = value.publication;
  read = await readPdf(value.bytes);
  navigation = readPdfNavigation(value.bytes);
});

describe('a list of tables behind the contents', () => {
  it('is a heading and a TOC of references, each in its language with the label of its page', () => {
    const printed = printStructure(read.structure);
    const from = printed.indexOf('  Sect\n');
    expect(printed.slice(from, printed.indexOf('\n  Part', from))).toMatchInlineSnapshot(`
      "  Sect
            H2
              "Tables"
            TOC
              TOCI
                Reference
                  Link
                    "First 1"
                    → in this document "First 1"
              TOCI
                Reference
                  Link
                    "Second 4"
                    → in this document "Second 4"
              TOCI Lang="fr"
                Reference
                  Link
                    "Troisième 5"
                    → in this document "Troisième 5""
    `);
  });

  it('leads to the pages where the tables are', () => {
    const links = navigation.links.filter(({ page: from }) => from === 1).slice(-3);
    expect(links.map(({ contents, targetPage }) => [contents, targetPage])).toEqual([
      ['First 1', 2],
      ['Second 4', 5],
      ['Troisième 5', 6],
    ]);
    expect(navigation.pageLabels.slice(1, 6)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is a bookmark below the contents', () => {
    const [contents] = navigation.bookmarks;
    expect([contents?.title, contents?.children.map(({ title }) => title)]).toEqual(['Contents', ['Tables']]);
  });

  it('says its heading as words of the book, and what it lists as nothing', () => {
    expect(read.problems).toEqual([]);
    expect(() => verifyWords(complete, read, 'pdf')).not.toThrow();
    const [contents, ...others] = complete.chapters;
    if (!contents) throw new Error('There are no contents');
    const bare = { ...contents, document: { ...contents.document, body: [] } };
    expect(() => verifyWords({ ...complete, chapters: [bare, ...others] }, read, 'pdf')).toThrow(
      'after 1 words “Contents Tables A',
    );
  });
});
