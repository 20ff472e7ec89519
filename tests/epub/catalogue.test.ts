import { describe, expect, test } from 'vitest';
import type { Publication, PublicationMetadata } from '../../src/document/publication.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { catalogueEntry, type CatalogueEntry } from '../../src/epub/catalogue/catalogue-entry.ts';
import { catalogueFiles } from '../../src/epub/catalogue/catalogue-files.ts';
import { makeBook } from '../../src/epub/package/make-book.ts';
import { assetsOf, buildDocument, paragraph, pngAsset, readEnglish } from './build-document.ts';
import { withColophon } from '../../src/document/with-colophon.ts';
import { smallCollection } from './small-collection.ts';

const modified = new Date('2020-02-03T04:05:06Z');
const dot = pngAsset('dot.png', 4, 4);
const picture = { type: 'image', imageId: 'dot.png', source: 'dot.png', decorative: false } as const;

function entryOf(publication: Publication, changed?: Date): CatalogueEntry {
  return catalogueEntry(makeBook(publication, { modified: changed }).value, publication, changed);
}

function post(facts: Partial<PublicationMetadata> = {}, alt = 'dot'): Publication {
  const document = buildDocument({ body: [paragraph('words ', { ...picture, alt })] });
  const publication = publicationOfPost(document, readEnglish(), { assets: assetsOf(dot) });
  return { ...publication, metadata: { ...publication.metadata, ...facts } };
}

function codesOf(publication: Publication): readonly string[] {
  return entryOf(publication).codes.map(({ code }) => code);
}

const summary = 'Not evaluated: conformance to WCAG has not been checked by a person.';

describe('the metadata of an OPDS publication', () => {
  test('have all that is known, and claim no conformance', () => {
    const facts: Partial<PublicationMetadata> = {
      title: 'A post',
      subtitle: 'Of words',
      lang: 'en',
      otherLanguages: ['fr'],
      creators: ['Ada Byron', 'B. Babbage'],
      filedAs: [{ name: 'Ada Byron', fileAs: 'Byron, Ada' }],
      contributors: [
        { name: 'C. Clerk', role: 'trl' },
        { name: 'D. Draw', role: 'cov', fileAs: 'Draw, D.' },
        { name: 'E. Else' },
      ],
      publisher: 'Office of Examples',
      description: 'What it says.',
      published: { year: 2020, month: 1, day: 2 },
      subjects: ['Bees', 'Law', 'Wasps', 'Ants', 'Moths'],
      subjectTerms: [
        { subject: 'Bees', scheme: 'Thema', code: 'RNKH' },
        { subject: 'Law', scheme: 'https://example.org/law', code: 'L1' },
        { subject: 'Wasps', scheme: 'House', code: 'W' },
        { subject: 'Ants', scheme: '__proto__', code: 'A' },
        { subject: 'Moths', scheme: 'http://[moths', code: 'M' },
      ],
      isbn: '9780306406157',
      series: { name: 'Posts', position: 2 },
      identifiers: { pdf: 'urn:uuid:pdf', epub: 'urn:uuid:0f1ea0f5-51a3-5c9b-9c3c-5a5a2b1f0a11' },
    };
    expect(entryOf(post(facts), modified).metadata).toEqual({
      '@type': 'http://schema.org/Article',
      identifier: 'urn:isbn:9780306406157',
      altIdentifier: ['urn:uuid:0f1ea0f5-51a3-5c9b-9c3c-5a5a2b1f0a11'],
      title: 'A post',
      subtitle: 'Of words',
      author: [{ name: 'Ada Byron', sortAs: 'Byron, Ada' }, { name: 'B. Babbage' }],
      translator: [{ name: 'C. Clerk' }],
      contributor: [{ name: 'D. Draw', sortAs: 'Draw, D.', role: 'cov' }, { name: 'E. Else' }],
      publisher: 'Office of Examples',
      language: ['en', 'fr'],
      published: '2020-01-02',
      modified: '2020-02-03T04:05:06Z',
      description: 'What it says.',
      subject: [
        { name: 'Bees', code: 'RNKH', scheme: 'https://ns.editeur.org/thema/' },
        { name: 'Law', code: 'L1', scheme: 'https://example.org/law' },
        { name: 'Wasps' },
        { name: 'Ants' },
        { name: 'Moths' },
      ],
      belongsTo: { series: { name: 'Posts', position: 2 } },
      layout: 'reflowable',
      readingProgression: 'ltr',
      accessibility: {
        accessMode: ['textual', 'visual'],
        accessModeSufficient: [['textual'], ['textual', 'visual']],
        feature: [
          'alternativeText',
          'ARIA',
          'displayTransformability',
          'readingOrder',
          'structuralNavigation',
          'tableOfContents',
        ],
        hazard: ['none'],
        summary,
      },
    });
  });

  test('leave out what nobody gave; an identifier that is no address is an alternative', () => {
    const { lang: _, ...bare } = post().metadata;
    const metadata = { ...bare, creators: [], identifiers: { pdf: 'x', epub: 'house no. 7' } };
    const found = entryOf({ ...post(), metadata }).metadata;
    expect(Object.keys(found)).toEqual([
      '@type',
      'altIdentifier',
      'title',
      'layout',
      'readingProgression',
      'accessibility',
    ]);
    expect(found['altIdentifier']).toEqual([{ value: 'house no. 7' }]);
  });
});

