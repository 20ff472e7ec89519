import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scanImage } from '../../../src/filing/scan/scan-image.ts';
import { jpegWith, pngWith, segment } from '../metadata/format-samples.ts';

/** Exif with a GPS directory of these entries, big-endian. */
function exifWithGps(entries: readonly (readonly [tag: number, rationals: readonly number[]])[]): Buffer {
  const head = Buffer.from('4d4d002a00000008', 'hex');
  const first = Buffer.alloc(18);
  first.writeUInt16BE(1, 0);
  first.writeUInt16BE(0x8825, 2);
  first.writeUInt16BE(4, 4);
  first.writeUInt32BE(1, 6);
  first.writeUInt32BE(26, 10);
  const directory = Buffer.alloc(2 + entries.length * 12 + 4);
  directory.writeUInt16BE(entries.length, 0);
  const data: Buffer[] = [];
  let at = 26 + directory.length;
  entries.forEach(([tag, rationals], index) => {
    const entry = 2 + index * 12;
    directory.writeUInt16BE(tag, entry);
    directory.writeUInt16BE(5, entry + 2);
    directory.writeUInt32BE(rationals.length, entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    for (const value of rationals) {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(value, 0);
      bytes.writeUInt32BE(1, 4);
      data.push(bytes);
      at += 8;
    }
  });
  return Buffer.concat([head, first, directory, ...data]);
}

const withPosition = exifWithGps([
  [2, [38, 53, 42]],
  [4, [77, 2, 11]],
]);
const withoutPosition = exifWithGps([[7, [12, 0, 0]]]);
const jpegExif = (tiff: Buffer): Buffer =>
  jpegWith(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])));

/** A WebP with such a chunk. */
function webpWith(data: Buffer): Buffer {
  const chunk = Buffer.from('EXIF\0\0\0\0', 'latin1');
  chunk.writeUInt32LE(data.length, 4);
  return Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8L\x01\0\0\0/\0', 'latin1'), chunk, data]);
}

/** The beginning of an AVIF, and an item that lies in it. */
function avifWith(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from('\0\0\0\x14ftypavif\0\0\0\0mif1infeExif\0\0\0\0', 'latin1'), data]);
}

function reasons(bytes: Uint8Array): readonly string[] {
  return scanImage(bytes, { file: 'a.jpg' }).map(({ reason }) => reason.replace(/ \(match_sha256.*/u, ''));
}

describe('a position', () => {
  test('in the Exif of a JPEG is found, and named by the digest of the picture', () => {
    const bytes = jpegExif(withPosition);
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(scanImage(bytes, { file: 'media/a.jpg' })).toEqual([
      {
        rule: 'image-gps',
        file: 'media/a.jpg',
        reason: 'The picture says in its Exif where it was taken',
        matchSha256: digest,
      },
    ]);
  });

  test('in a WebP and an AVIF is found', () => {
    const found = ['The picture says in its Exif where it was taken'];
    expect(reasons(webpWith(withPosition))).toEqual(found);
    expect(reasons(webpWith(Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), withPosition])))).toEqual(
      found,
    );
    expect(reasons(avifWith(withPosition))).toEqual(found);
    expect(
      [webpWith(withoutPosition), avifWith(withoutPosition), avifWith(Buffer.alloc(9))].flatMap(reasons),
    ).toEqual([]);
  });

  test('in a second Exif segment, behind fill bytes, and in a PNG is found', () => {
    const exif = (tiff: Buffer): Buffer =>
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
    const found = ['The picture says in its Exif where it was taken'];
    expect(reasons(jpegWith(exif(withoutPosition), exif(withPosition)))).toEqual(found);
    expect(reasons(jpegWith(Buffer.from([0xff]), exif(withPosition)))).toEqual(found);
    expect(reasons(pngWith(['eXIf', withPosition]))).toEqual(found);
  });

  test('in XMP is found', () => {
    const xmp = '<rdf:Description exif:GPSLatitude="38,53.7N" exif:GPSLongitude="77,2.2W"/>';
    const data = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`, 'latin1');
    expect(reasons(jpegWith(segment(0xe1, data)))).toEqual([
      'The picture says in its XMP where it was taken',
    ]);
    expect(reasons(pngWith(['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`, 'latin1')]))).toEqual([
      'The picture says in its XMP where it was taken',
    ]);
  });

  test('cannot be ruled out where the Exif cannot be read', () => {
    expect(reasons(jpegExif(Buffer.from('XX broken')))).toEqual([
      'The Exif of the picture cannot be read, and may say where it was taken',
    ]);
  });
});

test('a picture without a position has no finding: no Exif, a GPS directory with a time alone, other bytes', () => {
  expect(reasons(jpegWith())).toEqual([]);
  expect(reasons(pngWith())).toEqual([]);
  expect(reasons(jpegExif(withoutPosition))).toEqual([]);
  // Behind the end of a picture nothing is part of it.
  expect(
    reasons(Buffer.concat([Buffer.from('ffd8ffd90002', 'hex'), jpegExif(withPosition).subarray(2)])),
  ).toEqual([]);
  expect(reasons(Buffer.from('not a picture'))).toEqual([]);
  expect(reasons(new Uint8Array())).toEqual([]);
  const folder = new URL('../../assets/fixtures/', import.meta.url);
  for (const name of readdirSync(folder)) expect(reasons(readFileSync(new URL(name, folder)))).toEqual([]);
});

test('a picture that is cut off anywhere is taken without an error', () => {
  for (const whole of [jpegExif(withPosition), pngWith(['eXIf', withPosition])]) {
    for (let length = 0; length < whole.length; length += 1) {
      expect(scanImage(whole.subarray(0, length), { file: 'x' }).length).toBeLessThanOrEqual(1);
    }
  }
});
