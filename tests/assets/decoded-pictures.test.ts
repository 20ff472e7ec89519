import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import type { ImageInspection } from '../../src/assets/image-header.ts';
import { pixelsIn, pixelsOf } from './pixels-of.ts';

const limits = { imagePixels: 1200 };
const fixture = (name: string): Promise<Buffer> => readFile(new URL(`fixtures/${name}`, import.meta.url));
const inspect = (bytes: Uint8Array): Promise<ImageInspection> => inspectImage(bytes, limits);

function why(image: ImageInspection): string {
  return image.state === 'good' ? 'good' : `${image.state}: ${image.why}`;
}

// The pixels beside each picture were decoded by Pillow.
test.each([
  ['still.gif', undefined],
  ['interlaced.gif', undefined],
  ['clear.gif', undefined],
  ['moving.gif', 3],
  ['lossy.webp', undefined],
  ['lossy-alpha.webp', undefined],
  ['lossless.webp', undefined],
  ['moving.webp', 3],
])('%s is drawn as a PNG of the same pixels', async (name, frames) => {
  const image = await inspect(await fixture(name));
  if (image.state !== 'good') throw new Error(image.why);
  const { png, ...what } = image;
  const mediaType = name.endsWith('gif') ? 'image/gif' : 'image/webp';
  expect(what).toEqual({
    state: 'good',
    mediaType,
    widthPx: 40,
    heightPx: 30,
    orientation: 1,
    ...(frames && { frames }),
  });
  expect(pixelsOf(png ?? new Uint8Array())).toEqual(pixelsIn(await fixture(`${name}.rgba`)));
});

const all = [
  'still.gif',
  'interlaced.gif',
  'clear.gif',
  'moving.gif',
  'lossy.webp',
  'lossy-alpha.webp',
  'lossless.webp',
  'moving.webp',
];

test.each(all)('every shorter piece of %s is broken', async (name) => {
  const bytes = await fixture(name);
  for (let length = 12; length < bytes.length; length += 1)
    expect(why(await inspect(bytes.subarray(0, length))), String(length)).toMatch(/^broken: /u);
});

test.each(all)('nothing is decoded of %s where it has too many pixels', async (name) => {
  const image = await inspectImage(await fixture(name), { imagePixels: 1199 });
  expect(why(image)).toBe('too-large: 40 × 30 pixels, more than 1199');
});

test.each(all)('%s with any byte changed is good or refused, and no error', async (name) => {
  const bytes = await fixture(name);
  for (let at = 6; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(why(await inspect(changed)), String(at)).toMatch(/^(?:good$|broken: |too-large: |unsupported: )/u);
  }
});

describe('an AVIF', () => {
  // The decoder here and the one of Pillow round colours differently by a step or two.
  test.each(['still', 'alpha', 'moving'])('%s.avif is a PNG in both files', async (name) => {
    const image = await inspect(await fixture(`${name}.avif`));
    if (image.state !== 'good') throw new Error(image.why);
    const { published = new Uint8Array(), ...what } = image;
    const moves = name === 'moving' && { leftOut: ['all but the first of 3 frames'] };
    expect(what).toEqual({
      state: 'good',
      mediaType: 'image/png',
      widthPx: 40,
      heightPx: 30,
      orientation: 1,
      ...moves,
    });
    const wanted = pixelsIn(await fixture(`${name}.avif.rgba`));
    const far = pixelsOf(published).filter((pixel, at) => distance(pixel, wanted[at] ?? '') > 2);
    expect(far).toEqual([]);
  });

  test('every shorter piece of one is broken', async () => {
    const bytes = await fixture('still.avif');
    for (let length = 12; length < bytes.length; length += 1)
      expect(why(await inspect(bytes.subarray(0, length))), String(length)).toMatch(/^broken: /u);
  });

  test('nothing is decoded of one that has too many pixels', async () => {
    const image = await inspectImage(await fixture('still.avif'), { imagePixels: 1199 });
    expect(why(image)).toBe('too-large: 40 × 30 pixels, more than 1199');
  });

  test.each([
    ['another size than its picture', 'ispe', 8, '00000029', 'broken: AVIF cannot be decoded'],
    ['no size', 'ispe', 0, '78787878', 'broken: AVIF without a size'],
    ['a box of no size', 'ispe', -4, '00000002', 'broken: AVIF with a box of a size that none has (ispe)'],
    ['a box beyond its end', 'mdat', -4, '0fffffff', 'broken: AVIF is cut off in its box mdat'],
    [
      'a size that no memory holds',
      'ispe',
      8,
      '7fffffff7fffffff',
      'too-large: 2147483647 × 2147483647 pixels, more than 10000',
    ],
    ['an item beyond its end', 'iloc', 22, '7fffffff', 'broken: AVIF cannot be decoded'],
    ['a name that no box has', 'hdlr', 0, '1b5b324a', 'broken: AVIF with a box that has no name'],
    ['a turn', 'pixi', 0, '69726f7401', 'unsupported: AVIF that is to be turned when it is shown'],
  ])('with %s', async (_, box, from, hex, expected) => {
    const bytes = await fixture('still.avif');
    Buffer.from(hex, 'hex').copy(bytes, bytes.indexOf(box) + from);
    expect(why(await inspectImage(bytes, { imagePixels: 10_000 }))).toBe(expected);
  });
});

