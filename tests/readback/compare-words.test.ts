import { expect, test } from 'vitest';

import { compareWords } from '../../src/readback/compare-words.ts';

test.each([
  ['spaces and line ends', 'a  b\n\nc', ' a\tb c\n'],
  ['soft hyphens and zero-width spaces', 'exam\u00ADple a\u200Bb', 'example ab'],
  [
    'joiners, direction marks and variation selectors',
    'a\u200D\u200Cb\u200F\u2066c\u2764\uFE0F',
    'abc\u2764',
  ],
])('%s count for nothing', (_name, expected, actual) => {
  expect(compareWords(expected, actual)).toBeUndefined();
});

test.each([
  [
    'a lost space',
    'one two three',
    'one twothree',
    { wordIndex: 1, expected: 'one two three', actual: 'one twothree' },
  ],
  ['a no-break space', 'a b', 'a\u00A0b', { wordIndex: 0, expected: 'a b', actual: 'a\u00A0b' }],
  ['a lost end', 'a b c d e f', 'a b c d e', { wordIndex: 5, expected: 'b c d e f', actual: 'b c d e' }],
  ['another case', 'A', 'a', { wordIndex: 0, expected: 'A', actual: 'a' }],
  ['a decomposed letter', '\u00E9', 'e\u0301', { wordIndex: 0, expected: '\u00E9', actual: 'e\u0301' }],
  ['words that are too many', '', 'x', { wordIndex: 0, expected: '', actual: 'x' }],
])('%s is a difference', (_name, expected, actual, difference) => {
  expect(compareWords(expected, actual)).toEqual(difference);
});

test('of a long word only what lies around the difference is shown', () => {
  const word = 'x'.repeat(100_000);
  const long = `${'x'.repeat(80)}…`;
  expect(compareWords(`${word} ${word}y${word} z`, `${word} ${word}w${word} z`)).toEqual({
    wordIndex: 1,
    expected: `${long} …${'x'.repeat(40)}y${'x'.repeat(39)}… z`,
    actual: `${long} …${'x'.repeat(40)}w${'x'.repeat(39)}… z`,
  });
  const short = 'x'.repeat(80);
  expect(compareWords(short, `${short}y`)).toEqual({
    wordIndex: 0,
    expected: short,
    actual: `…${'x'.repeat(40)}y`,
  });
});
