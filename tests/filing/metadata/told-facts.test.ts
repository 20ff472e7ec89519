import { fromXml } from 'xast-util-from-xml';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { renderEpub } from '../../../src/epub/render-epub.ts';
import { bagInfoOf } from '../../../src/filing/bag-info-of.ts';
import { crossCheck, type RecordMetadata } from '../../../src/filing/metadata/cross-check.ts';
import {
  readFileRows,
  readInfoFacts,
  readJsonLdFacts,
  readOpfFacts,
  readPremisFacts,
  readRowFacts,
  readXmpFacts,
  type FactReading,
} from '../../../src/filing/metadata/fact-readings.ts';
import { recordSheet } from '../../../src/filing/metadata/record-sheet.ts';
import { withRecord } from '../../../src/filing/metadata/with-record.ts';
import { writeBagReadme } from '../../../src/filing/metadata/write-bag-readme.ts';
import { writeFileList } from '../../../src/filing/metadata/write-file-list.ts';
import { writePremis } from '../../../src/filing/metadata/write-premis.ts';
import { writeRecordJsonLd } from '../../../src/filing/metadata/write-record-json-ld.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { writeXmp } from '../../../src/pdf/write/xmp.ts';
import { readEpubTemplates } from '../../../src/project/read-epub-templates.ts';
import { readEpub } from '../../../src/readback/read-epub.ts';
import { infoLabels } from '../../../src/terms/record-profile.ts';
import { text } from '../../../src/terms/json-shape.ts';
import { recordTerms } from '../../../src/terms/record-terms.ts';
import { jsonProperties, type Term } from '../../../src/terms/term.ts';
import { readDocument, strings } from '../../posts/read-text.ts';
import { fullRecord, toldFacts } from '../../terms/full-record.ts';
import { payloadFile, premisInput } from './sample-record.ts';

const own = { premis: 'data/metadata/premis.xml', fileList: 'data/metadata/file-list.csv' };
const { software, packedAt } = premisInput;
const files = [payloadFile('data/source/post.md', 'source')];

const post = `---
title: ${toldFacts['title'] ?? ''}
lang: en-GB
authors: [First Author, Second Author]
contributors: [{ name: An Editor, role: edt }, A Helper]
audience: The audience
agency: ${toldFacts['publisher'] ?? ''}
released: 2011-12-02
source: { url: '${toldFacts['source'] ?? ''}' }
---

Words.
`;

/** The files of a bag that tell of the full record, by a table of terms. */
async function write(terms: readonly Term[]): Promise<Required<RecordMetadata>> {
  const sheet = recordSheet({ record: fullRecord, files, strings }, terms);
  const filed = withRecord(publicationOfPost(readDocument(post), strings), {
    record: fullRecord,
    sheet,
    strings,
  });
  const templates = await readEpubTemplates(undefined);
  const { value: epub } = await renderEpub(filed, { templates });
  const packageDocument = (await readEpub(epub.bytes)).files.get('OEBPS/content.opf');
  const { metadata } = filed;
  return {
    xmp: writeXmp({
      metadata,
      identifier: metadata.identifiers.pdf,
      producer: 'Tagleaf',
      modified: undefined,
      profile: profileP1,
      claims: profileP1.claims,
    }),
    opf: new TextDecoder().decode(packageDocument),
    fileList: writeFileList({ record: fullRecord, files, software, packedAt }, terms),
    info: bagInfoOf(
      {
        record: fullRecord,
        version: 1,
        supersedes: undefined,
        baggingDate: '2026-11-23',
        ledgerHead: { count: 0, hash: '0'.repeat(64) },
        tagleaf: '0.1.0',
      },
      terms,
    ),
    premis: writePremis({ ...premisInput, record: fullRecord, files, reports: [] }, terms),
    jsonLd: writeRecordJsonLd({ record: fullRecord, files }, terms),
    files,
  };
}

/** A file that tells of a record, and how it is read and altered. */
interface ToldFile {
  readonly where: string;
  /** Whether it has a place for a fact that can be read back. */
  readonly tells: (term: Term) => boolean;
  readonly read: (metadata: Required<RecordMetadata>, terms: readonly Term[]) => FactReading;
  readonly alter: (metadata: Required<RecordMetadata>, change: (text: string) => string) => RecordMetadata;
}

const toldFiles: readonly ToldFile[] = [
  {
    where: 'premis.xml',
    tells: ({ premis }) => premis !== undefined,
    read: ({ premis }, terms) => readPremisFacts(fromXml(premis), terms),
    alter: (metadata, change) => ({ ...metadata, premis: change(metadata.premis) }),
  },
  {
    where: 'bag-info.txt',
    tells: ({ bagInfo }) => bagInfo !== undefined,
    read: ({ info }, terms) => readInfoFacts(info, terms),
    alter: (metadata, change) => ({
      ...metadata,
      info: metadata.info.map(([label, value]) => [label, change(value)]),
    }),
  },
  {
    where: 'record.jsonld',
    tells: (term) =>
      [...jsonProperties(term, 'schemaOrg'), ...jsonProperties(term, 'dcterms')].some(([, { read }]) => read),
    read: ({ jsonLd }, terms) => readJsonLdFacts(jsonLd, terms),
    alter: (metadata, change) => ({ ...metadata, jsonLd: change(metadata.jsonLd) }),
  },
  {
    where: 'file-list.csv, row 2',
    tells: ({ cfr1236 }) => cfr1236 !== undefined,
    read: ({ fileList }, terms) => readFileRows(fileList).flatMap((row) => readRowFacts(row, terms)),
    alter: (metadata, change) => ({ ...metadata, fileList: change(metadata.fileList) }),
  },
  {
    where: 'XMP of the PDF',
    tells: ({ xmp }) => xmp !== undefined,
    read: ({ xmp }, terms) => readXmpFacts(xmp, terms),
    alter: (metadata, change) => ({ ...metadata, xmp: change(metadata.xmp) }),
  },
  {
    where: 'package document of the EPUB',
    tells: ({ opf }) => opf !== undefined,
    read: ({ opf }, terms) => readOpfFacts(opf, terms),
    alter: (metadata, change) => ({ ...metadata, opf: change(metadata.opf) }),
  },
];

