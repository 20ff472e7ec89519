import { lookAt, takeBits, type Bits } from './bits.ts';
import { findCode } from './huffman-table.ts';
import type { ScanPart } from './scan.ts';
import type { WalkBlock } from './walk-block.ts';

const largestAc = 10;

/** The first bits of the AC coefficients of a band (ITU-T T.81 §G.1.2.2). */
export const walkFirstBand: WalkBlock = (bits, scan, { part, block }) => {
  if (scan.endOfBandRun > 0) {
    scan.endOfBandRun -= 1;
    return true;
  }
  const { seen } = part.component;
  let next = scan.first;
  while (next <= scan.last) {
    const code = takeCode(bits, part);
    const size = code & 15;
    const run = (code >>> 4) & 15;
    if (code === 0 || size > largestAc) return false;
    if (size === 0 && run < 15) {
      scan.endOfBandRun = runOf(bits, run) - 1;
      return true;
    }
    next += run;
    if (next > scan.last) return false;
    if (size > 0) note(seen, block, next);
    bits.position += size;
    next += 1;
  }
  return true;
};

/** One more bit of the AC coefficients of a band, and those that are no longer zero with it (ITU-T T.81 §G.1.2.3). */
export const walkNextBand: WalkBlock = (bits, scan, { part, block }) => {
  let next = scan.first;
  while (scan.endOfBandRun === 0 && next <= scan.last) {
    const code = takeCode(bits, part);
    const size = code & 15;
    const run = (code >>> 4) & 15;
    if (code === 0 || size > 1) return false;
    if (size === 0 && run < 15) {
      scan.endOfBandRun = runOf(bits, run);
      break;
    }
    bits.position += size;
    next = passZeros(bits, { seen: part.component.seen, block, from: next, last: scan.last, zeros: run });
    if (next > scan.last) return false;
    if (size > 0) note(part.component.seen, block, next);
    next += 1;
  }
  if (scan.endOfBandRun > 0) {
    bits.position += countSeen(part.component.seen, block, { from: next, last: scan.last });
    scan.endOfBandRun -= 1;
  }
  return true;
};

function takeCode(bits: Bits, part: ScanPart): number {
  const code = findCode(part.ac, lookAt(bits.data, bits.position));
  bits.position += code >>> 8;
  return code;
}

/** How many blocks end here, this one counted (ITU-T T.81 table G.1). */
function runOf(bits: Bits, run: number): number {
  return (1 << run) + takeBits(bits, run);
}

interface Passing {
  readonly seen: Uint32Array;
  readonly block: number;
  readonly from: number;
  readonly last: number;
  readonly zeros: number;
}

/** The coefficient behind so many that are still zero; each one between that is not takes a bit. */
function passZeros(bits: Bits, { seen, block, from, last, zeros }: Passing): number {
  let left = zeros;
  let next = from;
  for (; next <= last; next += 1) {
    if (isSeen(seen, block, next)) bits.position += 1;
    else if (left === 0) break;
    else left -= 1;
  }
  return next;
}

function isSeen(seen: Uint32Array, block: number, coefficient: number): boolean {
  return (((seen[2 * block + (coefficient >> 5)] ?? 0) >>> (coefficient & 31)) & 1) === 1;
}

function note(seen: Uint32Array, block: number, coefficient: number): void {
  const word = 2 * block + (coefficient >> 5);
  seen[word] = (seen[word] ?? 0) | (1 << (coefficient & 31));
}

/** How many coefficients of a stretch are not zero; counted without a look at each, as a run may pass every block. */
function countSeen(
  seen: Uint32Array,
  block: number,
  { from, last }: { readonly from: number; readonly last: number },
): number {
  const low = seen[2 * block] ?? 0;
  const high = seen[2 * block + 1] ?? 0;
  return onesOf(low & stretchOf(from, last)) + onesOf(high & stretchOf(from - 32, last - 32));
}

/** The bits of a word from one to another, both of which may lie outside of it. */
function stretchOf(from: number, last: number): number {
  if (from > 31 || last < 0 || last < from) return 0;
  return (-1 << Math.max(0, from)) & (-1 >>> (31 - Math.min(31, last)));
}

function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
