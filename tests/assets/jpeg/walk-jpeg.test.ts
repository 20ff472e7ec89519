import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { walkJpeg } from '../../../src/assets/jpeg/walk-jpeg.ts';
import { growth, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';
import { codes, greyFrame, greyScan, jpeg, segment, steps } from './parts-of-jpeg.ts';

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../fixtures/${name}.jpg`, import.meta.url));
const photos = ['photo', 'photo-restarts', 'photo-progressive', 'photo-grey'];

function said(bytes: Uint8Array): string {
  const walked = walkJpeg(bytes);
  return walked.state === 'good' ? `good to byte ${walked.end}` : `${walked.state}: ${walked.why}`;
}

/** A JPEG with other bytes in the place of those that stand there once. */
function replaced(bytes: Buffer, from: readonly number[], to: readonly number[]): Buffer {
  const at = bytes.indexOf(Buffer.from(from));
  if (at < 0) throw new Error('the bytes to replace are not there');
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(to), bytes.subarray(at + from.length)]);
}

test.each([...photos, 'rgb', 'grey', 'cmyk', 'progressive'])('%s.jpg is walked to its end', async (name) => {
  const bytes = await fixture(name);
  expect(said(bytes)).toBe(`good to byte ${bytes.length}`);
});

const end = Buffer.from([0xff, 0xd9]);

test.each(photos)('%s.jpg, cut at any byte, is broken, also with an end put behind it', async (name) => {
  const bytes = await fixture(name);
  for (let length = 2; length < bytes.length - 2; length += 3) {
    const cut = bytes.subarray(0, length);
    expect(walkJpeg(cut).state, `${length}`).toBe('broken');
    expect(walkJpeg(Buffer.concat([cut, end])).state, `${length} and an end`).toBe('broken');
  }
});

test('a picture cut at each tenth says how far its rows come', async () => {
  const tenths = async (name: string): Promise<readonly string[]> => {
    const bytes = await fixture(name);
    return Array.from({ length: 9 }, (_, tenth) =>
      said(bytes.subarray(0, (bytes.length * (tenth + 1)) / 10)),
    );
  };
  expect(await tenths('photo')).toEqual([
    'broken: JPEG is cut off in its segment at byte 158',
    'broken: JPEG is cut off in its segment at byte 210',
    'broken: JPEG is cut off in its segment at byte 426',
    'broken: JPEG ends at row 0 of 54',
    'broken: JPEG ends at row 0 of 54',
    'broken: JPEG ends at row 16 of 54',
    'broken: JPEG ends at row 16 of 54',
    'broken: JPEG ends at row 32 of 54',
    'broken: JPEG ends at row 48 of 54',
  ]);
  expect(await tenths('photo-progressive')).toEqual([
    'broken: JPEG is cut off in its segment at byte 89',
    'broken: JPEG ends at row 48 of 54 in scan 1',
    'broken: JPEG is cut off in its segment at byte 457',
    'broken: JPEG ends at row 16 of 54 in scan 4',
    'broken: JPEG ends at row 0 of 54 in scan 6',
    'broken: JPEG is cut off in its segment at byte 926',
    'broken: JPEG ends at row 16 of 54 in scan 9',
    'broken: JPEG ends at row 0 of 54 in scan 10',
    'broken: JPEG ends at row 24 of 54 in scan 10',
  ]);
});

test('a thumbnail with an end of its own does not stand in for that of the picture', async () => {
  const [photo, thumbnail] = await Promise.all([fixture('photo'), fixture('rgb')]);
  const whole = Buffer.concat([photo.subarray(0, 2), segment(0xe1, ...thumbnail), photo.subarray(2)]);
  expect(said(whole)).toBe(`good to byte ${whole.length}`);
  expect(said(whole.subarray(0, whole.length - 300))).toBe('broken: JPEG ends at row 32 of 54');
});

test('other bits are seen where they give codes that are of no picture of this size', async () => {
  const seen = async (name: string): Promise<string> => {
    const bytes = await fixture(name);
    const start = bytes.indexOf(Buffer.from([0xff, 0xda])) + 14;
    let found = 0;
    let flips = 0;
    for (let byte = start; byte < bytes.length - 2; byte += 1) {
      const damaged = Buffer.from(bytes);
      damaged[byte] = (damaged[byte] ?? 0) ^ (1 << (byte % 8));
      if (walkJpeg(damaged).state !== 'good') found += 1;
      flips += 1;
    }
    return `${found} of ${flips}`;
  };
  expect(await seen('photo')).toBe('197 of 1056');
  expect(await seen('photo-progressive')).toBe('708 of 1312');
});

test('a picture of other dimensions than its data', async () => {
  const bytes = await fixture('photo');
  const size = [0xff, 0xc0, 0, 17, 8, 0, 54, 0, 70];
  expect(said(replaced(bytes, size, [0xff, 0xc0, 0, 17, 8, 0, 94, 0, 70]))).toBe(
    'broken: JPEG ends at row 64 of 94',
  );
  expect(said(replaced(bytes, size, [0xff, 0xc0, 0, 17, 8, 0, 34, 0, 70]))).toBe(
    'broken: JPEG holds more than its 34 rows',
  );
  expect(said(replaced(bytes, size, [0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff]))).toBe(
    'broken: JPEG ends at row 0 of 65535',
  );
});

test('restarts that are lost, doubled or in another order', async () => {
  const bytes = await fixture('photo-restarts');
  expect(said(replaced(bytes, [0xff, 0xd1], [0xff, 0xd2]))).toBe('broken: JPEG is damaged at row 16 of 54');
  expect(said(replaced(bytes, [0xff, 0xd1], []))).toBe('broken: JPEG is damaged before row 16 of 54');
  expect(said(replaced(bytes, [0xff, 0xd1], [0xff, 0xd1, 0xff, 0xd1]))).toBe(
    'broken: JPEG ends at row 16 of 54',
  );
});

const dc = codes(0, 2, 0, 1, 11);
const ac = codes(0x10, 2, 0, 1);
/** A block whose DC coefficient is 1027 steps. */
const lightest = [0b10100000, 0b00011001];
/** 8 × 8 pixels of one grey: the codes are 00 and 00. */
const block = jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f));

test.each<readonly [string, Buffer, string]>([
  ['a block', block, `good to byte ${block.length}`],
  ['what follows its end', Buffer.concat([block, Buffer.from('more')]), `good to byte ${block.length}`],
  ['no picture', jpeg(steps(1)), 'broken: JPEG ends before its picture'],
  ['no scan', jpeg(steps(1), greyFrame(0xc0, 8, 8)), 'broken: JPEG ends before its picture'],
  ['no frame', jpeg(steps(1), dc, ac, greyScan({}, 0x0f)), 'broken: JPEG has a scan before its frame'],
  ['two frames', jpeg(greyFrame(0xc0, 8, 8), greyFrame(0xc0, 8, 8)), 'broken: JPEG has two frames'],
  [
    'no steps',
    jpeg(greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f)),
    'broken: JPEG lacks a quantization table',
  ],
  [
    'no codes',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, greyScan({}, 0x0f)),
    'broken: JPEG lacks a Huffman table',
  ],
  ['no data', jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({})), 'broken: JPEG ends at row 0 of 8'],
  [
    'two blocks of one',
    jpeg(steps(1), greyFrame(0xc0, 8, 16), dc, ac, greyScan({}, 0x0f)),
    'broken: JPEG ends at row 8 of 16',
  ],
  [
    'one block of two',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x00, 0x0f)),
    'broken: JPEG holds more than its 8 rows',
  ],
  [
    'zeros behind the block',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f, 0, 0)),
    'good to byte 146',
  ],
  [
    'fill bytes',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f, 0xff, 0xff)),
    'good to byte 146',
  ],
  [
    'a restart behind the last block',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f, 0xff, 0xd0)),
    'good to byte 146',
  ],
  [
    'a code that is none',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0xc0, 0, 0, 0, 0)),
    'broken: JPEG is damaged at row 0 of 8',
  ],
  [
    'a grey of no picture',
    jpeg(steps(2), greyFrame(0xc0, 8, 16), dc, ac, greyScan({}, ...lightest, 0, 0, 0, 0)),
    'broken: JPEG is damaged at row 0 of 16',
  ],
  [
    'the same number with half its step',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, ...lightest)),
    'good to byte 145',
  ],
  [
    'more codes than a length has',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), codes(0, 1, 0, 1, 2), ac, greyScan({}, 0x0f)),
    'broken: JPEG has a damaged Huffman table',
  ],
  [
    'a segment of codes that is too short',
    jpeg(segment(0xc4, 0, 9)),
    'broken: JPEG has a damaged Huffman table',
  ],
  [
    'a segment of steps that is too short',
    jpeg(segment(0xdb, 0, 9)),
    'broken: JPEG has a damaged quantization table',
  ],
  [
    'a restart interval that is too short',
    jpeg(segment(0xdd, 9)),
    'broken: JPEG has a damaged restart interval',
  ],
  [
    'a frame whose length is not that of its colours',
    jpeg(segment(0xc0, 8, 0, 8, 0, 8, 3, 1, 0x11, 0)),
    'broken: JPEG has a damaged frame header',
  ],
  [
    'sampling by none',
    jpeg(segment(0xc0, 8, 0, 8, 0, 8, 1, 1, 0x01, 0)),
    'broken: JPEG has a damaged frame header',
  ],
  [
    'two colours of one name',
    jpeg(segment(0xc0, 8, 0, 8, 0, 8, 2, 1, 0x11, 0, 1, 0x11, 0)),
    'broken: JPEG has a damaged frame header',
  ],
  [
    'a scan of no colour',
    jpeg(greyFrame(0xc0, 8, 8), segment(0xda, 0, 0, 63, 0)),
    'broken: JPEG has a damaged scan header',
  ],
  [
    'a scan of another colour',
    jpeg(greyFrame(0xc0, 8, 8), segment(0xda, 1, 7, 0, 0, 63, 0)),
    'broken: JPEG has a scan of a colour that it does not have',
  ],
  [
    'the same scan twice',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f), greyScan({}, 0x0f)),
    'broken: JPEG has scans that do not follow on each other',
  ],
  [
    'another height behind the scan',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f), segment(0xdc, 0, 9)),
    'broken: JPEG tells two heights',
  ],
  [
    'the same height behind the scan',
    jpeg(steps(1), greyFrame(0xc0, 8, 8), dc, ac, greyScan({}, 0x0f), segment(0xdc, 0, 8)),
    'good to byte 150',
  ],
  ['a segment of another standard', jpeg(segment(0xdf, 0)), 'broken: JPEG has a segment that is of no JPEG'],
  ['no segment', jpeg(Buffer.from('words')), 'broken: JPEG has no marker at byte 2'],
  [
    'a segment of no length',
    jpeg(Buffer.from([0xff, 0xe0, 0, 1])),
    'broken: JPEG is cut off in its segment at byte 2',
  ],
  [
    'more bytes than can be counted',
    new Uint8Array(2 ** 27 + 1) as Buffer,
    'unsupported: JPEG of more than 134217728 bytes',
  ],
])('%s', (_, bytes, expected) => {
  expect(said(bytes)).toBe(expected);
});

const start = [steps(1), greyFrame(0xc2, 8, 8), dc, ac];

test.each<readonly [string, Buffer, string]>([
  [
    'a band before the first coefficient',
    jpeg(...start, greyScan({ first: 1, last: 5 }, 0x3f)),
    'broken: JPEG has scans that do not follow on each other',
  ],
  [
    'all coefficients at once',
    jpeg(...start, greyScan({}, 0x3f)),
    'broken: JPEG has scans that do not follow on each other',
  ],
  [
    'a bit that was left out',
    jpeg(...start, greyScan({ last: 0, bits: 2 }, 0x3f), greyScan({ last: 0, bits: 0x10 }, 0x7f)),
    'broken: JPEG has scans that do not follow on each other',
  ],
  [
    'a bit that is left to come',
    jpeg(...start, greyScan({ last: 0, bits: 1 }, 0x3f)),
    'broken: JPEG ends before its last scan',
  ],
  [
    'a bit that follows',
    jpeg(...start, greyScan({ last: 0, bits: 1 }, 0x3f), greyScan({ last: 0, bits: 0x10 }, 0x7f)),
    'good to byte 155',
  ],
])('progression: %s', (_, bytes, expected) => {
  expect(said(bytes)).toBe(expected);
});

/** A picture of some coefficients, each of which comes bit by bit in 14 scans. */
function bitByBit(coefficients: number): Buffer {
  const scans = [greyScan({ last: 0 }, 0x3f)];
  for (let first = 1; first <= coefficients; first += 1) {
    scans.push(greyScan({ first, last: first, bits: 13 }, 0x3f));
    for (let bit = 12; bit >= 0; bit -= 1) {
      scans.push(greyScan({ first, last: first, bits: ((bit + 1) << 4) | bit }, 0x3f));
    }
  }
  return jpeg(...start, ...scans);
}

test('a picture in hundreds of scans is refused after the hundredth', () => {
  expect(said(bitByBit(7))).toMatch(/^good/u);
  expect(said(bitByBit(8))).toBe('unsupported: JPEG in more than 100 scans');
  expect(said(bitByBit(63))).toBe('unsupported: JPEG in more than 100 scans');
});

test.runIf(isLong)('thousands of tables and restarts take time by their bytes', async () => {
  const tables = Buffer.concat(Array.from({ length: 1000 }, () => [dc, ac, steps(1)]).flat());
  const withTables = (times: number): unknown =>
    walkJpeg(jpeg(...Array.from({ length: times }, () => tables), block.subarray(2)));
  expect(withTables(1)).toMatchObject({ state: 'good' });
  expect(await growth(withTables, 40)).toBeLessThan(mostGrowth);
  const eight = Buffer.from(Array.from({ length: 8 }, (_, index) => [0x0f, 0xff, 0xd0 + index]).flat());
  const withRestarts = (eighths: number): unknown => {
    const frame = greyFrame(0xc0, 8 * 512, (8 * eighths) / 64);
    const coded = Array.from({ length: eighths }, () => eight);
    return walkJpeg(jpeg(steps(1), frame, dc, ac, segment(0xdd, 0, 1), greyScan({}), ...coded));
  };
  expect(withRestarts(64)).toMatchObject({ state: 'good' });
  expect(await growth(withRestarts, 8192)).toBeLessThan(mostGrowth);
});
