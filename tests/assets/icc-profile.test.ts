import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { usableProfile } from '../../src/assets/icc-profile.ts';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import { chunk } from './parts-of-png.ts';

const limits = { imagePixels: 10_000 };
const pdfkit = createRequire(import.meta.url).resolve('pdfkit');
const rgb = readFileSync(pdfkit.replace(/js[/\\][^/\\]+$/u, 'js/data/sRGB_IEC61966_2_1.icc'));
const grey = changed((profile) => profile.write('GRAY', 16));

function changed(change: (profile: Buffer) => unknown): Buffer {
  const profile = Buffer.from(rgb);
  change(profile);
  return profile;
}

const fixture = (name: string): Promise<Buffer> => readFile(new URL(`fixtures/${name}`, import.meta.url));

/** A JPEG with a profile in so many segments; `order` says which part stands where. */
async function jpegWith(profile: Buffer, order: readonly number[], name = 'rgb.jpg'): Promise<Buffer> {
  const jpeg = await fixture(name);
  const size = Math.ceil(profile.length / order.length);
  const segments = order.map((part) => {
    const data = profile.subarray(part * size, (part + 1) * size);
    const head = Buffer.from('ffe20000', 'hex');
    head.writeUInt16BE(data.length + 16, 2);
    return Buffer.concat([
      head,
      Buffer.from('ICC_PROFILE\0', 'latin1'),
      Buffer.of(part + 1, order.length),
      data,
    ]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

async function pngWith(profile: Buffer, name = 'rgb8.png'): Promise<Buffer> {
  const png = await fixture(name);
  const data = Buffer.concat([Buffer.from('p\0\0', 'latin1'), deflateSync(profile)]);
  return Buffer.concat([png.subarray(0, 33), chunk('iCCP', data), png.subarray(33)]);
}

function webpWith(webp: Buffer, profile: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write('ICCP');
  head.writeUInt32LE(profile.length, 4);
  const whole = Buffer.concat([webp.subarray(0, 30), head, profile, webp.subarray(30)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

async function profileOf(bytes: Buffer): Promise<Uint8Array | undefined> {
  const image = await inspectImage(bytes, limits);
  if (image.state !== 'good') throw new Error(image.why);
  return image.profile;
}

describe('the profile of a picture is kept', () => {
  test('of a JPEG, in whatever order its parts stand', async () => {
    expect(await profileOf(await jpegWith(rgb, [0]))).toEqual(rgb);
    expect(await profileOf(await jpegWith(rgb, [2, 0, 1]))).toEqual(rgb);
    expect(await profileOf(await jpegWith(grey, [0], 'grey.jpg'))).toEqual(grey);
  });

  test('of a PNG and a WebP', async () => {
    expect(await profileOf(await pngWith(rgb))).toEqual(rgb);
    expect(await profileOf(await pngWith(grey, 'grey8.png'))).toEqual(grey);
    expect(await profileOf(webpWith(await fixture('lossy-alpha.webp'), rgb))).toEqual(rgb);
  });

  test('of a PNG with a palette, which is made plain for it', async () => {
    const image = await inspectImage(await pngWith(rgb, 'palette4.png'), limits);
    expect(image).toMatchObject({ state: 'good', profile: rgb, png: expect.any(Uint8Array) });
  });
});

test('a profile of other colours than the picture, or one that lacks a part, is not', async () => {
  expect(await profileOf(await jpegWith(grey, [0]))).toBeUndefined();
  expect(await profileOf(await jpegWith(rgb, [0], 'grey.jpg'))).toBeUndefined();
  expect(await profileOf(await pngWith(grey, 'palette4.png'))).toBeUndefined();
  expect(await profileOf(await fixture('rgb.jpg'))).toBeUndefined();
  const two = await jpegWith(rgb, [0, 1]);
  two[two.indexOf('ICC_PROFILE') + 13] = 3;
  two[two.lastIndexOf('ICC_PROFILE') + 13] = 3;
  expect(await profileOf(two)).toBeUndefined();
});

test.each<readonly [string, (profile: Buffer) => unknown]>([
  ['is not as long as it says', (profile) => profile.writeUInt32BE(9, 0)],
  ['is of a class of its own', (profile) => profile.write('link', 12)],
  ['is of version 5', (profile) => profile.writeUInt8(5, 8)],
  ['does not begin as one', (profile) => profile.write('xxxx', 36)],
  ['has a part beyond its end', (profile) => profile.writeUInt32BE(0x7f_ff_ff_ff, 136)],
  ['has more parts than it is long', (profile) => profile.writeUInt32BE(100_000, 128)],
])('one that %s is not', (_, change) => {
  expect(usableProfile(rgb, 3)).toEqual(rgb);
  expect(usableProfile(changed(change), 3)).toBeUndefined();
});
