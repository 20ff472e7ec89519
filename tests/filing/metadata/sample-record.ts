import type { PayloadFile } from '../../../src/bag/payload-file.ts';
import type { RecordFacts } from '../../../src/ledger/facts/record-facts.ts';
import type { PremisInput } from '../../../src/filing/metadata/premis-input.ts';
import type { RecordDescription } from '../../../src/terms/record-description.ts';

/** Facts as a person files them. */
export const facts: RecordFacts = {
  id: 'dhs-2011-0042',
  series: 'Blog of the Secretary',
  group: 'RG 563',
  description: 'A post on partnerships, with one map.',
  creator: 'Office of Public Affairs',
  retention: {
    disposition: 'temporary',
    authority: 'DAA-0563-2013-0001-0004',
    scheduleItem: '4.2',
    period: 'P7Y',
    cutoff: { from: 'released', at: 'fiscal-year' },
  },
  rights: {
    useRestriction: 'Unrestricted',
    holder: 'None',
    statement: 'Work of the United States Government (17 USC 105)',
  },
  access: { restriction: 'Unrestricted' },
  waivers: [],
};

/** A record with every fact there is. */
export const record: RecordDescription = {
  facts,
  title: 'Strong partnerships & <more>',
  lang: 'en-US',
  creators: ['Janet Napolitano'],
  agency: 'Department of Homeland Security',
  sourceUrl:
    'https://www.dhs.gov/archive/news/2011/12/02/strong-international-partnerships-and-a-very-long-name-indeed?page=1&view=full',
  released: { year: 2011, month: 12, day: 2 },
  releasedAsShown: 'Release Date: December 2, 2011',
  updated: { year: 2024, month: 8, day: 7 },
  updatedAsShown: 'Last Updated: 08/07/2024',
  archived: {
    label: 'Archived Content',
    notice:
      'In an effort to keep the site current, the archive contains outdated information that may not reflect current policy or programs.',
  },
  rights: 'Work of the United States Government (17 USC 105)',
  capture: { capturedAt: '2024-08-09T12:00:00Z', tool: 'Browsertrix 1.1' },
  members: [],
};

/** A record of which nothing is known but its id. */
export const bareRecord: RecordDescription = {
  facts: { id: 'bare-1', retention: { disposition: 'unscheduled' }, waivers: [] },
  title: 'Bare',
  creators: [],
  members: [],
};

/** A payload file with digests that are told apart by `digit`. */
export function payloadFile(
  path: string,
  role: PayloadFile['role'],
  more: Partial<PayloadFile> & { readonly digit?: string } = {},
): PayloadFile {
  const { digit = 'a', ...rest } = more;
  return { path, role, bytes: 12, sha256: digit.repeat(64), sha512: digit.repeat(128), ...rest };
}

export const files: readonly PayloadFile[] = [
  payloadFile('data/source/post.md', 'source', { digit: '0', puid: 'fmt/1149', mediaType: 'text/markdown' }),
  payloadFile('data/source/media/map.png', 'source', {
    digit: '1',
    puid: 'fmt/11',
    mediaType: 'image/png',
  }),
  payloadFile('data/source/capture.warc.gz', 'capture', {
    digit: '2',
    puid: 'x-fmt/266',
    mediaType: 'application/gzip',
  }),
  payloadFile('data/renderings/post.pdf', 'record-copy', {
    digit: '3',
    puid: 'fmt/476',
    mediaType: 'application/pdf',
  }),
  payloadFile('data/renderings/post.epub', 'access-copy', {
    digit: '4',
    puid: 'fmt/483',
    mediaType: 'application/epub+zip',
  }),
  payloadFile('data/reports/verapdf.json', 'report', { digit: '5', puid: 'fmt/817' }),
  payloadFile('data/reports/notes.xyz', 'report', { digit: '6' }),
];

export const premisInput: PremisInput = {
  record,
  files,
  posts: ['data/source/post.md'],
  software: { tagleaf: '0.1.0', node: '20.20.0', icu: '77.1' },
  packedAt: '2026-11-23T17:00:00Z',
  filedBy: 'A. Archivist',
  reports: [
    {
      tool: 'veraPDF',
      version: '1.28.2',
      file: 'data/renderings/post.pdf',
      outcome: 'success',
      note: 'PDF/UA-1',
      report: 'data/reports/verapdf.json',
      at: '2026-11-23T16:59:00Z',
    },
    { tool: 'Reader', file: 'data/renderings/post.epub', report: 'data/reports/notes.xyz' },
  ],
};
