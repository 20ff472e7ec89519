import { describe, expect, test } from 'vitest';
import { readEpubTemplates } from '../../../src/project/read-epub-templates.ts';
import { verifyWords } from '../../../src/publish/verify-words.ts';
import type { Document, TableRow } from '../../../src/document/document.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { publicationOfPost, type Publication } from '../../../src/document/publication.ts';
import { walkDocument } from '../../../src/document/walk.ts';
import { renderEpub } from '../../../src/epub/render-epub.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { readEpub } from '../../../src/readback/read-epub.ts';
import { printStructure } from '../../readback/print-structure.ts';
import { readPdf } from '../../../src/readback/read-pdf.ts';
import { readPdfNavigation } from '../../readback/read-pdf-navigation.ts';
import { recordSheet } from '../../../src/filing/metadata/record-sheet.ts';
import { withRecord } from '../../../src/filing/metadata/with-record.ts';
import { renderOptions, smallCollection } from '../../pdf/small-collection.ts';
import { readDocument, strings } from '../../posts/read-text.ts';
import { bareRecord, files, record } from './sample-record.ts';

const sheet = recordSheet({ record, files, strings });

function rowsOf(document: Document): readonly TableRow[] {
  return [...walkDocument(document)].filter((node) => node.type === 'table-row');
}

describe('the sheet', () => {
  test('is one table of two columns whose rows are headed', () => {
    const [table, ...others] = sheet.body;
    expect(others).toEqual([]);
    expect(table).toMatchObject({ type: 'table', columns: [{}, {}], head: [], foot: [] });
    for (const { cells } of rowsOf(sheet)) {
      expect(cells.map(({ type, header, column }) => [type, header, column])).toEqual([
        ['table-cell', 'row', 0],
        ['table-cell', undefined, 1],
      ]);
    }
  });

  test('tells all facts, each verbatim', () => {
    expect(plainText(sheet).split('\n').slice(0, 24)).toEqual([
      'Record sheet',
      'Record\tdhs-2011-0042',
      'Title\tStrong partnerships & <more>',
      `Address of the original page\t${record.sourceUrl ?? ''}`,
      'Released\t2011-12-02',
      'Released, as shown\tRelease Date: December 2, 2011',
      'Last updated\t2024-08-07',
      'Last updated, as shown\tLast Updated: 08/07/2024',
      'Captured\t2024-08-09T12:00:00Z',
      'Captured with\tBrowsertrix 1.1',
      'Archive notice\tArchived Content',
      record.archived?.notice,
      'Agency\tDepartment of Homeland Security',
      'Creator\tOffice of Public Affairs',
      'Series\tBlog of the Secretary',
      'Record group\tRG 563',
      'Rights\tWork of the United States Government (17 USC 105)',
      'Holder of the rights\tNone',
      'Restrictions of use\tUnrestricted',
      'Restrictions of access\tUnrestricted',
      'Disposition when filed\tTemporary',
      'Disposition authority\tDAA-0563-2013-0001-0004',
      'Item of the agency’s schedule\t4.2',
      'Retention period\tP7Y',
    ]);
  });

  test('prints the digests of source, pictures and capture, never those of the renderings', () => {
    const text = plainText(sheet);
    for (const digit of ['0', '1', '2']) expect(text).toContain(digit.repeat(64));
    for (const digit of ['3', '4', '5']) expect(text).not.toContain(digit.repeat(64));
    expect(text).not.toContain('data/renderings');
  });

  test('has no row for what nobody gave', () => {
    expect(plainText(recordSheet({ record: bareRecord, files: [], strings }))).toBe(
      [
        'Record sheet',
        'Record\tbare-1',
        'Title\tBare',
        'Disposition when filed\tUnscheduled: kept until a schedule is approved',
        'How to check\tThe whole folder is checked with the program bagit.py:',
        'bagit.py --validate .',
        '',
      ].join('\n'),
    );
  });

  test('tags words of ours where the record is in another language', () => {
    const french = recordSheet({ record: { ...record, lang: 'fr' }, files, strings });
    const [first] = rowsOf(french);
    expect(first?.cells[0]?.children).toMatchObject([{ children: [{ kind: 'language', lang: 'en' }] }]);
    expect(french.metadata.lang).toBe('fr');
  });

  test('lists the members of a collection in one row', () => {
    const members = recordSheet({ record: { ...bareRecord, members: ['a', 'b'] }, files: [], strings });
    expect(plainText(members)).toContain('\nRecords in this collection\ta, b\n');
  });

  test('makes no link of an address that is none of the web', () => {
    const other = recordSheet({ record: { ...record, sourceUrl: 'ftp://example.org/a' }, files, strings });
    expect([...walkDocument(other)].filter(({ type }) => type === 'link')).toEqual([]);
    expect(plainText(other)).toContain('ftp://example.org/a');
  });
});