const metadata = await write(recordTerms);
const cases = recordTerms.flatMap((term) =>
  toldFiles.filter(({ tells }) => tells(term)).map((file) => ({ fact: term.fact, where: file.where, file })),
);

describe('a fact that is told in a file', () => {
  test.each(cases)('$fact is read back from $where as it was given', ({ fact, file }) => {
    const found = file.read(metadata, recordTerms).flatMap(([name, value]) => (name === fact ? [value] : []));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set([toldFacts[fact]]));
  });

  test('is compared with the other files, and all agree', () => {
    expect(crossCheck(metadata, own)).toEqual([]);
  });
});

/** The facts that several files tell: where one of them is altered, it is at odds with the others. */
const shared = cases.filter(({ fact }) => cases.filter((one) => one.fact === fact).length > 1);

describe('a fact that is altered in one file', () => {
  test.each(shared)('$fact in $where is named, with the file', ({ fact, where, file }) => {
    // Up to the first sign that a file may write in another way.
    const [value = ''] = (toldFacts[fact] ?? '').split(/; | &/u);
    const change = (text: string): string => text.replaceAll(value, 'altered');
    const found = crossCheck(file.alter(metadata, change), own).filter(
      (difference) => difference.fact === fact,
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { first, second } of found) {
      expect(
        [first, second].filter((said) => said.value.startsWith('altered')).map((said) => said.where),
      ).toEqual([where]);
    }
  });

  test('is not seen where no other file tells it', () => {
    const alone = recordTerms.filter(({ fact }) => !shared.some((one) => one.fact === fact));
    expect(alone.map(({ fact }) => fact)).toEqual([
      'part of',
      'language',
      'description of the bag',
      'released as shown',
      'updated as shown',
      'captured',
      'captured with',
      'disposition',
      'retention period',
      'cutoff',
      'fiscal year start',
      'archive notice',
      'waivers',
    ]);
  });
});

describe('the files for people', () => {
  const lines = (terms: readonly Term[]): readonly string[] =>
    plainText(recordSheet({ record: fullRecord, files, strings }, terms)).split(/[\n\t]/u);
  const readme = writeBagReadme(
    { record: fullRecord, bag: 'agency-0001_v0001', files, pdfClaims: [], software },
    recordTerms,
  );

  test.each(recordTerms.filter(({ sheet }) => sheet))(
    'the record sheet tells $fact under its word',
    (term) => {
      const [word, form] = term.sheet ?? ['recordSheet', 'text'];
      const told = toldFacts[term.fact] ?? '';
      const sheet = lines(recordTerms);
      expect(sheet).toContain(strings.words[word]);
      if (form === 'phrase') expect(sheet).toContain('Temporary');
      else
        for (const value of form === 'list' ? ['agency-0002, agency-0003'] : told.split(term.between ?? '; '))
          expect(sheet).toContain(value);
      // And by its column alone.
      const { sheet: _, ...silent } = term;
      expect(lines(recordTerms.map((one) => (one === term ? silent : one)))).not.toEqual(sheet);
    },
  );

  test.each(recordTerms.filter((term) => term.readme))('the README tells $fact', ({ fact, readme: cell }) => {
    expect(readme.text).toContain(`\n${cell?.[0] ?? ''}: ${toldFacts[fact] ?? ''}\n`);
    expect(readme.html).toContain(`<th scope="row">${cell?.[0] ?? ''}</th>`);
  });
});

test('a fact needs one row to be written, read and compared everywhere', async () => {
  const docket: Term = {
    fact: 'docket',
    from: () => 'No. 7 & 8',
    bagInfo: ['Docket', 'optional'],
    premis: ['significantProperties', 'Docket'],
    schemaOrg: { docket: text },
    dcterms: { docket: text },
    cfr1236: ['Docket', 'where any'],
    sheet: ['recordCheckFiles', 'text'],
    readme: ['Docket', 'in no language'],
  };
  const terms = [...recordTerms, docket];
  const told = await write(terms);
  for (const file of toldFiles.filter(({ tells }) => tells(docket)))
    expect(new Map(file.read(told, terms)).get('docket')).toBe('No. 7 & 8');
  expect(toldFiles.filter(({ tells }) => tells(docket)).map(({ where }) => where)).toEqual([
    'premis.xml',
    'bag-info.txt',
    'record.jsonld',
    'file-list.csv, row 2',
  ]);
  expect(
    infoLabels(terms)
      .map(([label]) => label)
      .slice(-3),
  ).toEqual(['Docket', 'Ledger-Head', 'Tool']);
  expect(plainText(recordSheet({ record: fullRecord, files, strings }, terms))).toContain('\tNo. 7 & 8\n');
  const readme = writeBagReadme({ record: fullRecord, bag: 'b', files, pdfClaims: [], software }, terms);
  expect(readme.text).toContain('\nDocket: No. 7 & 8\n');
  expect(crossCheck(told, own, terms)).toEqual([]);
  const altered = { ...told, jsonLd: told.jsonLd.replaceAll('No. 7', 'No. 9') };
  expect(crossCheck(altered, own, terms)).toEqual([
    {
      fact: 'docket',
      first: { where: 'premis.xml', value: 'No. 7 & 8' },
      second: { where: 'record.jsonld', value: 'No. 9 & 8' },
    },
  ]);
});
