import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packRecord } from '../../../src/filing/pack-record.ts';
import { applyWaivers } from '../../../src/filing/scan/apply-waivers.ts';
import { waiverKeys } from '../../../src/filing/scan/waiver-keys.ts';
import { scanHeads } from '../../../src/filing/scan/scan-heads.ts';
import { scanFileNames } from '../../../src/filing/scan/scan-file-names.ts';
import { scanPersonalData } from '../../../src/filing/scan/scan-personal-data.ts';
import { matchDigest, type ScanFinding } from '../../../src/filing/scan/scan-finding.ts';
import type { LookedFor } from '../../../src/personal-data/pattern-set-names.ts';
import { parseSeriesFile } from '../../../src/ledger/facts/parse-series-file.ts';
import type { Waiver } from '../../../src/ledger/facts/record-facts.ts';
import { readRecordFacts } from '../../../src/ledger/facts/read-record-facts.ts';
import { readRawFrontMatter } from '../../../src/posts/front-matter/raw-front-matter.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';
import { tell, type Case, type Cases, type Told } from './case.ts';

function facts(yaml: string): Told {
  return () => {
    const { values, placeOf } = readRawFrontMatter(`---\n${yaml}\n---\nWords.\n`);
    return tell(readRecordFacts({ frontMatter: values, placeOf, inherited: [], file: 'post.md' }).messages);
  };
}

const series = (text: string): Told => () => tell(parseSeriesFile(text, 'series.yaml').messages);

const keys = waiverKeys(Buffer.alloc(32));

/** Findings of a scan, after these waivers. */
function scan(findings: () => readonly ScanFinding[], waivers: readonly Waiver[] = []): Told {
  return () => tell(applyWaivers(findings(), { waivers, file: 'post.md', keys }));
}

const words = (text: string, patterns: LookedFor = []): Told =>
  scan(() => scanPersonalData(text, { file: 'post.md', patterns }));
const badge = { name: 'Badge number', expression: 'B-[0-9]{6}' };
const inHeads = (line: string) => async (): Promise<readonly string[]> => {
  const head = { text: `GET / HTTP/1.1\r\n${line}\r\n\r\n`, what: 'the record at byte 0' };
  const found = await scanHeads([head], { file: 'a.warc', matchSha256: async () => matchDigest('a') });
  return tell(applyWaivers(found, { waivers: [], file: 'post.md', keys }));
};
const heads = (bad: string, good: string): Case => ({ bad: inHeads(bad), good: inHeads(good) });
const names = (...paths: readonly string[]): Told => scan(() => scanFileNames(paths, { bag: 'a_v0001' }));

function waiver(match: string, { isPlain = false } = {}): Told {
  const hmac = keys.keyOf({ matchSha256: '', hidden: match }).value ?? '';
  const key = isPlain ? { matchSha256: matchDigest(match) } : { matchHmac: hmac };
  const given = { rule: 'personal-ssn', ...key, reason: 'r', by: 'A. Clerk', on: '2026-11-23' };
  return scan(() => scanPersonalData('SSN 123-45-6789', { file: 'post.md' }), [given]);
}

const post = (body: string, more = ''): string =>
  `---\ntitle: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\nrecord: { id: a-1 }\n${more}---\n\n${body}\n`;

interface PackAgain {
  readonly words?: string;
  readonly supersedes?: string;
  readonly requireCapture?: boolean;
}

/** What is told of a post that is packed, once or again with other words. */
function pack(
  files: Readonly<Record<string, string>>,
  { words: again, supersedes, requireCapture = false }: PackAgain = {},
): Told {
  return async () => {
    const cwd = await temporaryFolder(files);
    const options = { cwd, post: 'a.md', store: join(cwd, 'store'), requireCapture };
    const context = { now: (): Date => new Date('2026-11-23T12:00:00Z') };
    const first = await packRecord(options, context);
    if (again === undefined) return tell(first.messages);
    writeFileSync(join(cwd, 'a.md'), post(again));
    const second = await packRecord({ ...options, ...(supersedes !== undefined && { supersedes }) }, context);
    return tell(second.messages);
  };
}

const source = (sha256 = ''): string => `source: { url: 'https://example.org/a', file: a.html${sha256} }\n`;
const html = '<p>Words</p>';

