import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Waiver } from '../../../src/ledger/facts/record-facts.ts';
import { applyWaivers } from '../../../src/filing/scan/apply-waivers.ts';
import { matchDigest, type ScanFinding } from '../../../src/filing/scan/scan-finding.ts';
import { scanFileNames } from '../../../src/filing/scan/scan-file-names.ts';
import { scanPersonalData } from '../../../src/filing/scan/scan-personal-data.ts';
import { waiverKeys } from '../../../src/filing/scan/waiver-keys.ts';
import type { Message } from '../../../src/diagnostics/message.ts';

const secret = Buffer.alloc(32, 7);
const keys = waiverKeys(secret);
const number = '123-45-6789';
const keyOf = (text: string, by = secret): string => {
  const hmac = (of: string): string => createHmac('sha256', by).update(of).digest('hex');
  return `${hmac('the secret of waivers').slice(0, 8)}-${hmac(text)}`;
};
const findings = scanPersonalData(`One ${number}, and again ${number}.`, { file: 'post.md' });
const said = {
  rule: 'personal-ssn',
  reason: 'A sample number in a form',
  by: 'A. Archivist',
  on: '2026-11-23',
};
const waiver: Waiver = { ...said, matchHmac: keyOf(number) };
const plain: Waiver = { ...said, matchSha256: matchDigest(number) };

function messages(waivers: readonly Waiver[], of: readonly ScanFinding[] = findings): readonly Message[] {
  return applyWaivers(of, { waivers, file: 'post.md', keys });
}

function applied(...waivers: readonly Waiver[]): readonly string[] {
  return messages(waivers).map(
    ({ severity, ruleId, suppressed }) => `${severity} ${ruleId} ${suppressed ?? '-'}`,
  );
}

const blocked = ['error personal-ssn -', 'error personal-ssn -'];
const why = 'A sample number in a form (A. Archivist, 2026-11-23)';
const passed = [`info personal-ssn ${why}`, `info personal-ssn ${why}`];

test('without a waiver a number blocks, at every place, and its key is told and no digit of it', () => {
  expect(applied()).toEqual(blocked);
  const told = `A social security number (match_hmac ${keyOf(number)})`;
  expect(messages([]).map(({ reason }) => reason)).toEqual([told, told]);
});

test('a waiver holds for what it names, at every place, and its reason stays with it', () => {
  expect(applied(waiver)).toEqual(passed);
});

test('a waiver by a SHA-256 holds as before, and how it is renewed is told once', () => {
  expect(applied(plain)).toEqual([...passed, 'warning waiver-guessable -']);
  expect(messages([plain]).at(-1)?.reason).toBe(
    `A waiver of “personal-ssn” names what it waives by a SHA-256, from which it can be found by trying (match_hmac ${keyOf(number)})`,
  );
});

test('nothing that is told can be undone by trying: no digest of the number is in it', () => {
  const told = JSON.stringify(messages([waiver]));
  expect(told).not.toContain(matchDigest(number));
  expect(told).not.toContain(number);
  expect(told).not.toMatch(/secret|hidden/u);
  expect(told).not.toContain(secret.toString('hex'));
});

test('a digest of a file can be told: it is not undone by trying', () => {
  const [name] = scanFileNames(['data/a b.md'], { bag: 'b' });
  const found = name ? [name] : [];
  const digest = matchDigest('data/a b.md');
  expect(messages([], found)[0]?.reason).toBe(`The name “data/a b.md” (match_sha256 ${digest})`);
  const by = (key: Pick<Waiver, 'matchSha256' | 'matchHmac'>): readonly string[] =>
    messages([{ ...said, rule: 'file-name-unsafe', ...key }], found).map(
      ({ severity, ruleId }) => `${severity} ${ruleId}`,
    );
  expect(by({ matchSha256: digest })).toEqual(['info file-name-unsafe']);
  expect(by({ matchHmac: keyOf('data/a b.md') })).toEqual([
    'error file-name-unsafe',
    'warning waiver-unused',
  ]);
});

test('before there is a store no key is told, and a waiver by an HMAC holds for nothing', () => {
  const without = waiverKeys(undefined);
  const told = applyWaivers(findings, { waivers: [waiver, plain], file: 'post.md', keys: without });
  expect(told.map(({ severity, ruleId }) => `${severity} ${ruleId}`)).toEqual([
    'info personal-ssn',
    'info personal-ssn',
    'warning waiver-guessable',
    'warning waiver-unused',
  ]);
  expect(told[0]?.reason).toBe('A social security number (match_hmac is told once there is a store)');
});

describe('a waiver overrules nothing, and is reported as unused', () => {
  test.each([
    ['of another number', { matchHmac: keyOf('123-45-6780') }],
    ['of another secret', { matchHmac: keyOf(number, Buffer.alloc(32, 8)) }],
    ['of another rule', { rule: 'personal-email' }],
    ['without a reason', { reason: ' ' }],
    ['without a name', { by: '' }],
    ['without a date', { on: '' }],
  ])('%s', (_name, change) => {
    expect(applied({ ...waiver, ...change })).toEqual([...blocked, 'warning waiver-unused -']);
  });

  test('of a clash of names', () => {
    const clash = scanFileNames(['data/a.md', 'data/A.md'], { bag: 'b' }).filter(
      ({ rule }) => rule === 'file-path-clash',
    );
    const [finding] = clash;
    const waivers = [{ ...said, rule: 'file-path-clash', matchSha256: finding?.matchSha256 ?? '' }];
    expect(messages(waivers, clash).map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['file-path-clash', 'error'],
      ['waiver-unused', 'warning'],
    ]);
  });
});

test('an unused waiver is named, and one for another store is told as that', () => {
  const foreign = keyOf(number, Buffer.alloc(32, 8));
  const told = messages([waiver, plain, { ...waiver, matchHmac: foreign }], []);
  expect(told.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    `post.md: Waiver of “personal-ssn” for ${keyOf(number)} meets no finding`,
    `post.md: Waiver of “personal-ssn” for 01a5… meets no finding`,
    `post.md: Waiver of “personal-ssn” for ${foreign} was written for another store, or for a secret that was lost`,
  ]);
});
