import { expect, test } from 'vitest';
import { findBidiControls } from '../../src/characters/bidi-controls.ts';
import { hasVisibleText, isFiller, isIgnorable } from '../../src/characters/visible-text.ts';

/** Spaces and letters that draw nothing, one by one. */
const invisible = [
  '',
  ' ',
  '\t',
  '\n',
  '\u00A0',
  '\u00AD',
  '\u034F',
  '\u061C',
  '\u115F',
  '\u1160',
  '\u17B4',
  '\u180B',
  '\u180E',

  '\u2000',
  '\u2003',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u2028',
  '\u202A',
  '\u202E',
  '\u202F',
  '\u205F',

  '\u2060',
  '\u2063',
  '\u2066',
  '\u2800',
  '\u3000',
  '\u3164',
  '\uFE0F',
  '\uFEFF',
  '\uFFA0',
  '\uFFF9',
  '\u{E0001}',
  '\u{1D173}',
];

test('invisible letters are no words', () => {
  expect(invisible.filter(hasVisibleText)).toEqual([]);
  expect(hasVisibleText(invisible.join(''))).toBe(false);
});

test('all else says something', () => {
  const visible = [
    'a',
    '-',
    '…',
    '0',
    '．',
    '😀',
    '❤\uFE0F',
    '\u0600',
    '\u0301',
    '\uE000',
    '\uFFFD',
    '\u2801',
    ' \u200Ba',
  ];
  expect(visible.filter((text) => !hasVisibleText(text))).toEqual([]);
});

test('dots and dashes fill a place', () => {
  expect(['-', '–', '—', '…', '...', '. . .', '--', '•'].filter((text) => !isFiller(text))).toEqual([]);
  expect(['', 'a', '-1', '→', '?', '…and'].filter(isFiller)).toEqual([]);
});

test('what draws nothing has no glyph', () => {
  expect([0xad, 0x200b, 0xfe0f, 0xe0100].filter(isIgnorable)).toHaveLength(4);
  expect([0x20, 0x41, 0xa0, 0x2800].filter(isIgnorable)).toEqual([]);
});

test.each([
  ['a \u202Ebc\u202C d', ['override U+202E bc']],
  ['a \u202Dbc', ['override U+202D bc']],
  ['\u202Aa\u202C \u2066b\u2069 \u2068c\u2069', []],
  ['\u2067a \u202Eb\u2069 c', ['override U+202E b']],
  ['\u2067a\u202C b\u2069', ['unbalanced U+202C ']],
  ['\u202Ba', ['unbalanced U+202B a']],
  ['a\u2069', ['unbalanced U+2069 ']],
  ['\u202A\u2066a\u2069\u202C', []],
])('controls of direction: %j', (text, found) => {
  const print = findBidiControls(text).map(
    ({ kind, character, words }) =>
      `${kind} U+${character.charCodeAt(0).toString(16).toUpperCase()} ${words}`,
  );
  expect(print).toEqual(found);
});
