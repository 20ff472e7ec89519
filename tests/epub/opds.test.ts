import { describe, expect, test } from 'vitest';
import type { Publication, PublicationMetadata } from '../../src/document/publication.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { catalogueEntry } from '../../src/epub/catalogue/catalogue-entry.ts';
import { catalogueFiles } from '../../src/epub/catalogue/catalogue-files.ts';
import { withColophon } from '../../src/document/with-colophon.ts';
import { makeBook } from '../../src/epub/package/make-book.ts';
import { buildDocument, paragraph, readEnglish } from './build-document.ts';
import { opdsFaults } from './opds-schema.ts';
import { smallCollection } from './small-collection.ts';

const modified = new Date('2020-02-03T04:05:06Z');

function opdsOf(publication: Publication, stem = 'post ü'): unknown {
  const { value } = makeBook(publication, { modified, pageStarts: [{ label: '1', offset: 0 }] });
  const [opds] = catalogueFiles(catalogueEntry(value, publication, modified), { stem, sizeBytes: 7 });
  return JSON.parse(Buffer.from(opds?.bytes ?? []).toString());
}

function post(facts: Partial<PublicationMetadata> = {}): Publication {
  const publication = publicationOfPost(buildDocument({ body: [paragraph('words')] }), readEnglish());
  return { ...publication, metadata: { ...publication.metadata, ...facts } };
}

const everything: Partial<PublicationMetadata> = {
  subtitle: 'Of words',
  lang: 'en-US',
  otherLanguages: ['fr', 'zh-Hant'],
  creators: ['Ada Byron'],
  filedAs: [{ name: 'Ada Byron', fileAs: 'Byron, Ada' }],
  contributors: [{ name: 'C. Clerk', role: 'trl' }, { name: 'D. Draw', role: 'cov' }, { name: 'E. Else' }],
  publisher: 'Office of Examples',
  description: 'What it says.',
  published: { year: 2020, month: 1, day: 2 },
  subjects: ['Bees', 'Wasps'],
  subjectTerms: [
    { subject: 'Bees', scheme: 'LCSH', code: 'sh1' },
    { subject: 'Wasps', scheme: 'House', code: 'W' },
  ],
  isbn: '9780306406157',
  series: { name: 'Posts', position: 2 },
};

describe('a publication of OPDS 2.0', () => {
  test.each([
    ['of a post of which nothing is known', post()],
    ['of a post of which all is known', post(everything)],
    ['of one whose identifier is no address', post({ identifiers: { pdf: 'x', epub: 'house no. 7' } })],
    ['of a book with a cover', withColophon(smallCollection(), undefined)],
  ])('%s is what its specification asks for', (_name, publication) => {
    expect(opdsFaults(opdsOf(publication))).toEqual([]);
  });

  test.each([
    ['"title": "', '"titel": "', 'metadata.title'],
    ['"rel": "self"', '"rel": "selfish"', 'links'],
    ['opds-spec.org/acquisition', 'opds-spec.org/acquire', 'links'],
    ['%20%C3%BC.epub', ' ü.epub', 'links.1.href'],
    ['"application/epub+zip"', '"epub"', 'links.1.type'],
    ['"2020-01-02"', '"January 2, 2020"', 'metadata.published'],
    ['"en-US"', '"English (US)"', 'metadata.language'],
    ['"name": "Ada Byron"', '"named": "Ada Byron"', 'metadata.author'],
    ['"urn:isbn:9780306406157"', '"9780306406157"', 'metadata.identifier'],
    ['"scheme": "http://id.loc.gov/authorities/subjects"', '"sortAs": "B"', 'metadata.subject'],
    ['"reflowable"', '"flowing"', 'metadata.layout'],
    ['"structuralNavigation"', '"structure"', 'metadata.accessibility.feature'],
    [
      '"hazard": [',
      '"conformsTo": "https://www.w3.org/TR/WCAG22", "hazard": [',
      'metadata.accessibility.conformsTo',
    ],
    ['"numberOfPages": 1', '"numberOfPages": "1"', 'metadata.numberOfPages'],
  ])('with %s changed to %s is not', (from, to, place) => {
    const text = JSON.stringify(opdsOf(post(everything)), null, 2);
    expect(text).toContain(from);
    const faults = opdsFaults(JSON.parse(text.replace(from, to)));
    expect(faults.map((fault) => fault.slice(0, fault.indexOf(':')))).toContainEqual(
      expect.stringMatching(new RegExp(`^${place.replaceAll('.', String.raw`\.`)}`, 'u')),
    );
  });

  test('without a picture that every reader shows is not', () => {
    const text = JSON.stringify(opdsOf(withColophon(smallCollection(), undefined)));
    expect(text).toContain('image/png');
    expect(opdsFaults(JSON.parse(text.replace('image/png', 'image/webp')))).toEqual([
      'images: no JPEG, PNG or GIF',
    ]);
  });
});
