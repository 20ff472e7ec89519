import { expect, test } from 'vitest';
import { readRawFrontMatter } from '../../../src/posts/front-matter/raw-front-matter.ts';
import { parseSeriesFile } from '../../../src/ledger/facts/parse-series-file.ts';
import { readRecordFacts } from '../../../src/ledger/facts/read-record-facts.ts';
import type { RecordFacts } from '../../../src/ledger/facts/record-facts.ts';
import type { Result } from '../../../src/diagnostics/message.ts';
import { printMessages } from './print-messages.ts';

/** The facts of a post whose front matter is given; then its series files, nearest first. */
function read(yaml: string, ...series: readonly string[]): Result<RecordFacts | undefined> {
  const { values, placeOf } = readRawFrontMatter(`---\n${yaml}\n---\nWords.\n`);
  const parsed = series.map((text, index) => parseSeriesFile(text, `series-${index + 1}.yaml`));
  expect(parsed.flatMap(({ messages }) => printMessages(messages))).toEqual([]);
  const inherited = parsed.map(({ value }) => value);
  return readRecordFacts({ frontMatter: values, placeOf, inherited, file: 'post.md' });
}

const digest = 'ab'.repeat(32);

test('all facts, inherited ones among them', () => {
  const post = `title: T
record: {id: s2-2011.0042, description: "A  post", creator: Janet Napolitano}
retention: {schedule_item: "7.1"}
rights: Public domain
waivers: [{rule: img-remote, match_sha256: ${digest.toUpperCase()}, reason: r, by: A. Clerk, on: 2026-11-23}]`;
  const near = `record: {series: Blog, group: "0563"}
retention: {disposition: temporary, authority: DAA-0563-2013-0001-0002, period: P7Y, cutoff: {from: released, at: fiscal-year}}
rights: {use_restriction: Unrestricted, holder: none}
waivers: [{rule: img-missing, match_sha256: ${digest}, reason: q, by: B, on: 2026-11-22}]`;
  const far = `record: {series: All posts, description: Far}
retention: {period: P1Y, cutoff: {from: filed, at: day}, fiscal_year_start: 07-01}
access: {specific: FOIA (b)(6)}`;
  const { value, messages } = read(post, near, far);
  expect(printMessages(messages)).toEqual([]);
  expect(value).toEqual({
    id: 's2-2011.0042',
    series: 'Blog',
    group: '0563',
    description: 'A post',
    creator: 'Janet Napolitano',
    retention: {
      disposition: 'temporary',
      authority: 'DAA-0563-2013-0001-0002',
      scheduleItem: '7.1',
      period: 'P7Y',
      cutoff: { from: 'released', at: 'fiscal-year' },
      fiscalYearStart: '07-01',
    },
    rights: { useRestriction: 'Unrestricted', holder: 'none', statement: 'Public domain' },
    access: { restriction: 'unknown', specific: 'FOIA (b)(6)' },
    waivers: [
      { rule: 'img-remote', matchSha256: digest, reason: 'r', by: 'A. Clerk', on: '2026-11-23' },
      { rule: 'img-missing', matchSha256: digest, reason: 'q', by: 'B', on: '2026-11-22' },
    ],
  });
});

test('a schedule of several files has its keys in one order, since the ledger keeps it as it is', () => {
  const near = 'retention: {fiscal_year_start: 07-01, period: P1Y, authority: N1}';
  const far = 'retention: {cutoff: {at: day, from: filed}, disposition: temporary}';
  const { value } = read('record: {id: a}\nretention: {schedule_item: "1"}', near, far);
  expect(JSON.stringify(value?.retention)).toBe(
    '{"disposition":"temporary","authority":"N1","scheduleItem":"1","period":"P1Y","cutoff":{"from":"filed","at":"day"},"fiscalYearStart":"07-01"}',
  );
});

test('nothing is guessed', () => {
  expect(read('record: {id: a}').value).toEqual({
    id: 'a',
    retention: { disposition: 'unscheduled' },
    waivers: [],
  });
  expect(read('record: {id: a}\nrights: {holder: X}').value?.rights).toEqual({
    useRestriction: 'unknown',
    holder: 'X',
  });
  expect(read('record: {id: a}\nrights:').value?.rights).toBeUndefined();
});

