import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeStream } from '../../src/readback/decode-stream.ts';
import { openPdf } from '../../src/readback/open-pdf.ts';
import type { PdfValue } from '../../src/readback/pdf-value.ts';
import { assemblePacked, assemblePdf, stream } from './assemble-pdf.ts';

const objects = [
  '<</Type /Catalog /Words 3 0 R /Data 2 0 R>>',
  stream('some bytes', '/Own 4 0 R '),
  '(words)',
  '[1 2]',
  '<</Last true>>',
];

function changed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain(from);
  return Buffer.from(text.replace(from, to), 'latin1');
}

function reference(number: number): PdfValue {
  return { type: 'reference', number };
}

describe('a file with object streams and a cross-reference stream', () => {
  test('has the objects that it has with a table', () => {
    const [classic, packed] = [openPdf(assemblePdf(objects, 1)), openPdf(assemblePacked(objects, 1))];
    for (const number of [1, 3, 4, 5, 99])
      expect(packed.resolve(reference(number))).toEqual(classic.resolve(reference(number)));
    for (const file of [classic, packed]) {
      expect(file.entries(file.trailer.get('Root'))?.get('Words')).toEqual(reference(3));
      expect(Buffer.from(file.streamBytes(reference(2)) ?? []).toString()).toBe('some bytes');
    }
  });

  test.each([
    [
      'an object stream that holds others',
      (bytes: Uint8Array) => changed(bytes, '1 0 3 ', '9 0 3 '),
      'object 1 is not where the cross-reference stream says',
    ],
    [
      'an object stream in an object stream',
      (bytes: Uint8Array) => changed(bytes, '\x02\0\0\x06\0', '\x02\0\0\x01\0'),
      'object stream 1 is missing',
    ],
    [
      'a head of an object stream that is cut off',
      (bytes: Uint8Array) => changed(bytes, '/N 3', '/N 9'),
      'the head of an object stream is broken',
    ],
    [
      'a cross-reference stream with fewer entries than it says',
      (bytes: Uint8Array) => changed(bytes, '/Size 9', '/Size 12'),
      'a cross-reference entry is broken',
    ],
    [
      'a cross-reference stream without widths',
      (bytes: Uint8Array) => changed(bytes, '/W [1 3 1]', '/V [1 3 1]'),
      'the cross-reference table is missing',
    ],
  ])('is told: %s', (_name, broken, message) => {
    const read = (bytes: Uint8Array): unknown => {
      const file = openPdf(bytes);
      return file.entries(file.trailer.get('Root'));
    };
    expect(() => read(assemblePacked(objects, 1))).not.toThrow();
    expect(() => read(broken(assemblePacked(objects, 1)))).toThrow(`cannot read the PDF: ${message}`);
  });
});

test('a file for old readers and new ones has objects in a stream beside its table', () => {
  const held = '4 0 <</Hidden true>>';
  const head = '%PDF-1.7\n';
  const bodies = ['<</Type /Catalog>>', stream(held, '/Type /ObjStm /N 1 /First 4 ')];
  let file = head;
  const offsets = bodies.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const beside = file.length;
  file += `3 0 obj\n${stream('\x02\x02\0', '/Type /XRef /W [1 1 1] /Index [4 1] /Size 5 ')}\nendobj\n`;
  const table = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 3\n0000000000 65535 f \n${rows}4 1\n0000000000 00000 f \n`;
  file += `trailer\n<</Size 5 /Root 1 0 R /XRefStm ${beside}>>\nstartxref\n${table}\n%%EOF\n`;
  const { entries } = openPdf(Buffer.from(file, 'latin1'));
  expect(entries(reference(4))?.get('Hidden')).toEqual({ type: 'boolean', value: true });
});

describe('decodeStream', () => {
  const flate: PdfValue = { type: 'name', value: 'FlateDecode' };
  const decode = (
    rows: readonly (readonly number[])[],
    parameters: Readonly<Record<string, number>>,
  ): readonly number[] => {
    const values = Object.entries(parameters).map(([key, value]): readonly [string, PdfValue] => [
      key,
      { type: 'number', value },
    ]);
    const entries = new Map<string, PdfValue>([
      ['Filter', flate],
      ['DecodeParms', { type: 'dictionary', entries: new Map(values) }],
    ]);
    const bytes = deflateSync(Uint8Array.from(rows.flat()));
    return [...decodeStream({ type: 'stream', entries, bytes }, (value) => value)];
  };

  test('takes back each filter of PNG', () => {
    const rows = [
      [0, 1, 2, 3],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [3, 1, 1, 1],
      [4, 1, 1, 255],
    ];
    expect(decode(rows, { Predictor: 15, Columns: 3 })).toEqual(
      [
        [1, 2, 3],
        [1, 2, 3],
        [2, 3, 4],
        [2, 3, 4],
        [3, 4, 3],
      ].flat(),
    );
  });

  test('goes by the bytes of a whole pixel', () => {
    expect(decode([[1, 1, 2, 1, 1]], { Predictor: 11, Columns: 2, Colors: 2 })).toEqual([1, 2, 2, 3]);
  });

  test('tells a predictor that it does not know, and holds no more than there is', () => {
    expect(() => decode([[1]], { Predictor: 2 })).toThrow('predictor 2 is not supported');
    expect(decode([[2, 7]], { Predictor: 12, Columns: 1e9 })).toHaveLength(2);
  });
});
