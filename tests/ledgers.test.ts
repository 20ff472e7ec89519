import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messageRules } from '../src/catalogue/message-rules.ts';
import {
  codeReferences,
  expandConditions,
  readRows,
  ruleReferences,
  tableRows,
  testReferences,
  type CodeReference,
} from './ledgers/read-ledger.ts';
import { declaredNames, hasTest, testNames, type TestNames } from './ledgers/read-names.ts';

const root = join(import.meta.dirname, '..');
const ledgers = ['src/pdf/PDF-UA-1.md', 'src/pdf/PDF-A-2a.md', 'src/epub/EPUB-33.md', 'src/bag/RFC-8493.md'];
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const namesOfCode = new Map<string, ReadonlySet<string>>();
const namesOfTests = new Map<string, TestNames>();

/** What is kept of a file; it is parsed once. */
function once<T>(known: Map<string, T>, path: string, parse: (path: string, text: string) => T): T {
  const names = known.get(path) ?? parse(path, readFileSync(path, 'utf8'));
  known.set(path, names);
  return names;
}

/** The path of a file as ledgers name it: below `src/`, or of tests and templates from the root. */
function pathOf({ file }: CodeReference): string {
  return /^(?:tests|templates|scripts)\//u.test(file) || !file.includes('/') ? file : `src/${file}`;
}

/** What a ledger names that is not there. */
function findLost(ledger: string): readonly string[] {
  const code = codeReferences(ledger)
    // Other ledgers lie beside this one.
    .filter(({ file }) => !file.endsWith('.md'))
    .filter((reference) => {
      const path = join(root, pathOf(reference));
      if (!existsSync(path)) return true;
      const { name } = reference;
      return name !== undefined && !once(namesOfCode, path, declaredNames).has(name);
    })
    .map(({ file, name }) => (name === undefined ? file : `${file}#${name}`));
  const tests = testReferences(ledger)
    .filter(({ file, titles }) => {
      if (titles.length === 0) return false;
      const path = join(root, file);
      return !existsSync(path) || !hasTest(once(namesOfTests, path, testNames), titles);
    })
    .map(({ file, titles }) => `${file} “${titles.join(' › ')}”`);
  const rules = ruleReferences(ledger).filter((id) => !Object.hasOwn(messageRules, id));
  return [...new Set([...code, ...tests, ...rules.map((id) => `rule ${id}`)])];
}

const judge = /\b(?:veraPDF|EPUBCheck|Ace|qpdf|both judges|our reader|the golden (?:tags|files))\b/iu;

/** What is wrong with the form of rows: each says where it is met and what sees it, or why not. */
function findUnclear(ledger: string): readonly string[] {
  return readRows(ledger).flatMap(({ clause, asks, met, seen, byEye }) => {
    const applies = !/^Does not apply(?:\b.*)?: ./u.test(met);
    const named = codeReferences(met).length + ruleReferences(met).length > 0;
    const told = testReferences(seen).some(({ titles }) => titles.length > 0) || judge.test(seen);
    const bare = testReferences(seen).filter(({ titles }) => titles.length === 0);
    return [
      ...(asks.endsWith('.') ? [] : [`${clause}: what it asks is no sentence`]),
      ...(applies && !named && !/\bnot met\b|the rows below|the table below/iu.test(met)
        ? [`${clause}: nothing meets it`]
        : []),
      ...(applies && !told && !/^nothing\b/u.test(seen) ? [`${clause}: nothing is said to see it`] : []),
      ...(applies || seen === '—' || told ? [] : [`${clause}: it does not apply, but something sees it`]),
      ...bare.map(({ file }) => `${clause}: ${file} has no title`),
      ...(/^(?:nobody|author|reader|author and reader)(?:[:,] .+)?$/u.test(byEye)
        ? []
        : [`${clause}: by eye “${byEye}”`]),
    ];
  });
}

describe.each(ledgers)('%s', (path) => {
  const ledger = read(path);

  test('names only what is there', () => {
    expect(findLost(ledger)).toEqual([]);
    const functions = codeReferences(ledger).filter(({ name }) => name !== undefined);
    const titles = testReferences(ledger).filter((reference) => reference.titles.length > 0);
    expect(Math.min(functions.length, titles.length)).toBeGreaterThan(25);
  });

  test('says of each clause what is asked, where it is met, what sees it and who must look', () => {
    expect(findUnclear(ledger)).toEqual([]);
    expect(readRows(ledger).length).toBeGreaterThan(15);
  });
});