test('an AVIF with any bytes changed is a picture or a message', async () => {
  const good = await fixture('still.avif');
  const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of changed) bytes[at] = byte;
      const image = await inspectImage(bytes, { imagePixels: 10_000 });
      if (image.state === 'good') expect(image.published?.length).toBeGreaterThan(0);
      else expect(image.why).toMatch(/^[\x20-\x7E×]+$/u);
    }),
    { numRuns: 60, seed: 1 },
  );
});

/** The largest step between two pixels in hexadecimal. */
function distance(a: string, b: string): number {
  const parts = (pixel: string): readonly number[] => [
    ...Buffer.from(pixel === 'clear' ? '00000000' : pixel, 'hex'),
  ];
  if (a === 'clear' || b === 'clear') return Math.abs((parts(a)[3] ?? 0) - (parts(b)[3] ?? 0));
  return Math.max(0, ...parts(a).map((part, at) => Math.abs(part - (parts(b)[at] ?? 0))));
}

describe('a GIF', () => {
  test.each([
    ['that has no size', (gif: Buffer) => gif.writeUInt16LE(0, 6), 'GIF without a size'],
    [
      'whose frame is wider than it',
      (gif: Buffer) => gif.writeUInt16LE(39, 6),
      'GIF whose frame 1 is larger than the picture',
    ],
    [
      'whose codes end in its sixth row',
      (gif: Buffer) => shorten(gif, 60),
      'GIF is damaged in row 6 of 30 of its frame 1',
    ],
    ['without a picture', (gif: Buffer) => gif.writeUInt8(0x3b, frameOf(gif)), 'GIF without a picture'],
    [
      'with a block that no GIF has',
      (gif: Buffer) => gif.writeUInt8(0x2d, frameOf(gif)),
      `GIF with a block at byte 61 that is of no GIF`,
    ],
    [
      'with colours of 9 bits',
      (gif: Buffer) => gif.writeUInt8(9, frameOf(gif) + 10),
      'GIF whose frame 1 has 9 bits a colour',
    ],
  ])('%s', async (_, change, expected) => {
    const gif = await fixture('still.gif');
    change(gif);
    expect(why(await inspect(gif))).toBe(`broken: ${expected}`);
  });

  test('with more frames than anybody looks at', async () => {
    const gif = await fixture('still.gif');
    const at = frameOf(gif);
    const dot = Buffer.from('2c0000000001000100000202440100', 'hex');
    const of = (frames: number): Buffer =>
      Buffer.concat([gif.subarray(0, at), ...Array.from({ length: frames }, () => dot), Buffer.of(0x3b)]);
    expect(why(await inspect(of(10_000)))).toBe('good');
    expect(why(await inspect(of(10_001)))).toBe('broken: GIF with more than 10000 frames');
  });
});

/** Where the descriptor of the only frame of `still.gif` begins: behind its palette of 16 colours. */
function frameOf(gif: Buffer): number {
  expect([gif.readUInt8(10) & 0x87, gif.readUInt8(61)]).toEqual([0x83, 0x2c]);
  return 61;
}

/** Leaves so many bytes of the first block of codes, and fills the rest with its end. */
function shorten(gif: Buffer, length: number): void {
  gif.writeUInt8(length, 72);
  gif.fill(0, 73 + length);
  gif.writeUInt8(0x3b, gif.length - 1);
  gif.fill(0x3b, 74 + length);
}

describe('a WebP', () => {
  test('of more chunks than there are frames', async () => {
    const webp = await fixture('moving.webp');
    const of = (chunks: number): Buffer => {
      const whole = Buffer.concat([
        webp,
        ...Array.from({ length: chunks }, () => Buffer.from('XXXX\0\0\0\0')),
      ]);
      whole.writeUInt32LE(whole.length - 8, 4);
      return whole;
    };
    expect(why(await inspect(of(39_995)))).toBe('good');
    expect(why(await inspect(of(40_000)))).toBe('broken: WebP with more than 40000 chunks');
  });

  test.each([
    ['lossy.webp', (webp: Buffer) => webp.writeUInt8(0, 23), 'WebP whose picture begins as none does'],
    ['lossy.webp', (webp: Buffer) => webp.write('XXXX', 12), 'WebP without a picture'],
    ['lossy-alpha.webp', (webp: Buffer) => webp.writeUInt8(40, 24), 'WebP whose picture is not of its size'],
    [
      'moving.webp',
      (webp: Buffer) => webp.writeUInt8(30, 24),
      'WebP whose frame 1 is larger than the picture',
    ],
  ])('%s, changed: %#', async (name, change, expected) => {
    const webp = await fixture(name);
    change(webp);
    expect(why(await inspect(webp))).toBe(`broken: ${expected}`);
  });

  test('whose picture is cut while all sizes say that it is whole', async () => {
    const webp = await fixture('lossless.webp');
    for (let length = 10; length < webp.readUInt32LE(16) - 2; length += 2) {
      const cut = Buffer.from(webp.subarray(0, 20 + length));
      cut.writeUInt32LE(length, 16);
      cut.writeUInt32LE(cut.length - 8, 4);
      expect(why(await inspect(cut)), String(length)).toBe('broken: WebP cannot be decoded');
    }
  });
});