test('a disposition of its own begins a schedule of its own', () => {
  const series = `retention:
  disposition: temporary
  authority: N1-563-08-1
  period: P7Y
  cutoff: {from: filed, at: day}
  fiscal_year_start: 07-01
  schedule_item: "1"`;
  expect(read('record: {id: a}\nretention: {disposition: unscheduled}', series).value?.retention).toEqual({
    disposition: 'unscheduled',
    fiscalYearStart: '07-01',
  });
  const permanent = read('record: {id: a}\nretention: {disposition: permanent, authority: N1-1}', series);
  expect(permanent.value?.retention).toEqual({
    disposition: 'permanent',
    authority: 'N1-1',
    fiscalYearStart: '07-01',
  });
  // The authority of the temporary series covers no permanent record.
  expect(
    printMessages(read('record: {id: a}\nretention: {disposition: permanent}', series).messages),
  ).toEqual(['post.md 3:1 error retention-incomplete A permanent record needs “retention.authority”']);
  const same = read('record: {id: a}\nretention: {disposition: temporary, period: P1Y}', series);
  expect(same.value?.retention).toMatchObject({ period: 'P1Y', authority: 'N1-563-08-1' });
});

test('a post that says nothing of records is none', () => {
  for (const yaml of ['title: T', 'title: T\nrights: Free', '']) {
    expect(read(yaml)).toEqual({ value: undefined, messages: [] });
    expect(read(yaml, 'record: {series: Blog}')).toEqual({ value: undefined, messages: [] });
  }
  const input = { frontMatter: undefined, inherited: [], file: 'post.md' };
  expect(readRecordFacts(input)).toEqual({ value: undefined, messages: [] });
});

const idWords =
  'a name of at most 100 characters of a-z, 0-9, “-”, “_” and “.” that begins with a letter or digit, has no “.” at its end or beside another, does not end like a version (“_v0001”), and is not the name of a device (“con”, “nul”)';
const periodWords = 'an ISO 8601 period such as P7Y, P18M, P90D, P2W or P1Y6M, without a time of day';

interface Wrong {
  readonly name: string;
  readonly post: string;
  readonly series?: readonly string[];
  readonly messages: readonly string[];
}

