import { expect, test } from 'vitest';
import { reportRefusals } from '../../src/cli/report-refusals.ts';

test('a hundred refusals are told, and how many more there are', () => {
  const refusals = Array.from({ length: 103 }, (_, index) => ({
    refused: 'integrity' as const,
    why: `Line ${index}`,
  }));
  const lines = reportRefusals(refusals).split('\n');
  expect(lines).toHaveLength(102);
  expect(lines[99]).toMatch(/^refused: Line 99 /u);
  expect(lines[100]).toBe('3 more refusals; --json has them all');
  expect(reportRefusals(refusals.slice(0, 100)).trimEnd().split('\n')).toHaveLength(100);
});