describe('the codes of ONIX list 196', () => {
  test('say what the package says, and none says that it conforms', () => {
    expect(entryOf(post()).codes).toEqual([
      { code: '00', meaning: 'Accessibility summary', description: summary },
      { code: '11', meaning: 'Table of contents navigation' },
      { code: '13', meaning: 'Single logical reading order' },
      { code: '14', meaning: 'Short alternative textual descriptions' },
      { code: '22', meaning: 'Language tagging provided' },
      { code: '52', meaning: 'All non-decorative content supports reading without sight' },
    ]);
  });

  test('of a picture without words, of pages, of no language', () => {
    expect(codesOf(post({}, ''))).toEqual(['00', '11', '13', '22']);
    const { lang: _, ...metadata } = post().metadata;
    expect(codesOf({ ...post(), metadata })).toEqual(['00', '11', '13', '14', '52']);
    const paged = makeBook(post(), { pageStarts: [{ label: '1', offset: 0 }] }).value;
    expect(catalogueEntry(paged, post(), modified).codes.map(({ code }) => code)).toContain('19');
  });
});

describe('the files for catalogues', () => {
  const text = (bytes: Uint8Array | undefined): unknown => JSON.parse(Buffer.from(bytes ?? []).toString());

  test('lead to the EPUB by its name, as an address', () => {
    const files = catalogueFiles(entryOf(post()), { stem: 'tree & leaf ü', sizeBytes: 7 });
    expect(files.map(({ ending }) => ending)).toEqual(['.opds.json', '.onix.json']);
    expect(text(files[0]?.bytes)).toMatchObject({
      links: [
        {
          rel: 'self',
          href: 'tree%20%26%20leaf%20%C3%BC.opds.json',
          type: 'application/opds-publication+json',
        },
        {
          rel: 'http://opds-spec.org/acquisition',
          href: 'tree%20%26%20leaf%20%C3%BC.epub',
          type: 'application/epub+zip',
          size: 7,
        },
      ],
    });
    expect(text(files[0]?.bytes)).not.toHaveProperty('images');
    expect(text(files[1]?.bytes)).toMatchObject({ list: '196', codes: entryOf(post()).codes });
  });

  test('of a book have the picture of its cover; the same twice', () => {
    const files = catalogueFiles(entryOf(withColophon(smallCollection(), undefined)), {
      stem: 'book',
      sizeBytes: 7,
    });
    expect(files.map(({ ending }) => ending)).toEqual(['.opds.json', '.onix.json', '.cover.png']);
    expect(text(files[0]?.bytes)).toMatchObject({
      metadata: { '@type': 'http://schema.org/Book' },
      images: [{ href: 'book.cover.png', type: 'image/png' }],
    });
    const again = catalogueFiles(entryOf(withColophon(smallCollection(), undefined)), {
      stem: 'book',
      sizeBytes: 7,
    });
    expect(again).toEqual(files);
  });
});
