import { describe, expect, test } from 'vitest';
import { unpackZstd } from '../../src/captures/unpack-zstd.ts';

/** Made with `zstd -19` of the text below. */
const packed = Buffer.from(
  'KLUv/QRopQEAtAI8cD5Xb3JkcyBlbm91Z2ggdG8gYmUgcGFja2VkLGFuZCBhZ2Fpbi48L3A+AgAv2eh8nZ9+C3I=',
  'base64',
);
const text = '<p>Words enough to be packed, packed, packed, and packed again.</p>';

/** A block that says one byte as often as wanted, of 128 KB at most. */
function repeated(count: number, isLast: boolean): Buffer {
  const head = Buffer.alloc(4);
  head.writeUIntLE((count << 3) | 2 | (isLast ? 1 : 0), 0, 3);
  return head;
}

/** A frame of a window of a megabyte, without what its length says. */
function frame(blocks: readonly Buffer[], window = 0x50): Buffer {
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, window]), ...blocks]);
}

const options = { what: 'The page', limit: 1_000_000 };
const hundredKb = 100_000;
const bomb = frame(Array.from({ length: 100_000 }, (_, at) => repeated(hundredKb, at === 99_999)));

describe('Zstandard', () => {
  test('is unpacked', () => {
    expect(Buffer.from(unpackZstd(packed, options)).toString()).toBe(text);
    expect(unpackZstd(frame([repeated(hundredKb, false), repeated(7, true)]), options)).toHaveLength(100_007);
  });

  test('in two frames is unpacked whole', () => {
    expect(Buffer.from(unpackZstd(Buffer.concat([packed, packed]), options)).toString()).toBe(text + text);
  });

  test.each<[string, Buffer, string]>([
    ['cut off', packed.subarray(0, 40), 'The page is damaged or cut off'],
    ['nothing', Buffer.alloc(0), 'The page is damaged or cut off'],
    ['no Zstandard', Buffer.from('plain text, and enough'), 'The page is damaged or cut off'],
    ['ten gigabytes in 400 KB', bomb, 'The page is larger than 1000000 bytes unpacked'],
    [
      'a window of terabytes',
      frame([repeated(7, true)], 0xf8),
      'The page is larger than 1000000 bytes unpacked',
    ],
  ])('%s is refused', (_name, bytes, reason) => {
    const start = process.cpuUsage();
    expect(() => unpackZstd(bytes, options)).toThrow(reason);
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
  });
});
