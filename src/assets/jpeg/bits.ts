/** Coded bits of a scan, without the bytes that are stuffed between them; read from the high end of each byte. */
export interface Bits {
  /** Holds more bytes than `end` tells, so that a block that runs over the end can be read whole. */
  readonly data: Uint8Array;
  /** In bits. */
  position: number;
  /** In bits; what is read beyond it is not of this picture. */
  end: number;
}

/** So many bytes behind the last one may be asked for within one block: 64 codes of 16 bits with 15 bits each. */
export const bytesBehind = 256;

/** The next 16 bits. */
export function lookAt(data: Uint8Array, position: number): number {
  const byte = position >>> 3;
  const word = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);
  return (word >>> (8 - (position & 7))) & 0xffff;
}

/** Takes at most 16 bits, as a number. */
export function takeBits(bits: Bits, count: number): number {
  const value = lookAt(bits.data, bits.position) >>> (16 - count);
  bits.position += count;
  return value;
}
