import { expect, test } from 'vitest';
import { findOwn, flawOf } from '../../src/personal-data/own-pattern.ts';

const badge = { name: 'Badge', expression: '\\bB-\\d{6}\\b' };
const found = (text: string, pattern: Parameters<typeof findOwn>[1] = badge): readonly string[] =>
  findOwn(text, pattern).found.map(({ text: match, start }) => `${start} ${match}`);

test('an expression finds what it says, once each, at its place', () => {
  expect(found('B-123456 and\r\nB-654321, not B-1234567')).toEqual(['0 B-123456', '14 B-654321']);
  expect(found('Nothing.')).toEqual([]);
});

test('beside its words alone, where it names some', () => {
  const pattern = { name: 'Case', expression: '\\d{5}', beside: ['case (no.)', 'file'] };
  expect(found('The file 12345', pattern)).toEqual(['9 12345']);
  expect(found('Case (no.) 12345', pattern)).toEqual(['11 12345']);
  expect(found('A profile 12345', pattern)).toEqual([]);
});

test('in long lines too, at the seams of stretches', () => {
  for (const at of [0, 1_790, 1_795, 1_800, 1_995, 1_999, 2_000, 5_400]) {
    expect(found(`${' '.repeat(at)}B-123456${' '.repeat(3_000)}`)).toEqual([`${at} B-123456`]);
  }
});

test('expressions that are none, that look around, or match nothing are refused with the reason', () => {
  expect(flawOf('\\d{4}')).toBeUndefined();
  expect(flawOf('(')).toContain('missing closing )');
  expect(flawOf('(?=a)b')).toContain('invalid or unsupported Perl syntax');
  expect(flawOf('(a)\\1')).toContain('invalid escape sequence');
  expect(flawOf('(a{1000}){1000}')).toContain('invalid repeat count');
  expect(flawOf('a*')).toBe('it matches where nothing stands');
});

test.each([
  ['nested repeats', '(a+)+$', 'a'],
  ['overlapping repeats', '(x+x+)+y', 'x'],
  ['a search to the end of the text from each place', 'x[^y]*y|x', 'x'],
])('%s take time by the length of the text', (_name, expression, unit) => {
  const cpu = (length: number): number => {
    const start = process.cpuUsage();
    findOwn(unit.repeat(length), { name: 'n', expression });
    return process.cpuUsage(start).user / 1e6;
  };
  cpu(10_000);
  expect(cpu(200_000)).toBeLessThan(30);
});

test('a text in which too much stands is searched to a bound, which is told', () => {
  const text = 'x\n'.repeat(12_000);
  const { found: all, isAll } = findOwn(text, { name: 'n', expression: 'x' });
  expect([all.length, isAll]).toEqual([10_000, false]);
  expect(findOwn('x\n'.repeat(10_000), { name: 'n', expression: 'x' }).isAll).toBe(true);
});
