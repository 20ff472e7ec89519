import { expect, test } from 'vitest';

import { findAdded } from '../../src/readback/find-added.ts';

test.each([
  ['the same', 'a\u200Cb c', 'a\u200Cb c'],
  ['a soft hyphen that is not drawn', 'a\u00ADb\u00ADc', 'ab\u00AD c'],
  ['other spaces around it', 'a \u200Db', 'a\u200D\n b'],
  ['beyond the basic plane', '\u{1F468}\u200D\u{1F469}', '\u{1F468}\u200D\u{1F469}'],
  ['none at all', 'a\u200Bb', 'ab'],
])('%s: nothing is too many', (_name, expected, actual) => {
  expect(findAdded(expected, actual)).toBeUndefined();
});

test.each([
  ['within a word', 'word and', 'wo\u200Brd and', { character: '\u200B', around: 'wo\u200Brd and' }],
  ['at the end', 'a', 'a\uFEFF', { character: '\uFEFF', around: 'a\uFEFF' }],
  ['one more than there is', 'a\u200Cb', 'a\u200C\u200Cb', { character: '\u200C', around: 'a\u200C\u200Cb' }],
  ['in another place', 'a\u200Dbc', 'ab\u200Dc', { character: '\u200D', around: 'ab\u200Dc' }],
  ['another than there is', 'a\u200Db', 'a\u200Bb', { character: '\u200B', around: 'a\u200Bb' }],
])('%s it is too many', (_name, expected, actual, added) => {
  expect(findAdded(expected, actual)).toEqual(added);
});
