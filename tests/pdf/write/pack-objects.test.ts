import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crossReferenceStream, packObjects } from '../../../src/pdf/write/pack-objects.ts';

/** The head of a stream object, and its data inflated. */
function readStream(value: Uint8Array): { readonly head: string; readonly data: Buffer } {
  const text = Buffer.from(value).toString('latin1');
  const [head = ''] = /^<<[^>]*(?:<<[^>]*>>[^>]*)?>>\nstream\n/u.exec(text) ?? [];
  const length = Number(/\/Length (\d+)/u.exec(head)?.[1]);
  expect(text.slice(head.length + length)).toBe('\nendstream');
  return { head, data: inflateSync(value.subarray(head.length, head.length + length)) };
}

describe('packObjects', () => {
  it('puts objects behind their numbers and offsets, each byte a character', () => {
    const { head, data } = readStream(
      packObjects([
        { number: 12, text: '<</A (\xfe\xff)>>' },
        { number: 7, text: '[3 0 R]' },
      ]),
    );
    expect(head).toMatch(
      /^<<\/Type \/ObjStm \/N 2 \/First 10 \/Filter \/FlateDecode \/Length \d+>>\nstream\n$/u,
    );
    expect(data.toString('latin1')).toBe('12 0 7 12\n<</A (\xfe\xff)>>\n[3 0 R]');
  });
});

describe('crossReferenceStream', () => {
  /** Its rows, as what they are more than the ones above. */
  const rowsOf = (value: Uint8Array, columns: number): readonly string[] => {
    const { data } = readStream(value);
    const above = new Uint8Array(columns);
    return Array.from({ length: data.length / (columns + 1) }, (_, row) => {
      const [filter, ...bytes] = data.subarray(row * (columns + 1), (row + 1) * (columns + 1));
      expect(filter).toBe(2);
      bytes.forEach((byte, column) => (above[column] = (above[column] ?? 0) + byte));
      return Buffer.from(above).toString('hex');
    });
  };

  it('says where each object stands, from number 0, which is free', () => {
    const value = crossReferenceStream([15, [3, 0], 0x1_02_03, [3, 199], 0x1_02_ff], '/Root 2 0 R');
    expect(readStream(value).head).toMatch(
      /^<<\/Type \/XRef \/Size 6 \/W \[1 3 1\] \/Root 2 0 R \/DecodeParms <<\/Predictor 12 \/Columns 5>> \/Filter \/FlateDecode \/Length \d+>>\n/u,
    );
    expect(rowsOf(value, 5)).toEqual([
      '0000000000',
      '0100000f00',
      '0200000300',
      '0101020300',
      '02000003c7',
      '010102ff00',
    ]);
  });

  it('has room for files of more than 16 megabytes', () => {
    const value = crossReferenceStream([15, 0x1_00_00_00], '');
    expect(readStream(value).head).toContain('/W [1 4 1]');
    expect(rowsOf(value, 6)).toEqual(['000000000000', '010000000f00', '010100000000']);
  });
});
