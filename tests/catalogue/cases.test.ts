import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bagRules, type BagRuleId } from '../../src/bag/rules.ts';
import { ruleGroups } from '../../src/catalogue/rule-groups.ts';
import { bagCases } from './cases/bags.ts';
import type { Cases } from './cases/case.ts';
import { inputCases } from './cases/inputs.ts';
import { ledgerCases } from './cases/ledgers.ts';
import { postCases } from './cases/posts.ts';
import { recordCases } from './cases/records.ts';
import { storeCases } from './cases/stores.ts';

// Sound: the keys of a table that is written out are those of its type.
const bagKinds = Object.keys(bagRules) as readonly BagRuleId[];

const sets: Readonly<Record<string, Cases>> = {
  posts: postCases,
  inputs: inputCases,
  records: recordCases,
  bags: bagCases(bagKinds),
  stores: storeCases,
  ledgers: ledgerCases,
};

/** Rules whose two cases are made in a test of their own, where what they need is at hand: the names of the two. */
const elsewhere: Readonly<Record<string, { readonly path: string; readonly names: readonly string[] }>> = {
  'image-gps': {
    path: '../filing/scan/scan-image.test.ts',
    names: ['in the Exif of a JPEG is found', 'a GPS directory with a time alone'],
  },
  'pagebreak-moved': { path: '../epub/page-breaks.test.ts', names: ["'a link from its midst'", "'a link'"] },
  'post-too-laborious': {
    path: '../posts/work.test.ts',
    names: ['a post that takes more is refused', 'may be as much as the bound'],
  },
  'post-undecided': {
    path: '../posts/guard.test.ts',
    names: ['a post that the clock stops is not decided', 'a post that the clock does not stop is'],
  },
};

const idOf = (line: string): string => line.slice(0, line.indexOf(' ') < 0 ? undefined : line.indexOf(' '));
const ids = ruleGroups.flatMap(({ rules }) => Object.keys(rules));
const cases = Object.values(sets).flatMap((set) => Object.keys(set));

test('every rule has a case that fires it and one that nearly does', () => {
  const hasFolder = (id: string): boolean =>
    existsSync(new URL(`../lint/rules/${id}/bad.md`, import.meta.url));
  expect(ids.filter((id) => !cases.includes(id) && !(id in elsewhere) && !hasFolder(id))).toEqual([]);
  expect(cases.filter((id) => !ids.includes(id) || hasFolder(id))).toEqual([]);
});

test.each(Object.entries(elsewhere))('%s has them in a test of its own', (id, { path, names }) => {
  const source = readFileSync(new URL(path, import.meta.url), 'utf8');
  expect([id, ...names].filter((word) => !source.includes(word))).toEqual([]);
});

describe.each(Object.entries(sets))('%s', (name, set) => {
  const told = new Map<string, readonly string[]>();

  test.each(Object.entries(set))('%s', async (id, { bad, good }) => {
    const ofRule = (lines: readonly string[]): readonly string[] => lines.filter((line) => idOf(line) === id);
    expect(ofRule(await good())).toEqual([]);
    const found = ofRule(await bad());
    expect(found).not.toEqual([]);
    told.set(id, found);
  });

  test('what is told of each', async () => {
    const lines = Object.keys(set).flatMap((id) => told.get(id) ?? [`${id} was not fired`]);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`cases/${name}.txt`);
  });
});
