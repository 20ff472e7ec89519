import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import { chunk, header, picture, png, type PngKind } from './parts-of-png.ts';

async function said(bytes: Uint8Array): Promise<string> {
  const image = await inspectImage(bytes, { imagePixels: 50_000_000 });
  return image.state === 'good' ? 'good' : `${image.state}: ${image.why}`;
}

/** Rows of a grey picture that hardly compress, without chance. */
function rowsOf(widthPx: number, heightPx: number): Buffer {
  const rows = Buffer.alloc((widthPx + 1) * heightPx);
  for (let at = 0; at < rows.length; at += 1)
    rows[at] = at % (widthPx + 1) === 0 ? at % 5 : Math.imul(at, 2654435761) >>> 24;
  return rows;
}

/** A grey picture of one shade: the rows of all its passes. */
function even(bytesOfRows: readonly number[]): Buffer {
  return Buffer.concat(bytesOfRows.map((length) => Buffer.alloc(length + 1)));
}

test('a picture whose data is cut at each tenth says how far its rows come, each time the same', async () => {
  const data = deflateSync(rowsOf(300, 400));
  const cut = (tenth: number): Buffer =>
    png(header(300, 400), chunk('IDAT', data.subarray(0, (data.length * tenth) / 10)));
  const tenths = Array.from({ length: 9 }, (_, index) => cut(index + 1));
  const found = await Promise.all(tenths.map(said));
  expect(found).toEqual([
    'broken: PNG ends at row 1 of 400',
    'broken: PNG ends at row 6 of 400',
    'broken: PNG ends at row 20 of 400',
    'broken: PNG ends at row 54 of 400',
    'broken: PNG ends at row 109 of 400',
    'broken: PNG ends at row 166 of 400',
    'broken: PNG ends at row 226 of 400',
    'broken: PNG ends at row 283 of 400',
    'broken: PNG ends at row 343 of 400',
  ]);
  for (let time = 0; time < 5; time += 1) expect(await Promise.all(tenths.map(said))).toEqual(found);
  expect(await said(cut(10))).toBe('good');
});

test('a picture whose data is damaged says up to which row it is not', async () => {
  const data = deflateSync(rowsOf(300, 400), { level: 0 });
  const damaged = (at: number): Buffer => {
    const other = Buffer.from(data);
    other[at] = (other[at] ?? 0) ^ 255;
    return png(header(300, 400), chunk('IDAT', other));
  };
  // The head of the second block, which says how long it is.
  expect(await said(damaged(65_544))).toBe('broken: PNG is damaged behind row 217 of 400');
  expect(await said(damaged(data.length - 1))).toBe('broken: PNG is damaged behind row 217 of 400');
});

test.each<readonly [string, readonly Buffer[], string]>([
  ['a row too few', [header(4, 4), picture(even([4, 4, 4]))], 'broken: PNG ends at row 3 of 4'],
  ['a byte too few', [header(4, 4), picture(even([4, 4, 4, 3]))], 'broken: PNG ends at row 3 of 4'],
  ['all rows', [header(4, 4), picture(even([4, 4, 4, 4]))], 'good'],
  ['a byte too many', [header(4, 4), picture(even([4, 4, 4, 5]))], 'broken: PNG holds more than its 4 rows'],
  ['another width', [header(5, 4), picture(even([4, 4, 4, 4]))], 'broken: PNG ends at row 3 of 4'],
  [
    'a filter that is none',
    [header(1, 2), picture(Buffer.from([4, 0, 5, 0]))],
    'broken: PNG is damaged at row 1 of 2',
  ],
  ['no data', [header(1, 1), chunk('IDAT', Buffer.alloc(0))], 'broken: PNG ends at row 0 of 1'],
  [
    'data that is none',
    [header(1, 1), chunk('IDAT', Buffer.from('words'))],
    'broken: PNG is damaged behind row 0 of 1',
  ],
  ['two headers', [header(1, 1), header(2, 1), picture(even([1]))], 'broken: PNG with two chunks IHDR'],
  [
    'data in two places',
    [header(1, 1), picture(even([1])), chunk('tEXt', Buffer.from('a\0b')), picture(even([1]))],
    'broken: PNG whose picture is in two places',
  ],
  [
    'a chunk that must be known',
    [header(1, 1), chunk('ABCD', Buffer.alloc(1)), picture(even([1]))],
    'broken: PNG with a chunk at byte 33 that is of no PNG',
  ],
  [
    'a chunk that need not be known',
    [header(1, 1), chunk('aBCD', Buffer.alloc(1)), picture(even([1]))],
    'good',
  ],
])('%s', async (_, chunks, expected) => {
  expect(await said(png(...chunks))).toBe(expected);
});