/** Lets a capture be filed under the name that it has. */
const asItIs = (name: string): string =>
  `waivers: [{ rule: file-name-unsafe, match_sha256: ${matchDigest(`data/source/${name}`)}, reason: r, by: A. Clerk, on: 2026-11-23 }]\n`;

const capture: Case = {
  bad: pack({ 'a.md': post('Words.', source(`, sha256: '${'0'.repeat(64)}'`)), 'a.html': html }),
  good: pack({ 'a.md': post('Words.', source(`, sha256: '${matchDigest(html)}'`)), 'a.html': html }),
};

/** Rules on the facts of records and on what is filed. */
export const recordCases: Cases = {
  'record-id-missing': { bad: facts('record: {series: Blog}'), good: facts('record: {id: a}') },
  'record-fact-invalid': {
    bad: facts('record: {id: a}\nretention: {disposition: for ever}'),
    good: facts('record: {id: a}\nretention: {disposition: unscheduled}'),
  },
  'record-unknown-key': { bad: facts('record: {ID: a}'), good: facts('record: {id: a}') },
  'retention-incomplete': {
    bad: facts('record: {id: a}\nretention: {disposition: permanent}'),
    good: facts('record: {id: a}\nretention: {disposition: permanent, authority: N1}'),
  },
  'series-file-invalid': { bad: series('record: {series: Blog'), good: series('record: {series: Blog}') },
  'record-capture-altered': capture,
  'record-capture-missing': {
    bad: pack({ 'a.md': post('Words.', source()) }),
    good: pack({ 'a.md': post('Words.', source()), 'a.html': html }),
  },
  'record-capture-required': {
    bad: pack({ 'a.md': post('Words.', source()) }, { requireCapture: true }),
    good: pack({ 'a.md': post('Words.', source()), 'a.html': html }, { requireCapture: true }),
  },
  'record-capture-empty': {
    bad: pack({ 'a.md': post('Words.', source()), 'a.html': '' }),
    good: pack({ 'a.md': post('Words.', source()), 'a.html': html }),
  },
  'record-path-unfit': {
    bad: pack({ 'a.md': post('Words.', `${source().replace('a.html', 'a%.html')}${asItIs('a%.html')}`), 'a%.html': html }),
    good: pack({ 'a.md': post('Words.', source()), 'a.html': html }),
  },
  'record-version-unnamed': {
    bad: pack({ 'a.md': post('Words.') }, { words: 'Other words.' }),
    good: pack({ 'a.md': post('Words.') }, { words: 'Other words.', supersedes: 'a-1' }),
  },
  'record-not-pdfa': { bad: pack({ 'a.md': post('A word 語.') }), good: pack({ 'a.md': post('A word Ω.') }) },
  'personal-ssn': { bad: words('SSN 123-45-6789'), good: words('SSN 000-45-6789') },
  'personal-identity': {
    bad: words('NIE X1234567L', ['es']),
    good: words('NIE X1234567M', ['es']),
  },
  'personal-own': { bad: words('B-123456', [badge]), good: words('B-12345', [badge]) },
  'personal-credentials': heads('Authorization: Basic x', 'WWW-Authenticate: Basic'),
  'personal-cookies': heads('Cookie: a=b', 'Cookie:'),
  'personal-network-address': heads('X-Forwarded-For: 192.0.2.7', 'Host: a.gov'),
  'personal-unsearched': {
    bad: pack({ 'a.md': post('Words.', source()), 'a.html': '%PDF-1.4' }),
    good: pack({ 'a.md': post('Words.', source()), 'a.html': html }),
  },
  'personal-email': { bad: words('Write to maya@gmail.com'), good: words('Write to maya at gmail.com') },
  'personal-telephone': { bad: words('Call (202) 452-0340'), good: words('Call 452-0340') },
  'file-name-unsafe': { bad: names('data/source/a b.md'), good: names('data/source/a-b.md') },
  'file-path-too-long': {
    bad: names(`data/${'a'.repeat(244)}`),
    good: names(`data/${'a'.repeat(242)}`),
  },
  'file-path-clash': { bad: names('data/Source/a.md', 'data/source/b.md'), good: names('data/source/a.md', 'data/source/b.md') },
  'waiver-guessable': { bad: waiver('123-45-6789', { isPlain: true }), good: waiver('123-45-6789') },
  'waiver-unused': { bad: waiver('123-45-6788'), good: waiver('123-45-6789') },
};
