import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { writeXmp } from '../../../src/pdf/write/xmp.ts';
import { crossCheck, type RecordMetadata } from '../../../src/filing/metadata/cross-check.ts';
import { readXmpFacts } from '../../../src/filing/metadata/fact-readings.ts';
import { recordSheet } from '../../../src/filing/metadata/record-sheet.ts';
import { withRecord } from '../../../src/filing/metadata/with-record.ts';
import { writeFileList } from '../../../src/filing/metadata/write-file-list.ts';
import { writePremis } from '../../../src/filing/metadata/write-premis.ts';
import { writeRecordJsonLd } from '../../../src/filing/metadata/write-record-json-ld.ts';
import { bagInfoOf } from '../../../src/filing/bag-info-of.ts';
import type { RecordDescription } from '../../../src/terms/record-description.ts';
import { recordTerms } from '../../../src/terms/record-terms.ts';
import { readDocument, strings } from '../../posts/read-text.ts';
import { bareRecord, facts, files, payloadFile, premisInput, record } from './sample-record.ts';

const own = { premis: 'data/metadata/premis.xml', fileList: 'data/metadata/file-list.csv' };
const { software, packedAt } = premisInput;

function infoOf(described: RecordDescription): RecordMetadata['info'] {
  const ledgerHead = { count: 0, hash: '0'.repeat(64) };
  const baggingDate = '2026-11-23';
  return bagInfoOf({
    record: described,
    version: 1,
    supersedes: undefined,
    baggingDate,
    ledgerHead,
    tagleaf: '0.1.0',
  });
}

const post = `---
title: ${JSON.stringify(record.title)}
lang: en-US
authors: [Janet Napolitano]
agency: ${record.agency ?? ''}
released: 2011-12-02
source: {url: '${record.sourceUrl ?? ''}'}
---

Words.
`;

const publication = withRecord(publicationOfPost(readDocument(post), strings), {
  record,
  sheet: recordSheet({ record, files, strings }),
  strings,
});

const xmp = writeXmp({
  metadata: publication.metadata,
  identifier: publication.metadata.identifiers.pdf,
  producer: 'Tagleaf',
  modified: undefined,
  profile: profileP1,
  claims: profileP1.claims,
});

const opf = `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="pub-id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="isbn">urn:isbn:9780000000002</dc:identifier><dc:identifier id="pub-id">dhs-2011-0042</dc:identifier>
<dc:title>Strong partnerships &amp; &lt;more&gt;</dc:title><dc:title>A subtitle</dc:title><dc:creator>Janet Napolitano</dc:creator>
<dc:publisher>Department of Homeland Security</dc:publisher><dc:date>2011-12-02</dc:date>
<dc:rights>Work of the United States Government (17 USC 105)</dc:rights>
<dc:source>${(record.sourceUrl ?? '').replaceAll('&', '&amp;')}</dc:source></metadata></package>`;

const premisFile = payloadFile(own.premis, 'metadata', { digit: '7' });
const listFile = payloadFile(own.fileList, 'metadata', { digit: '8' });

const sound: RecordMetadata = {
  xmp,
  opf,
  fileList: writeFileList({ record, files: [...files, premisFile], software, packedAt }),
  info: infoOf(record),
  premis: writePremis(premisInput),
  jsonLd: writeRecordJsonLd({ record, files }),
  files: [...files, premisFile, listFile],
};

test('metadata of one record agree', () => {
  expect(crossCheck(sound, own)).toEqual([]);
  expect(new Map(readXmpFacts(xmp, recordTerms)).get('title')).toBe(record.title);
});

/** All metadata of a described record with one post. */
function metadataOf(described: RecordDescription): RecordMetadata {
  const list = payloadFile('data/source/post.md', 'source');
  const input = { ...premisInput, record: described, files: [list], reports: [] };
  return {
    fileList: writeFileList({ record: described, files: [list], software, packedAt }),
    info: infoOf(described),
    premis: writePremis(input),
    jsonLd: writeRecordJsonLd({ record: described, files: [list] }),
    files: [list],
  };
}

test('metadata of a record of which nothing is known agree', () => {
  expect(crossCheck(metadataOf(bareRecord), own)).toEqual([]);
});

test('metadata of one record agree, whatever a person filed (property)', () => {
  const odd = fc.constantFrom(
    'a',
    'é',
    ' ',
    '\u00A0',
    '\n',
    '|',
    '"',
    ';',
    ':',
    '<',
    '&',
    ']]>',
    '\u0007',
    '\u2028',
    '\uFFFE',
    '\u{1F600}',
  );
  const words = fc.oneof(
    fc.array(odd, { maxLength: 8 }).map((signs) => signs.join('')),
    fc.constantFrom('unknown', 'unscheduled', 'Rights Holder: x', 'Rights: x', 'None'),
  );
  const maybe = fc.option(words, { nil: undefined });
  const filed = fc.record({ title: words, text: maybe, more: maybe, restriction: words });
  fc.assert(
    fc.property(filed, ({ title, text, more, restriction }) => {
      const described: RecordDescription = {
        ...record,
        title,
        creators: [],
        facts: {
          ...facts,
          ...(text !== undefined && { series: text, description: text, creator: text, group: text }),
          retention: {
            disposition: 'permanent',
            ...(more !== undefined && { scheduleItem: more, authority: more }),
          },
          rights: {
            useRestriction: restriction,
            ...(more !== undefined && { holder: more, specificUse: more }),
          },
          access: { restriction, ...(text !== undefined && { specific: text }) },
        },
        ...(more !== undefined && { agency: more, rights: more, sourceUrl: more }),
      };
      expect(crossCheck(metadataOf(described), own)).toEqual([]);
    }),
  );
});

