import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ImageInspection } from '../../src/assets/image-header.ts';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import { readPng } from '../../src/assets/read-png.ts';

const limits = { imagePixels: 50_000_000 };
const fixture = (name: string): Promise<Buffer> => readFile(new URL(`fixtures/${name}`, import.meta.url));

function why(image: ImageInspection): string {
  return image.state === 'good' ? 'good' : `${image.state}: ${image.why}`;
}

test.each(['rgb8', 'rgb16', 'rgba8', 'rgba8-interlaced', 'palette4', 'grey8'])(
  '%s.png is kept as it is',
  async (name) => {
    const bytes = await fixture(`${name}.png`);
    expect(await inspectImage(bytes, limits)).toEqual({
      state: 'good',
      mediaType: 'image/png',
      widthPx: 11,
      heightPx: 7,
      orientation: 1,
    });
  },
);

// The pixels beside each picture were decoded by ImageMagick.
test.each(['grey1-interlaced', 'palette4-interlaced', 'palette4-trns', 'rgb8-key'])(
  '%s.png, which pdfkit would embed wrongly, is drawn as a plain RGBA picture of the same pixels',
  async (name) => {
    const image = await inspectImage(await fixture(`${name}.png`), limits);
    if (image.state !== 'good') throw new Error(image.why);
    const png = readPng(image.png ?? new Uint8Array());
    if (typeof png === 'string') throw new Error(png);
    expect([png.widthPx, png.heightPx, png.bits, png.colourType, png.interlaced]).toEqual([
      11,
      7,
      8,
      6,
      false,
    ]);
    const rows = inflateSync(Buffer.concat(png.compressed));
    const pixels = Buffer.concat(
      Array.from({ length: 7 }, (_, row) => rows.subarray(row * 45 + 1, row * 45 + 45)),
    );
    const expected = await fixture(`${name}.rgba`);
    expect(visible(pixels)).toEqual(visible(expected));
  },
);

/** Pixels as numbers; the colour of a fully transparent one does not matter. */
function visible(rgba: Buffer): readonly string[] {
  return Array.from({ length: rgba.length / 4 }, (_, index) => {
    const pixel = rgba.subarray(index * 4, index * 4 + 4);
    return pixel[3] === 0 ? 'clear' : pixel.toString('hex');
  });
}

test.each(['rgb', 'grey', 'progressive'])('%s.jpg is good', async (name) => {
  const bytes = await fixture(`${name}.jpg`);
  expect(await inspectImage(bytes, limits)).toEqual({
    state: 'good',
    mediaType: 'image/jpeg',
    widthPx: 11,
    heightPx: 7,
    orientation: 1,
  });
});

/** A JPEG with an Exif segment of one entry, the orientation, put after its first marker. */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16BE(orientation, 24);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

test.each([
  [1, [11, 7, 1]],
  [3, [11, 7, 3]],
  [6, [7, 11, 6]],
  [8, [7, 11, 8]],
  [9, [11, 7, 1]],
])('a JPEG with the orientation %i has the size that it is shown in', async (orientation, expected) => {
  const image = await inspectImage(turned(await fixture('rgb.jpg'), orientation), limits);
  if (image.state !== 'good') throw new Error(image.why);
  expect([image.widthPx, image.heightPx, image.orientation]).toEqual(expected);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('turned-%i.jpg is to be turned so', async (orientation) => {
  const image = await inspectImage(await fixture(`turned-${orientation}.jpg`), limits);
  expect(image).toMatchObject({ state: 'good', widthPx: 48, heightPx: 32, orientation });
});

test('a PNG is turned as its Exif says', async () => {
  const bytes = await fixture('turned-6.png');
  expect(bytes.readUInt32BE(16)).toBe(32);
  expect(await inspectImage(bytes, limits)).toMatchObject({
    state: 'good',
    widthPx: 48,
    heightPx: 32,
    orientation: 6,
  });
});

test('a JPEG with damaged Exif is good and upright', async () => {
  const bytes = turned(await fixture('rgb.jpg'), 6);
  bytes.fill(0xff, 12, 20);
  expect(await inspectImage(bytes, limits)).toMatchObject({ state: 'good', widthPx: 11, orientation: 1 });
});

test('a CMYK JPEG without a profile is refused', async () => {
  expect(why(await inspectImage(await fixture('cmyk.jpg'), limits))).toBe(
    'unsupported: CMYK JPEG without an ICC profile, so that its colours are not known: save it with its profile, or in RGB',
  );
});

test('every shorter piece of a picture is broken', async () => {
  for (const name of ['rgb8.png', 'rgb.jpg']) {
    const bytes = await fixture(name);
    for (let length = 4; length < bytes.length - 1; length += 1) {
      expect((await inspectImage(bytes.subarray(0, length), limits)).state, `${name} ${length}`).toBe(
        'broken',
      );
    }
  }
});

test('a flipped bit in a PNG is found by its CRC', async () => {
  const bytes = await fixture('rgb8.png');
  for (let index = 8; index < bytes.length; index += 1) {
    const damaged = Buffer.from(bytes);
    damaged[index] = (damaged[index] ?? 0) ^ 4;
    expect((await inspectImage(damaged, limits)).state, `byte ${index}`).toBe('broken');
  }
});

test('too many pixels are refused before they are decompressed', async () => {
  const bytes = await fixture('rgb8.png');
  expect(why(await inspectImage(bytes, { imagePixels: 76 }))).toBe('too-large: 11 × 7 pixels, more than 76');
  expect(why(await inspectImage(await fixture('rgb.jpg'), { imagePixels: 76 }))).toBe(
    'too-large: 11 × 7 pixels, more than 76',
  );
});

test.each([
  ['', 'broken: the file is empty'],
  ['GIF89a', 'broken: GIF is cut off'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'broken: WebP is cut off'],
  ['\0\0\0\x1cftypavif', 'broken: AVIF is cut off in its box ftyp'],
  ['\0\0\0\x1cftypheic', 'unsupported: neither PNG, JPEG, GIF, WebP, AVIF nor SVG (it is a film or a HEIC)'],
  ['<svg xmlns="">', 'broken: SVG that is no XML: Missing end tag for element svg (line 1, column 15)'],
  ['\x1f\x8b\b', 'unsupported: neither PNG, JPEG, GIF, WebP, AVIF nor SVG (it is compressed)'],
  ['plain words', 'unsupported: neither PNG, JPEG, GIF, WebP, AVIF nor SVG'],
])('%j', async (text, expected) => {
  expect(why(await inspectImage(Buffer.from(text, 'latin1'), limits)).split('\n')[0]).toBe(expected);
});
