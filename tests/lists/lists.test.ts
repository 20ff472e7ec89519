import { expect, test } from 'vitest';
import { groupBy } from '../../src/lists/group-by.ts';
import { appendAll } from '../../src/lists/append-all.ts';
import { largest, smallest } from '../../src/lists/extremes.ts';

/** More than a call can have arguments. */
const many = Array.from({ length: 200_000 }, (_, index) => index - 100_000);

test('a list too long for the arguments of a call is appended in order', () => {
  expect(() => ([] as number[]).push(...many)).toThrow(RangeError);
  const list = [7];
  appendAll(list, many);
  expect(list.length).toBe(200_001);
  expect(list.slice(0, 3)).toEqual([7, -100_000, -99_999]);
  expect(list.at(-1)).toBe(99_999);
});

test('its extremes are found, and those of nothing say so', () => {
  expect([smallest(many), largest(many)]).toEqual([-100_000, 99_999]);
  expect([smallest([]), largest([])]).toEqual([Infinity, -Infinity]);
});

test('items are put into groups by their keys, in their order, and those without one into none', () => {
  const found = groupBy(['b1', 'a1', '-', 'b2'], (item) => (item === '-' ? undefined : item.slice(0, 1)));
  expect([...found]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});
