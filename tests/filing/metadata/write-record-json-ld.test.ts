import { expect, test } from 'vitest';
import { writeRecordJsonLd } from '../../../src/filing/metadata/write-record-json-ld.ts';
import { bareRecord, files, record } from './sample-record.ts';

test('a post is told in the words of schema.org and of Dublin Core', () => {
  const claims = new Map([['data/renderings/post.pdf', ['PDF/UA-1', 'PDF/A-2a']]]);
  expect(JSON.parse(writeRecordJsonLd({ record, files, claims }))).toEqual({
    '@context': ['https://schema.org', { dcterms: 'http://purl.org/dc/terms/' }],
    '@type': ['BlogPosting', 'ArchiveComponent'],
    identifier: 'dhs-2011-0042',
    headline: 'Strong partnerships & <more>',
    inLanguage: 'en-US',
    description: 'A post on partnerships, with one map.',
    author: [{ name: 'Office of Public Affairs' }],
    publisher: { '@type': 'Organization', name: 'Department of Homeland Security' },
    url: record.sourceUrl,
    isBasedOn: record.sourceUrl,
    datePublished: '2011-12-02',
    dateModified: '2024-08-07',
    creativeWorkStatus: 'Archived',
    isPartOf: { '@type': 'Collection', name: 'Blog of the Secretary' },
    copyrightNotice: 'Work of the United States Government (17 USC 105)',
    conditionsOfAccess: 'Unrestricted',
    encoding: [
      {
        '@type': 'MediaObject',
        contentUrl: 'data/renderings/post.pdf',
        encodingFormat: 'application/pdf',
        contentSize: '12 B',
        sha256: '3'.repeat(64),
      },
      {
        '@type': 'MediaObject',
        contentUrl: 'data/renderings/post.epub',
        encodingFormat: 'application/epub+zip',
        contentSize: '12 B',
        sha256: '4'.repeat(64),
      },
    ],
    'dcterms:identifier': 'dhs-2011-0042',
    'dcterms:title': 'Strong partnerships & <more>',
    'dcterms:language': 'en-US',
    'dcterms:creator': ['Office of Public Affairs'],
    'dcterms:publisher': 'Department of Homeland Security',
    'dcterms:issued': '2011-12-02',
    'dcterms:modified': '2024-08-07',
    'dcterms:source': record.sourceUrl,
    'dcterms:isPartOf': ['Blog of the Secretary', 'RG 563'],
    'dcterms:accessRights': [
      'Unrestricted',
      `${record.archived?.label ?? ''}: ${record.archived?.notice ?? ''}`,
    ],
    'dcterms:rights': ['Work of the United States Government (17 USC 105)', 'Unrestricted'],
    'dcterms:rightsHolder': 'None',
    'dcterms:provenance': ['2024-08-09T12:00:00Z', 'Browsertrix 1.1'],
    'dcterms:hasFormat': [
      { '@id': 'data/source/post.md', 'dcterms:format': 'text/markdown' },
      {
        '@id': 'data/renderings/post.pdf',
        'dcterms:format': 'application/pdf',
        'dcterms:isFormatOf': [{ '@id': 'data/source/post.md' }],
        'dcterms:conformsTo': ['PDF/UA-1', 'PDF/A-2a'],
      },
      {
        '@id': 'data/renderings/post.epub',
        'dcterms:format': 'application/epub+zip',
        'dcterms:isFormatOf': [{ '@id': 'data/source/post.md' }],
      },
    ],
  });
});

test('only what is given is told, and a collection is one', () => {
  const collection = { ...bareRecord, members: ['one'] };
  expect(JSON.parse(writeRecordJsonLd({ record: collection, files: [] }))).toEqual({
    '@context': ['https://schema.org', { dcterms: 'http://purl.org/dc/terms/' }],
    '@type': ['Collection', 'ArchiveComponent'],
    identifier: 'bare-1',
    headline: 'Bare',
    hasPart: [{ identifier: 'one' }],
    encoding: [],
    'dcterms:identifier': 'bare-1',
    'dcterms:title': 'Bare',
    'dcterms:hasPart': ['one'],
    'dcterms:hasFormat': [],
  });
});
