import { expect, test } from 'vitest';
import { xmlLine, xmlText } from '../../src/xml/xml-text.ts';

/** XML 1.0 §2.2, production 2, as it is printed there. */
function isChar(code: number): boolean {
  const ranges = [
    [0x9, 0xa],
    [0xd, 0xd],
    [0x20, 0xd7ff],
    [0xe000, 0xfffd],
    [0x10000, 0x10ffff],
  ] as const;
  return ranges.some(([first, last]) => code >= first && code <= last);
}

test('every code point is kept or replaced as XML 1.0 says', () => {
  const wrong: number[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (xmlText(character) !== (isChar(code) ? character : '\uFFFD')) wrong.push(code);
  }
  expect(wrong).toEqual([]);
});

test('halves of a pair are replaced, a pair is kept, and words do not run together', () => {
  expect(xmlText('a\u0001b \uD83D \uDE00 \uD83D\uDE00')).toBe('a\uFFFDb \uFFFD \uFFFD \uD83D\uDE00');
});

test('a line has no white space but single spaces', () => {
  expect(xmlLine('  a\r\n\tb\u00A0 c\u0000 ')).toBe('a b c\uFFFD');
  expect(xmlLine(' \n ')).toBe('');
});
