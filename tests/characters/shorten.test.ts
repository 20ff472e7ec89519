import { expect, test } from 'vitest';
import { shorten } from '../../src/characters/shorten.ts';

test('a text of that length stays', () => {
  expect(shorten('12345', 5)).toBe('12345');
});

test('a longer one is cut', () => {
  expect(shorten('123456', 5)).toBe('12345…');
});

test('not between the halves of a character', () => {
  expect(shorten('1234😀56', 5)).toBe('1234…');
  expect(shorten('123😀456', 5)).toBe('123😀…');
});