describe('a difference is found, with both values', () => {
  test('of the id in the XMP', () => {
    const changed = { ...sound, xmp: xmp.replace('dhs-2011-0042', 'dhs-2011-0043') };
    expect(crossCheck(changed, own)).toEqual([
      {
        fact: 'identifier',
        first: { where: 'premis.xml', value: 'dhs-2011-0042' },
        second: { where: 'XMP of the PDF', value: 'dhs-2011-0043' },
      },
    ]);
  });

  test.each([
    ['title', { xmp: xmp.replace('Strong', 'Weak') }, 'XMP of the PDF'],
    ['source', { opf: opf.replace('page=1', 'page=2') }, 'package document of the EPUB'],
    ['released', { opf: opf.replace('2011-12-02<', '2011-12-03<') }, 'package document of the EPUB'],
    [
      'publisher',
      { opf: opf.replace(/<dc:publisher>.*<\/dc:publisher>/u, '') },
      'package document of the EPUB',
    ],
    ['author', { opf: opf.replace('Janet', 'J.') }, 'package document of the EPUB'],
    ['rights', { xmp: xmp.replace('17 USC 105', '17 USC 106') }, 'XMP of the PDF'],
    ['description', { jsonLd: sound.jsonLd.replace('one map', 'two maps') }, 'record.jsonld'],
    ['updated', { jsonLd: sound.jsonLd.replaceAll('2024-08-07', '2024-08-08') }, 'record.jsonld'],
  ])('of %s', (fact, change, where) => {
    const found = crossCheck({ ...sound, ...change }, own);
    expect(found.map((difference) => [difference.fact, difference.second.where])).toEqual([[fact, where]]);
  });

  test.each([
    ['Record-Title', 'title'],
    ['Record-Creator', 'creator'],
    ['Source-URL', 'source'],
    ['Record-Released', 'released'],
    ['Record-Updated', 'updated'],
    ['Record-Series', 'series'],
    ['Record-Group', 'group'],
    ['Rights-Statement', 'rights'],
    ['Rights-Holder', 'rights holder'],
    ['Access-Restriction-Status', 'access restriction'],
    ['Use-Restriction-Status', 'use restriction'],
  ])('of %s in bag-info.txt', (label, fact) => {
    const info = sound.info.map(([name, value]) => [name, name === label ? 'other' : value] as const);
    expect(crossCheck({ ...sound, info }, own)).toContainEqual(
      expect.objectContaining({ fact, second: { where: 'bag-info.txt', value: 'other' } }),
    );
  });

  test.each([
    ['disposition authority', 'Records-Schedule-Authority'],
    ['schedule item', 'Records-Schedule-Item'],
  ])('of the %s, which only bag-info.txt and the file list have', (fact, label) => {
    const info = sound.info.filter(([name]) => name !== label);
    const found = crossCheck({ ...sound, info }, own);
    expect(new Set(found.map((difference) => difference.fact))).toEqual(new Set([fact]));
    expect(found[0]?.second).toEqual({ where: 'bag-info.txt', value: '' });
  });

  test.each([
    ['XMP of the PDF', { xmp: '<x:xmpmeta' }],
    ['package document of the EPUB', { opf: 'no XML' }],
    ['record.jsonld', { jsonLd: '{' }],
  ])('of the form of the %s, and nothing else is said of it', (where, change) => {
    const found = crossCheck({ ...sound, ...change }, own);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ fact: 'form', first: { where, value: 'well-formed' } });
  });

  test('of the form of PREMIS, which then has no files either', () => {
    const found = crossCheck({ ...sound, premis: '<a><b></a>' }, own);
    expect(found[0]).toMatchObject({ fact: 'form', first: { where: 'premis.xml' } });
    expect(found).toHaveLength(1 + files.length * 3);
  });

  test('of a digest, a size and a file that is told of in one place', () => {
    const one = sound.fileList.replace(`|${'1'.repeat(64)}\r`, `|${'1'.repeat(63)}2\r`);
    expect(crossCheck({ ...sound, fileList: one }, own)).toEqual([
      {
        fact: 'SHA-256 of data/source/media/map.png',
        first: { where: 'manifests', value: '1'.repeat(64) },
        second: { where: 'file-list.csv', value: `${'1'.repeat(63)}2` },
      },
    ]);
    const size = sound.premis.replace('<premis:size>12<', '<premis:size>13<');
    expect(crossCheck({ ...sound, premis: size }, own).map(({ fact }) => fact)).toEqual([
      'Size of data/source/post.md',
    ]);
    const more = [...sound.files, payloadFile('data/source/new.png', 'source')];
    expect(crossCheck({ ...sound, files: more }, own).map(({ second }) => second.where)).toEqual([
      'file-list.csv',
      'premis.xml',
      'file-list.csv',
      'premis.xml',
      'file-list.csv',
      'premis.xml',
    ]);
  });
});