const post = `---
title: Strong partnerships
lang: en-US
released: 2011-12-02
released_as_shown: 'Release Date: December 2, 2011'
archived: { label: Archived Content, notice: This page is kept. }
---

Words.
`;

const alone = publicationOfPost(readDocument(post), strings);

async function render(publication: Publication, page: 'letter' | 'a4') {
  const filed = withRecord(publication, { record, sheet, strings });
  const { value: pdf, messages } = await renderPdf(filed, { ...(await renderOptions()), page });
  const { value: epub } = await renderEpub(pdf.publication, {
    templates: await readEpubTemplates(undefined),
    pageStarts: pdf.pageStarts,
  });
  return { pdf, epub, messages };
}

describe.each(['letter', 'a4'] as const)('a post that is filed, on %s', async (page) => {
  const { pdf, epub, messages } = await render(alone, page);
  const pdfBack = await readPdf(pdf.bytes);
  const epubBack = await readEpub(epub.bytes);

  test('ends with its sheet in both formats, without a fault', () => {
    // A table that does not fit its page would be reported.
    expect(messages).toEqual([]);
    expect(pdf.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
    expect(() => verifyWords(pdf.publication, pdfBack, 'pdf')).not.toThrow();
    expect(() => verifyWords(pdf.publication, epubBack, 'epub')).not.toThrow();
    expect(epubBack.problems).toEqual([]);
    expect(epubBack.documents.map(({ path }) => path)).toEqual([
      'OEBPS/post.xhtml',
      'OEBPS/record-sheet.xhtml',
    ]);
  });

  test('is in the outline of both, and tagged as a part with a table of headed rows', () => {
    const { bookmarks } = readPdfNavigation(pdf.bytes);
    expect(bookmarks.map(({ title, targetPage }) => [title, targetPage])).toEqual([
      ['Strong partnerships', 1],
      ['Record sheet', 2],
    ]);
    expect(epubBack.contents).toBe(
      'Strong partnerships → post.xhtml#title\nRecord sheet → record-sheet.xhtml#_record-sheet\n',
    );
    const tags = printStructure(pdfBack.structure);
    expect(tags).toContain('  Part T="Record sheet"\n    H1\n      "Record sheet"\n    Table\n');
    expect(tags.match(/TH \{O Table, Scope Row\}/gu)).toHaveLength(rowsOf(sheet).length);
  });

  test('counts its pages through, each with the label of the notice', () => {
    const { length } = pdfBack.artifactText;
    expect(length).toBe(pdf.pages);
    pdfBack.artifactText.forEach((artifacts, index) => {
      expect(artifacts).toContain(`Page ${index + 1} of ${length}`);
      expect(artifacts).toContain('Archived Content');
    });
    expect(pdf.pageStarts.map(({ label }) => label)).toEqual(
      pdfBack.artifactText.map((_, index) => String(index + 1)),
    );
  });

  test('carries the id and the rights of the record', () => {
    expect(pdfBack.xmp).toContain('<dc:identifier>dhs-2011-0042</dc:identifier>');
    expect(pdfBack.xmp).toContain('17 USC 105');
    const opf = new TextDecoder().decode(epubBack.files.get('OEBPS/content.opf'));
    expect(opf).toContain('<dc:identifier id="pub-id">dhs-2011-0042</dc:identifier>');
  });
});

test('a collection that is filed ends with its sheet, behind the colophon', async () => {
  const { pdf, epub, messages } = await render(smallCollection(), 'letter');
  expect(messages).toEqual([]);
  expect(pdf.publication.chapters.slice(-2).map(({ kind }) => kind)).toEqual(['colophon', 'record-sheet']);
  const back = await readEpub(epub.bytes);
  expect(() => verifyWords(pdf.publication, back, 'epub')).not.toThrow();
  expect(back.documents.at(-1)?.path).toBe('OEBPS/record-sheet.xhtml');
  const pdfBack = await readPdf(pdf.bytes);
  expect(() => verifyWords(pdf.publication, pdfBack, 'pdf')).not.toThrow();
  const labels = pdf.pageStarts.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  pdfBack.artifactText.slice(-2).forEach((artifacts, index) => {
    expect(artifacts).toContain(`Page ${labels.at(index - 2) ?? ''}`);
  });
});

test('the same record gives the same bytes', async () => {
  const [first, second] = [await render(alone, 'letter'), await render(alone, 'letter')];
  expect(Buffer.compare(first.pdf.bytes, second.pdf.bytes)).toBe(0);
  expect(Buffer.compare(first.epub.bytes, second.epub.bytes)).toBe(0);
});