const wrong: readonly Wrong[] = [
  {
    name: 'no id',
    post: 'record: {series: Blog}',
    messages: ['2:1 error record-id-missing The post has “record”, but no “record.id”'],
  },
  {
    name: 'a schedule without an id',
    post: 'title: T\nretention: {disposition: unscheduled}',
    messages: ['3:1 error record-id-missing The post has “retention”, but no “record.id”'],
  },
  ...[
    'A1',
    '-a',
    'a b',
    'a/b',
    'a..b',
    'a.',
    '.a',
    'a_v0001',
    'nul',
    'com1.txt',
    'é',
    '"a\\u0000"',
    'a'.repeat(101),
  ].map((id) => ({
    name: `the id ${id}`,
    post: `record: {id: ${id}}`,
    messages: [
      `2:10 error record-fact-invalid “record.id” must be ${idWords}, not “${id.length > 100 ? `${id.slice(0, 60)}…` : id === '"a\\u0000"' ? 'a\0' : id}”`,
    ],
  })),
  {
    name: 'values that are not allowed',
    post: `record: {id: a, group: [1], creator: ""}
retention: {disposition: forever, period: P7Y1D2, cutoff: {from: birth}, fiscal_year_start: 02-29}
access: public`,
    messages: [
      '2:17 error record-fact-invalid “record.group” must be text, not a list',
      '2:29 error record-fact-invalid “record.creator” must be text, not nothing',
      '3:13 error record-fact-invalid “retention.disposition” must be unscheduled, permanent or temporary, not “forever”',
      `3:35 error record-fact-invalid “retention.period” must be ${periodWords}, not “P7Y1D2”`,
      '3:60 error record-fact-invalid “retention.cutoff.from” must be released, updated, filed, superseded or event, not “birth”',
      '3:51 error record-fact-invalid “retention.cutoff.at” is missing',
      '3:74 error record-fact-invalid “retention.fiscal_year_start” must be a day that every year has, such as 10-01, not “02-29”',
      '4:1 error record-fact-invalid “access” must be a map of restriction, specific, not “public”',
    ],
  },
  ...['P7Y6M1W', 'PT1H', 'P1DT1H', 'P', '7Y', 'P-1Y', 'P1.5Y', 'P1M1Y', 'p7y', 'P10000Y'].map((period) => ({
    name: `the period ${period}`,
    post: `record: {id: a}\nretention: {period: ${period}}`,
    messages: [`3:13 error record-fact-invalid “retention.period” must be ${periodWords}, not “${period}”`],
  })),
  {
    name: 'lists and texts for maps',
    post: 'record: []\nretention: {cutoff: []}\nrights: {use_restriction: {}}\nwaivers: {}',
    messages: [
      '2:1 error record-fact-invalid “record” must be a map of id, series, group, description, creator, not a list',
      '3:13 error record-fact-invalid “retention.cutoff” must be a map of from, event, at, not a list',
      '4:10 error record-fact-invalid “rights.use_restriction” must be text, not a map',
      '5:1 error record-fact-invalid “waivers” must be a list of waivers, not a map',
    ],
  },
  {
    name: 'characters that no file of a bag can hold',
    post: 'record: {id: a, series: "a\\u0007", group: "\\ud800", creator: "1\\ufdd0"}',
    messages: [
      '2:17 error record-fact-invalid “record.series” must be text without control characters, not “a\x07”',
      '2:36 error record-fact-invalid “record.group” must be text without control characters, not “\ufffd”',
      '2:53 error record-fact-invalid “record.creator” must be text without control characters, not “1\ufdd0”',
    ],
  },
  {
    name: 'waivers',
    post: `record: {id: a}
waivers:
  - {rule: no-such, match_sha256: abc, reason: r, by: b, on: 2026-02-30}
  - {rule: img-remote, why: x}
  - all
  - {rule: img-remote, reason: r, by: b, on: 2026-02-03}
  - {rule: img-remote, match_sha256: ${digest}, match_hmac: 00000000-${digest}, reason: r, by: b, on: 2026-02-03}
  - {rule: img-remote, match_hmac: ${digest}, reason: r, by: b, on: 2026-02-03}`,
    messages: [
      '5:24 error record-unknown-key “waivers[1].why” is no key; the keys are rule, match_sha256, match_hmac, reason, by, on',
      '4:6 error record-fact-invalid “waivers[0].rule” must be the id of a rule, not “no-such”',
      '4:21 error record-fact-invalid “waivers[0].match_sha256” must be the SHA-256 of what was found: 64 hexadecimal digits, not “abc”',
      '4:58 error record-fact-invalid “waivers[0].on” must be a day written YYYY-MM-DD, not “2026-02-30”',
      '5:5 error record-fact-invalid “waivers[1].reason” is missing',
      '5:5 error record-fact-invalid “waivers[1].by” is missing',
      '5:5 error record-fact-invalid “waivers[1].on” is missing',
      '6:5 error record-fact-invalid “waivers[2]” must be a map of rule, match_sha256, match_hmac, reason, by, on, not “all”',
      '7:5 error record-fact-invalid “waivers[3]” must be a map with either match_hmac or match_sha256, not a map',
      '8:5 error record-fact-invalid “waivers[4]” must be a map with either match_hmac or match_sha256, not a map',
      `9:24 error record-fact-invalid “waivers[5].match_hmac” must be the key that the message told: 8 and 64 hexadecimal digits with a hyphen between them, not “${digest.slice(0, 60)}…”`,
    ],
  },
  {
    name: 'unknown keys, but not those of other tools',
    post: `layout: post
record: {id: a, ID: b, __proto__: c}
retention: {perod: P7Y, cutoff: {from: filed, at: day, till: x}}
rights: {licence: x}
access: {who: x}`,
    messages: [
      '3:17 error record-unknown-key “record.ID” is no key; did you mean “id”?',
      '3:24 error record-unknown-key “record.__proto__” is no key; the keys are id, series, group, description, creator',
      '4:13 error record-unknown-key “retention.perod” is no key; did you mean “period”?',
      '5:10 error record-unknown-key “rights.licence” is no key; the keys are use_restriction, specific_use, holder, statement',
      '6:10 error record-unknown-key “access.who” is no key; the keys are restriction, specific',
      '4:56 error record-unknown-key “retention.cutoff.till” is no key; the keys are from, event, at',
    ],
  },
  {
    name: 'holds, also empty ones',
    post: 'record: {id: a}\nholds: []',
    series: ['holds:'],
    messages: [
      '3:1 error record-holds-in-post “holds” stands in a file, but a hold is placed in the store',
      'series-1.yaml 1:1 error record-holds-in-post “holds” stands in a file, but a hold is placed in the store',
    ],
  },
  {
    name: 'a series file with an id, a key of its own and a wrong value',
    post: 'record: {id: a}',
    series: ['record: {id: b}\ntitle: T\n', 'retention:\n  disposition: keep\n', '- a\n'],
    messages: [
      'series-1.yaml 2:1 error record-unknown-key “title” is no key; the keys are record, retention, rights, access, waivers',
      'series-1.yaml 1:10 error record-fact-invalid “record.id” is never inherited: each post has its own',
      'series-2.yaml 2:3 error record-fact-invalid “retention.disposition” must be unscheduled, permanent or temporary, not “keep”',
      'series-3.yaml 1:1 error record-fact-invalid The file must be a map of keys, not a list',
    ],
  },
  {
    name: 'a temporary record without the rest',
    post: 'record: {id: a}\nretention: {disposition: temporary}',
    messages: [
      '3:1 error retention-incomplete A temporary record needs “retention.authority”, “retention.period” and “retention.cutoff”',
    ],
  },
  {
    name: 'a temporary record without a cutoff',
    post: 'record: {id: a}\nretention: {disposition: temporary, period: P1Y, authority: N1}',
    messages: ['3:1 error retention-incomplete A temporary record needs “retention.cutoff”'],
  },
  {
    name: 'a permanent record without authority and with a period',
    post: 'record: {id: a}\nretention: {disposition: permanent, period: P1Y}',
    messages: [
      '3:1 error retention-incomplete A permanent record with a day of transfer needs “retention.authority” and “retention.cutoff”',
    ],
  },
  {
    name: 'a schedule whose disposition nobody said',
    post: 'record: {id: a}',
    series: ['retention: {authority: N1, period: P1Y}'],
    messages: [
      '- error retention-incomplete An unscheduled record has no “retention.authority” or “retention.period”: say “retention.disposition” with it',
    ],
  },
];