test('the rows of each pass of an interlaced picture are counted', async () => {
  // ISO/IEC 15948 §8.2: 5 × 5 pixels are 1 × 1, 1 × 1, 2 × 1, 1 × 2, 3 × 1, 2 × 3 and 5 × 2.
  const passes = [1, 1, 2, 1, 1, 3, 2, 2, 2, 5, 5];
  const of = (rows: readonly number[]): Promise<string> =>
    said(png(header(5, 5, { interlaced: true }), picture(even(rows))));
  expect(await of(passes)).toBe('good');
  expect(await of(passes.slice(0, -1))).toBe('broken: PNG ends at row 3 of 5 in pass 7');
  expect(await of(passes.slice(0, 3))).toBe('broken: PNG ends at row 0 of 5 in pass 4');
  expect(await of([...passes, 0])).toBe('broken: PNG holds more than its 5 rows');
  // One column: the second, fourth and sixth pass have no pixels.
  const narrow = (rows: readonly number[]): Promise<string> =>
    said(png(header(1, 5, { interlaced: true }), picture(even(rows))));
  expect(await narrow([1, 1, 1, 1, 1])).toBe('good');
  expect(await narrow([1, 1, 1, 1])).toBe('broken: PNG ends at row 3 of 5 in pass 7');
});

const three = chunk('PLTE', Buffer.from([0, 0, 0, 9, 9, 9, 255, 255, 255]));

test.each<readonly [string, PngKind, readonly number[], string]>([
  ['a colour of the palette', { bits: 8 }, [0, 2], 'good'],
  ['a colour that the palette does not have', { bits: 8 }, [0, 3], 'broken: PNG is damaged at row 0 of 1'],
  ['one that only its filter makes', { bits: 8 }, [1, 2, 1], 'broken: PNG is damaged at row 0 of 1'],
  ['one of two bits', { bits: 2 }, [0, 0b10_11_0000], 'broken: PNG is damaged at row 0 of 1'],
  ['what fills the last byte', { bits: 2 }, [0, 0b10_01_1111], 'good'],
])('%s', async (_, kind, row, expected) => {
  const widthPx = kind.bits === 2 ? 2 : row.length - 1;
  const bytes = png(header(widthPx, 1, { ...kind, colourType: 3 }), three, picture(Buffer.from(row)));
  expect(await said(bytes)).toBe(expected);
});

test('a picture of few pixels that unpacks to many is left at its last row', async () => {
  const bomb = png(header(1, 1), picture(Buffer.alloc(60_000_000)));
  const costs: number[] = [];
  // What the engine tidies up may fall in with one run.
  for (let run = 0; run < 3; run += 1) {
    const before = process.cpuUsage();
    expect(await said(bomb)).toBe('broken: PNG holds more than its 1 rows');
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  expect(Math.min(...costs)).toBeLessThan(100);
});

test('text that unpacks to more is not unpacked', async () => {
  const text = Buffer.concat([Buffer.from('k\0\0'), deflateSync(Buffer.alloc(50_000_000))]);
  expect(await said(png(header(1, 1), chunk('zTXt', text), picture(even([1]))))).toBe('good');
});

test('what only begins like a PNG is broken', async () => {
  const bytes = png(header(1, 1), picture(even([1])));
  bytes[7] = 0;
  expect(await said(bytes)).toBe('broken: PNG begins as none does');
});
