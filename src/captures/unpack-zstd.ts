import { Decompress } from 'fzstd';
import { CaptureFlaw } from './unpack.ts';

/** RFC 9659 §3: so large may the window of a body be that is sent. */
const mostWindow = 8 * 1024 * 1024;

/**
 * What Zstandard holds (RFC 8878), in one frame or several.
 *
 * @throws CaptureFlaw where it is not whole, has a window that no server may send, or is larger than the limit.
 */
export function unpackZstd(
  bytes: Uint8Array,
  { what, limit }: { readonly what: string; readonly limit: number },
): Uint8Array {
  const window = windowOf(bytes);
  if (window === undefined) throw new CaptureFlaw(`${what} is damaged or cut off`);
  if (window > Math.max(mostWindow, limit))
    throw new CaptureFlaw(`${what} is larger than ${limit} bytes unpacked`);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const stream = new Decompress((block) => {
      size += block.length;
      if (size > limit) throw new CaptureFlaw(`${what} is larger than ${limit} bytes unpacked`);
      parts.push(block);
    });
    const step = 65_536;
    for (let at = 0; at < bytes.length; at += step)
      stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch (error) {
    if (error instanceof CaptureFlaw) throw error;
    throw new CaptureFlaw(`${what} is damaged or cut off`, { cause: error });
  }
  return Buffer.concat(parts);
}

/** The window that the first frame asks for (RFC 8878 §3.1.1.1), which is reserved before anything is read. */
function windowOf(bytes: Uint8Array): number | undefined {
  if (bytes.length < 9 || ![0x28, 0xb5, 0x2f, 0xfd].every((sign, at) => bytes[at] === sign)) return undefined;
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 32) !== 0;
  if (!isSingle) {
    const said = bytes[5] ?? 0;
    const base = 2 ** (10 + (said >> 3));
    return base + (base / 8) * (said & 7);
  }
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizes = [1, 2, 4, 8][descriptor >> 6] ?? 1;
  const field = Buffer.from(bytes.subarray(5 + dictionary, 5 + dictionary + sizes));
  if (field.length < sizes) return undefined;
  return sizes === 8 ? Number(field.readBigUInt64LE()) : field.readUIntLE(0, sizes) + (sizes === 2 ? 256 : 0);
}
