import { lookAt, takeBits, type Bits } from './bits.ts';
import { findCode } from './huffman-table.ts';
import type { Scan, ScanPart } from './scan.ts';

/** The largest categories of coefficients of 8 bits (ITU-T T.81 tables F.1 and F.2). */
const largestDc = 11;
const largestAc = 10;

/** No picture of 8 bits has DC coefficients beyond half of it; twice as much is left to those who calculate with them. */
const mostDc = 2048;

/** Walks over one block of a scan; false where its codes can be of no picture. `bits.position` tells how far it came. */
export type WalkBlock = (
  bits: Bits,
  scan: Scan,
  at: { readonly part: ScanPart; readonly block: number },
) => boolean;

/** A whole block (ITU-T T.81 §F.2.2). */
export const walkWholeBlock: WalkBlock = (bits, scan, { part }) => {
  if (!walkDc(bits, part, scan.lowestBit)) return false;
  const { data } = bits;
  const { ac } = part;
  let { position } = bits;
  let next = 1;
  while (next < 64) {
    const code = findCode(ac, lookAt(data, position));
    const size = code & 15;
    const run = (code >>> 4) & 15;
    position += (code >>> 8) + size;
    if (size === 0 && run < 15) {
      bits.position = position;
      return code !== 0 && run === 0;
    }
    next += run + 1;
    if (size > largestAc) break;
  }
  bits.position = position;
  return next === 64;
};

/** The first bits of a DC coefficient. */
export const walkFirstDc: WalkBlock = (bits, scan, { part }) => walkDc(bits, part, scan.lowestBit);

/** One more bit of a DC coefficient. */
export const walkNextDc: WalkBlock = (bits) => {
  bits.position += 1;
  return true;
};

function walkDc(bits: Bits, part: ScanPart, lowestBit: number): boolean {
  const code = findCode(part.dc, lookAt(bits.data, bits.position));
  const size = code & 255;
  if (code === 0 || size > largestDc) return false;
  bits.position += code >>> 8;
  const value = takeBits(bits, size);
  // §F.2.2.1: numbers without a leading 1 are negative.
  part.prediction += size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  return Math.abs(part.prediction * part.dcStep) * (1 << lowestBit) <= mostDc;
}
