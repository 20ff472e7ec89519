import { expect, test } from 'vitest';
import { scriptPackages } from '../../src/fonts/script-packages.ts';
import { isOfScripts, scriptsOf } from '../../src/fonts/scripts-of.ts';

test('every script of a package is known by its characters', () => {
  const samples: Readonly<Record<string, string>> = {
    Arabic: '\u0628',
    Han: '\u6F22',
    Hangul: '\uAC00',
    Thai: '\u0E01',
    Devanagari: '\u0915',
    Khmer: '\u1780',
  };
  for (const [script, sample] of Object.entries(samples)) expect([...scriptsOf(sample)]).toContain(script);
  const known = scriptsOf(Array.from({ length: 0x11000 }, (_, code) => String.fromCharCode(code)).join(''));
  expect(
    [...new Set(scriptPackages.flatMap(({ scripts }) => scripts))].filter((script) => !known.has(script)),
  ).toEqual([]);
});

test('text of other scripts has none', () => {
  expect([...scriptsOf('Words, «слова», λόγος — “1/2” → x²')]).toEqual([]);
});

test('wide punctuation belongs to the scripts of China, Japan and Korea, what several share to each', () => {
  expect([isOfScripts(0xff0c, ['Han']), isOfScripts(0xff0c, ['Thai'])]).toEqual([true, false]);
  expect([isOfScripts(0x0964, ['Devanagari']), isOfScripts(0x0964, ['Bengali'])]).toEqual([true, true]);
});
