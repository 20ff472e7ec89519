import { expect, test } from 'vitest';
import { describeFindings } from '../../src/cli/describe-findings.ts';
import type { VerifyFinding } from '../../src/verify/verify-finding.ts';

const finding = (where: string, reason: string): VerifyFinding => ({
  id: 'file-missing',
  severity: 'error',
  where,
  reason,
  clause: 'RFC 8493 §3',
});
const many = (where: string, count: number): readonly VerifyFinding[] =>
  Array.from({ length: count }, (_, index) => finding(where, `${where}: ${index}`));

test('of each bag a hundred findings are told, and how many more there are', () => {
  const lines = describeFindings([...many('a_v0001', 102), ...many('b_v0001', 100)]).split('\n');
  expect(lines).toHaveLength(100 + 1 + 100 + 1);
  expect(lines[99]).toBe('error: a_v0001: 99 (file-missing; RFC 8493 §3)');
  expect(lines[100]).toBe('2 more findings of a_v0001; --json has them all');
  expect(lines[200]).toBe('error: b_v0001: 99 (file-missing; RFC 8493 §3)');
});

test('a reason of any length takes no more than some lines', () => {
  const told = describeFindings([finding('a_v0001', 'x'.repeat(1_000_000))]);
  expect(told).toBe(`error: ${'x'.repeat(1000)}… (file-missing; RFC 8493 §3)\n`);
});
