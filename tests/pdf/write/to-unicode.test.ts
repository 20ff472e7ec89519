import { describe, expect, it } from 'vitest';
import { toUnicodeCMap } from '../../../src/pdf/write/to-unicode.ts';
import { readToUnicode } from '../../../src/readback/read-to-unicode.ts';

describe('toUnicodeCMap', () => {
  it('says the characters of every code from 1, one by one, without blanks inside a string', () => {
    const map = toUnicodeCMap([[0], [0x41], [0x66, 0x69], undefined, [0x1f600]]);
    expect(map).toContain(
      '\n3 beginbfchar\n<0001> <0041>\n<0002> <00660069>\n<0004> <d83dde00>\nendbfchar\nendcmap\n',
    );
    expect(map).not.toMatch(/bfrange|<0000> <0000>/u);
  });

  it('has a hundred pairs in a list at most, and none where no code shows anything', () => {
    const codes = Array.from({ length: 251 }, (_, code) => [0x4e00 + code]);
    const map = toUnicodeCMap(codes);
    expect(map.match(/\d+ beginbfchar/gu)).toEqual(['100 beginbfchar', '100 beginbfchar', '50 beginbfchar']);
    const read = readToUnicode(new TextEncoder().encode(map));
    expect(read.faults).toEqual([]);
    expect([...read.characters].map(([code, text]) => [code, text.codePointAt(0)])).toEqual(
      codes.flatMap(([character], code) => (code === 0 ? [] : [[code, character]])),
    );
    expect(toUnicodeCMap([[0]])).not.toContain('bfchar');
  });
});