test.each(wrong)('$name', ({ post, series = [], messages }) => {
  const result = read(post, ...series);
  const expected = messages.map((line) => (line.startsWith('series-') ? line : `post.md ${line}`));
  expect(printMessages(result.messages)).toEqual(expected);
  expect(result.value).toBeUndefined();
});

test('what is wrong with a series file as YAML is said with its place', () => {
  const parse = (text: string): readonly string[] => printMessages(parseSeriesFile(text, 's.yaml').messages);
  expect(parse('')).toEqual([]);
  expect(parse('# nothing\n')).toEqual([]);
  expect(parse('record:\n  series: "a\n')).toEqual([
    's.yaml 3:1 error series-file-invalid The file is not YAML: Missing closing "quote; a value ends with the quote that it begins with',
  ]);
  expect(parse('record: {}\nrecord: {}\n')).toEqual([
    's.yaml 2:1 error series-file-invalid The file is not YAML: Map keys must be unique; the key stands above already: keep one of the two',
  ]);
  expect(parse(`a: &a [1]\nb: [${'*a, '.repeat(60)}]`)).toEqual([
    's.yaml 2:5 error series-file-invalid Aliases stand for more than is taken in; write out what each `*name` stands for',
  ]);
  expect(parse(`a: ${'x'.repeat(100_000)}`)).toEqual([
    's.yaml - error series-file-invalid The file has more than 100000 characters',
  ]);
  const deep = parse(`a: ${'['.repeat(90_000)}`);
  expect(deep).toHaveLength(1);
  expect(deep[0]).toMatch(/^s\.yaml \d+:\d+ error series-file-invalid The file /u);
  expect(parseSeriesFile('record: "a', 's.yaml').value).toEqual({ file: 's.yaml', values: {} });
});
