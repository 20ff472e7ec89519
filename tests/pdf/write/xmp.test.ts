import { expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { writeXmp } from '../../../src/pdf/write/xmp.ts';

test('the PDF names its own ISBN and not that of the EPUB, its date, and those who took part', () => {
  const facts = {
    metadata: {
      title: 'T',
      otherLanguages: [],
      creators: [],
      published: { year: 2020, month: 1, day: 2 },
      contributors: [{ name: 'Ed', role: 'edt' }, { name: 'Tom' }],
      subjects: [],
      isbn: '9780306406157',
      isbnPdf: '9783161484100',
      identifiers: { pdf: 'urn:x', epub: 'urn:y' },
      slug: 't',
    },
    identifier: 'urn:x',
    producer: 'Tagleaf',
    modified: undefined,
    profile: profileP1,
    claims: [],
  };
  const packet = writeXmp(facts);
  expect(packet).toContain(
    '<dc:contributor><rdf:Bag><rdf:li>Ed</rdf:li><rdf:li>Tom</rdf:li></rdf:Bag></dc:contributor>',
  );
  expect(packet).toContain('<dc:date><rdf:Seq><rdf:li>2020-01-02</rdf:li></rdf:Seq></dc:date>');
  expect(packet.match(/urn:isbn:\d+/gu)).toEqual(['urn:isbn:9783161484100']);
  const { isbnPdf: _, ...epubOnly } = facts.metadata;
  expect(writeXmp({ ...facts, metadata: epubOnly })).not.toContain('isbn');
  const { published: _published, ...undated } = facts.metadata;
  expect(writeXmp({ ...facts, metadata: undated })).not.toContain('dc:date');
});

test('what XML cannot hold does not break the packet', () => {
  const packet = writeXmp({
    metadata: {
      title: 'T',
      otherLanguages: [],
      creators: [],
      subjects: ['<a> & "b"'],
      rights: 'a\u0001b\uFFFE',
      identifiers: { pdf: 'urn:x', epub: 'urn:y' },
      slug: 't',
    },
    identifier: 'urn:x',
    producer: 'Tagleaf',
    modified: undefined,
    profile: profileP1,
    claims: profileP1.claims,
  });
  expect(packet).toContain('<rdf:li xml:lang="x-default">a\uFFFDb\uFFFD</rdf:li>');
  expect(packet).toContain('<rdf:li>&#60;a&#62; &#38; &#34;b&#34;</rdf:li>');
  expect(() => fromXml(packet)).not.toThrow();
});
