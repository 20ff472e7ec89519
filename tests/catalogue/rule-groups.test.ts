import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { messageRules } from '../../src/catalogue/message-rules.ts';
import { refusalRules } from '../../src/catalogue/refusal-rules.ts';
import { findRule, ruleGroups, type AnyRule } from '../../src/catalogue/rule-groups.ts';
import type { MessageRule } from '../../src/diagnostics/rule.ts';
import { filingRules } from '../../src/filing/rules.ts';

const all: readonly (readonly [string, AnyRule])[] = ruleGroups.flatMap(({ rules }) => Object.entries(rules));
const ids = all.map(([id]) => id);

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const tables = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?:^|[/\\])rules\.ts$/u.test(path))
  .map((path) => join(src, path));

test('no id is of two rules', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the table of every room is in the catalogue', async () => {
  const exported: string[] = [];
  for (const table of tables) {
    const values: Readonly<Record<string, unknown>> = await import(table);
    for (const value of Object.values(values)) {
      if (typeof value === 'object' && value !== null) exported.push(...Object.keys(value));
    }
  }
  expect(exported.toSorted()).toEqual(ids.toSorted());
});

test('rules of messages and refusals are those of their groups', () => {
  const idsOf = (exits: readonly string[]): readonly string[] =>
    ruleGroups.filter(({ exit }) => exits.includes(exit)).flatMap(({ rules }) => Object.keys(rules));
  expect(Object.keys(messageRules).toSorted()).toEqual(idsOf(['post']).toSorted());
  expect(Object.keys(refusalRules).toSorted()).toEqual(idsOf(['usage']).toSorted());
});

test('every rule says what it is in the form of all', () => {
  const isSentence = (text: string): boolean => /^[`A-Z0-9“].*\.$/su.test(text);
  const malformed = all.filter(
    ([id, { title, meaning, cure, clause }]) =>
      !/^[a-z]+(?:-[a-z0-9]+)*$/u.test(id) ||
      title.endsWith('.') ||
      title === '' ||
      clause === '' ||
      !isSentence(meaning) ||
      !isSentence(cure),
  );
  expect(malformed.map(([id]) => id)).toEqual([]);
});

test('what is found in a record is an error, but for what a machine only suspects or what changes nothing', () => {
  const others = Object.entries<MessageRule>(filingRules).filter(([, { severity }]) => severity !== 'error');
  expect(others.map(([id, { severity }]) => `${severity} ${id}`)).toEqual([
    'warning record-capture-empty',
    'warning record-capture-missing',
    'warning personal-cookies',
    'warning personal-network-address',
    'warning personal-email',
    'warning personal-telephone',
    'warning waiver-guessable',
    'warning waiver-unused',
  ]);
});

test('a rule must say whether it is in the way of filing', () => {
  // @ts-expect-error -- nothing of filing is said
  const silent: MessageRule = { severity: 'error', title: 'T', meaning: 'M.', clause: 'C', cure: 'C.' };
  expect(silent.blocksFiling).toBeUndefined();
});

test('what is told of a post or a record and is not in the way of filing', () => {
  const table: Readonly<Record<string, MessageRule>> = messageRules;
  const free = Object.keys(table).filter((id) => table[id]?.blocksFiling === false);
  expect(free).toEqual([
    'link-scheme-forbidden',
    'link-target-missing',
    'link-address-unknown',
    'cover-unusable',
    'cover-alt-missing',
    'table-no-header',
    'img-animated',
    'link-broken',
    'link-moved',
    'link-unchecked',
    'letters-of-another-form',
  ]);
  // The copy of record is the PDF: what takes its claim away is in the way.
  const withholding = Object.entries(table).filter(([, { withholds }]) => withholds?.includes('pdf') ?? true);
  expect(withholding.filter(([, { blocksFiling }]) => !blocksFiling)).toEqual([]);
});

test('an id that is a name of every object is no rule', () => {
  expect(findRule('constructor')).toBeUndefined();
  expect(findRule('held')?.rule.exit).toBe('held');
});