describe('no clause is left out', () => {
  // ISO 14289-1 §5 to §9 in the order of the standard, with the parts of §7.1 to §7.4 that the ledger tells apart.
  const uaClauses =
    '5 6.1 6.2 6.3 6.4 7.1 7.2 7.3 7.4.1 7.4.2 7.4.3 7.4.4 7.5 7.6 7.7 7.8 7.9 7.10 7.11 7.12 7.13 7.14 7.15 7.16 7.17 7.18.1 7.18.2 7.18.3 7.18.4 7.18.5 7.18.6 7.18.7 7.18.8 7.19 7.20 7.21.2 7.21.3 7.21.4.1 7.21.4.2 7.21.5 7.21.6 7.21.7 7.21.8 8 9';
  const rowsOf = (path: string): readonly string[] => readRows(read(path)).map(({ clause }) => clause);
  const numbersOf = (clauses: readonly string[]): ReadonlySet<string> =>
    new Set(clauses.flatMap((clause) => clause.replace(/\s*\(.*\)$/u, '').split(/, /u)));

  test('of PDF/UA-1', () => {
    expect([...numbersOf(rowsOf('src/pdf/PDF-UA-1.md'))].toSorted()).toEqual(uaClauses.split(' ').toSorted());
  });

  test('of BagIt', () => {
    expect([...numbersOf(rowsOf('src/bag/RFC-8493.md'))]).toEqual(
      '2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.2.4 2.3 2.4 3 5.1 5.2 5.3 5.4 6.1.1 6.1.2 6.1.3'.split(' '),
    );
  });

  // Matterhorn Protocol 1.1: how many conditions each of the 31 checkpoints has that can fail.
  const conditionCounts = [
    7, 4, 3, 1, 3, 4, 2, 2, 8, 1, 7, 1, 8, 7, 5, 3, 3, 2, 4, 3, 1, 1, 0, 1, 1, 2, 0, 18, 1, 2, 30,
  ];

  test('nor a condition of the Matterhorn Protocol, each in a row of the table', () => {
    const ledger = read('src/pdf/PDF-UA-1.md');
    const checkpoints = tableRows(ledger).filter(([name = '']) => /^\d\d /u.test(name));
    const listed = checkpoints.map(([, machine = '', human = '']) =>
      [...expandConditions(machine), ...expandConditions(human)].toSorted(),
    );
    const expected = conditionCounts.map((count, index) =>
      Array.from({ length: count }, (_, number) => {
        return `${String(index + 1).padStart(2, '0')}-${String(number + 1).padStart(3, '0')}`;
      }),
    );
    expect(listed).toEqual(expected);
    const clauses = rowsOf('src/pdf/PDF-UA-1.md');
    const told = new Set(clauses.flatMap((clause) => [clause, ...numbersOf([clause])]));
    const rows = checkpoints.flatMap(([, , , of = '']) => of.split(/, (?=\d)/u));
    expect(rows.filter((row) => !told.has(row))).toEqual([]);
  });
});

describe('what is wrong with a ledger is found', () => {
  test.each([
    ['a file that is gone', '`pdf/gone.ts`', 'pdf/gone.ts'],
    ['a function that is gone', '`pdf/claims.ts#claimsOf`', 'pdf/claims.ts#claimsOf'],
    ['a template that is gone', '`templates/epub/gone.ejs`', 'templates/epub/gone.ejs'],
    ['a test file that is gone', '`tests/gone.test.ts` “a test”', 'tests/gone.test.ts'],
    [
      'a test that is gone',
      '`tests/ledgers.test.ts` “no clause is left out › of PDF/UA-7”',
      'tests/ledgers.test.ts “no clause is left out › of PDF/UA-7”',
    ],
    [
      'a test that is in another group',
      '`tests/ledgers.test.ts` “what is wrong with a ledger is found › of PDF/UA-1 alone”',
      'tests/ledgers.test.ts “what is wrong with a ledger is found › of PDF/UA-1 alone”',
    ],
    ['a rule that is gone', 'rule `no-such-rule`', 'rule no-such-rule'],
  ])('%s', (_name, cell, lost) => {
    const row = `| 1 | It asks. | ${cell} | veraPDF | nobody |`;
    const [first, ...more] = findLost(row);
    expect([first?.startsWith(lost), more.filter((other) => !other.startsWith(lost))]).toEqual([true, []]);
  });

  test('but not what is there', () => {
    const row =
      '| 1 | It asks. | `pdf/claims.ts#claimsFor`, rule `img-alt-missing` | `tests/ledgers.test.ts` “no clause is left out › of PDF/UA-1” | nobody |';
    expect(findLost(row)).toEqual([]);
    expect(findUnclear(row)).toEqual([]);
  });

  test.each([
    ['| 1 | it asks | `pdf/claims.ts` | veraPDF | nobody |', '1: what it asks is no sentence'],
    ['| 1 | It asks. | somewhere | veraPDF | nobody |', '1: nothing meets it'],
    ['| 1 | It asks. | `pdf/claims.ts` | — | nobody |', '1: nothing is said to see it'],
    ['| 1 | It asks. | `pdf/claims.ts` | `tests/ledgers.test.ts` | nobody |', '1: nothing is said to see it'],
    [
      '| 1 | It asks. | Does not apply: it is so. | a test | nobody |',
      '1: it does not apply, but something sees it',
    ],
    ['| 1 | It asks. | `pdf/claims.ts` | veraPDF | somebody |', '1: by eye “somebody”'],
  ])('%s', (row, expected) => {
    expect(findUnclear(row)).toContain(expected);
  });
});
