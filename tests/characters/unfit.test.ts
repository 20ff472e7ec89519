import { expect, test } from 'vitest';
import { describeUnfit, findUnfit, withoutUnfit } from '../../src/characters/unfit.ts';

/** What must not stand in a text, written without the properties of characters that the code goes by. */
function isUnfit(code: number): boolean {
  if (code < 0x20) return ![0x09, 0x0a, 0x0d].includes(code);
  if (code >= 0x7f && code <= 0x9f) return true;
  if (code >= 0xd800 && code <= 0xdfff) return true;
  return code === 0xfeff || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}

test('of all code points those go that neither output can hold', () => {
  const wrong: number[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    const kept = withoutUnfit(character) === character;
    if (kept === isUnfit(code)) wrong.push(code);
  }
  expect(wrong).toEqual([]);
});

test('halves of a pair stay together', () => {
  expect(withoutUnfit('\u{1F600}')).toBe('\u{1F600}');
  expect(withoutUnfit('\uDE00\uD83D')).toBe('');
});

test('what parts lines still parts words', () => {
  expect(withoutUnfit('one\u000Btwo\u000Cthree\u0085four\u0007five')).toBe('one two three fourfive');
});

test('a character is called by its kind and its code point', () => {
  expect(
    ['\u0007', '\uFEFF', '\u{1FFFE}', '\uD800', '\u000C'].map((character) => describeUnfit(character)),
  ).toEqual([
    'Control character U+0007 removed',
    'Byte order mark U+FEFF removed',
    'Noncharacter U+1FFFE removed',
    'Half a character U+D800 removed',
    'Control character U+000C replaced by a space',
  ]);
  expect(describeUnfit('\u0007', 3)).toBe('Control character U+0007 removed, 3 times');
});

test('a value is searched to its last text', () => {
  expect(findUnfit({ a: 'b', c: ['d', { e: 'f\u0002' }] })).toEqual({
    keys: ['c', 1, 'e'],
    holds: 'Control character U+0002',
  });
  expect(findUnfit({ a: 'b\t\n', c: ['d', 1, null, undefined, true] })).toBe(undefined);
});
