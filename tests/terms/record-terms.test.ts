import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factPaths } from '../../src/ledger/facts/fact-schema.ts';
import { recordProfile } from '../../src/terms/record-profile.ts';
import { recordTerms } from '../../src/terms/record-terms.ts';
import { inOrder, toldText, unknownOf, valuesOf, type Term } from '../../src/terms/term.ts';
import { strings } from '../posts/read-text.ts';
import { bareRecord } from '../filing/metadata/sample-record.ts';
import { fullRecord, toldFacts } from './full-record.ts';

/** Keys of the schema of facts that no row of a table, or more than one, is filed under. */
function findStrays(terms: readonly Term[]): readonly string[] {
  return factPaths.filter((path) => terms.filter(({ filed }) => filed === path).length !== 1);
}

/** Names that two rows of a column have; two facts can not be told apart there. */
function findClashes(terms: readonly Term[], name: (term: Term) => string | undefined): readonly string[] {
  const names = terms.flatMap((term) => name(term) ?? []);
  return names.filter((one, index) => names.indexOf(one) !== index);
}

const columns: readonly (readonly [string, (term: Term) => string | undefined])[] = [
  ['fact', ({ fact }) => fact],
  ['bagInfo', ({ bagInfo }) => bagInfo?.[0]],
  ['premis', ({ premis }) => premis?.join(' ')],
  ['cfr1236', ({ cfr1236 }) => cfr1236?.[0]],
  ['readme', ({ readme }) => readme?.[0]],
  ['xmp', ({ xmp }) => xmp],
  ['opf', ({ opf }) => opf?.[0]],
];

describe('the table', () => {
  test('has one row for every fact that a person can file', () => {
    expect(factPaths).toEqual(expect.arrayContaining(['record.id', 'retention.schedule_item', 'waivers']));
    expect(findStrays(recordTerms)).toEqual([]);
  });

  test.each(factPaths)('without the row of %s is not whole, nor with two of them', (path) => {
    expect(findStrays(recordTerms.filter(({ filed }) => filed !== path))).toEqual([path]);
    const again = recordTerms.filter(({ filed }) => filed === path);
    expect(findStrays([...recordTerms, ...again])).toEqual([path]);
  });

  test.each(columns)('has no name twice in the column %s', (_name, name) => {
    expect(findClashes(recordTerms, name)).toEqual([]);
    const [first] = recordTerms.filter((term) => name(term) !== undefined);
    expect(findClashes([...recordTerms, ...(first ? [first] : [])], name)).toHaveLength(1);
  });

  test('reads every fact from the record, and nothing where nobody gave it', () => {
    const read = (record: typeof fullRecord): readonly (readonly [string, string | undefined])[] =>
      recordTerms.map((term) => [term.fact, toldText(term, record)]);
    expect(Object.fromEntries(read(fullRecord))).toEqual(toldFacts);
    expect(read(bareRecord).filter(([, text]) => text !== undefined)).toEqual([
      ['identifier', 'bare-1'],
      ['part of', 'bare-1'],
      ['title', 'Bare'],
      ['description of the bag', 'Bare'],
      ['disposition', 'unscheduled'],
    ]);
  });

  test('is told in a text that people read', async () => {
    await expect(printed(recordTerms)).toMatchFileSnapshot('../../src/terms/record-terms.md');
  });
});

const words =
  'Printed from `record-terms.ts` by its test (`npx vitest run tests/terms -u`). Where a cell is empty, that file does not tell the fact.';

/** The mapping as a table of Markdown. */
function printed(terms: readonly Term[]): string {
  const properties = (shapes: Term['schemaOrg']): string => Object.keys(shapes ?? {}).join(', ');
  const rows = terms.map((term) => [
    term.fact,
    term.filed ?? '',
    term.bagInfo?.join(', ') ?? '',
    term.premis?.join(': ') ?? '',
    properties(term.schemaOrg),
    properties(term.dcterms),
    term.cfr1236?.join(', ') ?? '',
    term.xmp ?? '',
    term.opf?.[0] ?? '',
    term.sheet ? strings.words[term.sheet[0]] : '',
    term.readme?.[0] ?? '',
  ]);
  const header = [
    'fact',
    'filed as',
    'bag-info.txt',
    'PREMIS',
    'schema.org',
    'DCMI',
    '36 CFR 1236.54',
    'XMP',
    'EPUB',
    'record sheet',
    'README',
  ];
  const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return `# The facts of a record and their names\n\n${words}\n\n${lines.join('')}`;
}

describe('an order', () => {
  const term = (fact: string): Term => ({ fact, from: () => undefined });
  const terms = ['a', 'b', 'c', 'd'].map(term);

  test('names what stands first; what it does not name follows', () => {
    expect(inOrder(terms, 'c, a').map(({ fact }) => fact)).toEqual(['c', 'a', 'b', 'd']);
  });

  test('names nothing that has no row', () => {
    expect(() => inOrder(terms, 'c, e')).toThrow('No term is called “e”');
  });
});

test('an unscheduled record has no item of a schedule, which is not the same as an item that nobody knows', () => {
  const item = recordTerms.find(({ fact }) => fact === 'schedule item');
  if (item === undefined) throw new Error('no schedule item');
  expect(valuesOf(item, bareRecord)).toEqual([]);
  expect(unknownOf(item, bareRecord)).toBe('unscheduled');
  expect(unknownOf(item, fullRecord)).toBe('unknown');
});

test('the profile in templates says of the labels what the table says', () => {
  const profile: unknown = JSON.parse(readFileSync('templates/records/bagit-profile.json', 'utf8'));
  const uses = recordProfile.labels.map(([label, use]) => [
    label,
    { required: use === 'required', repeatable: use === 'repeatable' },
  ]);
  expect(profile).toMatchObject({
    'BagIt-Profile-Info': { 'BagIt-Profile-Identifier': recordProfile.identifier },
    'Bag-Info': Object.fromEntries(uses),
  });
  const labels = Object.keys(Reflect.get(Object(profile), 'Bag-Info'));
  expect(labels).toEqual(recordProfile.labels.map(([label]) => label));
});
