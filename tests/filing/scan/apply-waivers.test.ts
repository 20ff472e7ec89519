import { describe, expect, test } from 'vitest';
import type { Waiver } from '../../../src/ledger/facts/record-facts.ts';
import { applyWaivers } from '../../../src/filing/scan/apply-waivers.ts';
import { matchDigest } from '../../../src/filing/scan/scan-finding.ts';
import { scanFileNames } from '../../../src/filing/scan/scan-file-names.ts';
import { scanPersonalData } from '../../../src/filing/scan/scan-personal-data.ts';

const number = '123-45-6789';
const findings = scanPersonalData(`One ${number}, and again ${number}.`, { file: 'post.md' });
const waiver: Waiver = {
  rule: 'personal-ssn',
  matchSha256: matchDigest(number),
  reason: 'A sample number in a form',
  by: 'A. Archivist',
  on: '2026-11-23',
};

function applied(...waivers: readonly Waiver[]): readonly string[] {
  return applyWaivers(findings, { waivers, file: 'post.md' }).map(
    ({ severity, ruleId, suppressed }) => `${severity} ${ruleId} ${suppressed ?? '-'}`,
  );
}

test('without a waiver a number blocks, at every place', () => {
  expect(applied()).toEqual(['error personal-ssn -', 'error personal-ssn -']);
});

test('a waiver holds for what it names, at every place, and its reason stays with it', () => {
  const why = 'A sample number in a form (A. Archivist, 2026-11-23)';
  expect(applied(waiver)).toEqual([`info personal-ssn ${why}`, `info personal-ssn ${why}`]);
});

describe('a waiver overrules nothing, and is reported as unused', () => {
  test.each([
    ['of another number', { matchSha256: matchDigest('123-45-6780') }],
    ['of another rule', { rule: 'personal-email' }],
    ['without a reason', { reason: ' ' }],
    ['without a name', { by: '' }],
    ['without a date', { on: '' }],
  ])('%s', (_name, change) => {
    expect(applied({ ...waiver, ...change })).toEqual([
      'error personal-ssn -',
      'error personal-ssn -',
      'warning waiver-unused -',
    ]);
  });

  test('of a clash of names', () => {
    const clash = scanFileNames(['data/a.md', 'data/A.md'], { bag: 'b' }).filter(
      ({ rule }) => rule === 'file-path-clash',
    );
    const [finding] = clash;
    const waivers = [{ ...waiver, rule: 'file-path-clash', matchSha256: finding?.matchSha256 ?? '' }];
    expect(
      applyWaivers(clash, { waivers, file: 'x' }).map(({ ruleId, severity }) => [ruleId, severity]),
    ).toEqual([
      ['file-path-clash', 'error'],
      ['waiver-unused', 'warning'],
    ]);
  });
});

test('an unused waiver is named', () => {
  const [message] = applyWaivers([], { waivers: [waiver], file: 'series.yaml' });
  expect(message).toMatchObject({
    file: 'series.yaml',
    reason: `Waiver of “personal-ssn” for ${matchDigest(number)} meets no finding`,
  });
});
