import type { Bits } from './bits.ts';
import { takeCodedBytes, type CodedBytes } from './coded-bytes.ts';
import type { Frame } from './frame.ts';
import type { Scan } from './scan.ts';
import { walkFirstBand, walkNextBand } from './walk-band.ts';
import { walkFirstDc, walkNextDc, walkWholeBlock, type WalkBlock } from './walk-block.ts';

/** What a scan is walked in. */
export interface WalkScanFrom {
  readonly bytes: Uint8Array;
  /** Where its coded bytes begin. */
  readonly start: number;
  readonly frame: Frame;
  /** After how many units the coding begins anew; 0 for never. */
  readonly restartInterval: number;
  /** Room for the coded bytes between two markers. */
  readonly bits: Bits;
}

/** Where the marker behind a scan stands, or how far its rows came. */
export type WalkedScan =
  | { readonly end: number }
  | { readonly row: number; readonly state: 'ends' | 'damaged' | 'goes-on' };

/** Walks over all units of a scan (ITU-T T.81 §A.2, §F.2.1.3): nothing is computed but how long each code is. */
export function walkScan(scan: Scan, from: WalkScanFrom): WalkedScan {
  const { bytes, frame, bits, restartInterval } = from;
  const grid = gridOf(scan, frame);
  const units = grid.across * grid.down;
  const interval = restartInterval === 0 ? units : restartInterval;
  const walkUnit = unitWalker(scan, bits);
  const rowOf = (unit: number): number =>
    Math.min(frame.heightPx, Math.floor(unit / grid.across) * grid.rows);
  let start = from.start;
  for (let unit = 0; ;) {
    const coded = takeCodedBytes(bytes, start, bits.data);
    bits.position = 0;
    bits.end = coded.length * 8;
    scan.endOfBandRun = 0;
    for (const part of scan.parts) part.prediction = 0;
    const stop = Math.min(units, unit + interval);
    for (; unit < stop; unit += 1) {
      if (!walkUnit(unit)) return { row: rowOf(unit), state: isNearEnd(bits) ? 'ends' : 'damaged' };
    }
    if (scan.endOfBandRun > 0) return { row: rowOf(unit), state: 'damaged' };
    if (isLeftOver(bits)) return { row: rowOf(unit), state: 'goes-on' };
    const number = Math.ceil(unit / interval) - 1;
    if (unit === units) return { end: behindLastRestart(coded) };
    if (coded.marker !== restart0 + (number & 7))
      return { row: rowOf(unit), state: isRestart(coded.marker) ? 'damaged' : 'ends' };
    start = coded.end + 2;
  }
}

const restart0 = 0xd0;

function isRestart(marker: number | undefined): boolean {
  return marker !== undefined && (marker & 0xf8) === restart0;
}

/** Some encoders end the last interval as they end all others. */
function behindLastRestart({ end, marker }: CodedBytes): number {
  return isRestart(marker) ? end + 2 : end;
}

/** Whether a walk stopped where the bytes end, not amid them: 32 bits hold a code and what follows it. */
function isNearEnd(bits: Bits): boolean {
  return bits.position + 32 > bits.end;
}

/** Whether bytes are left behind the last block of an interval; zeros that some cameras put there are not meant. */
function isLeftOver({ data, position, end }: Bits): boolean {
  for (let byte = Math.ceil(position / 8); byte < end / 8; byte += 1) if (data[byte] !== 0) return true;
  return false;
}

interface Grid {
  /** Units beside each other. */
  readonly across: number;
  readonly down: number;
  /** Rows of pixels in a unit. */
  readonly rows: number;
}

/** The units of a scan: blocks where it has one colour, else some blocks of each (ITU-T T.81 §A.2.2, §A.2.3). */
function gridOf(scan: Scan, frame: Frame): Grid {
  const [part] = scan.parts;
  if (scan.parts.length === 1 && part !== undefined) {
    const { blocksAcross, blocksDown, down } = part.component;
    return { across: blocksAcross, down: blocksDown, rows: (8 * frame.down) / down };
  }
  return {
    across: Math.ceil(frame.widthPx / (8 * frame.across)),
    down: Math.ceil(frame.heightPx / (8 * frame.down)),
    rows: 8 * frame.down,
  };
}

/** Walks over the unit of a number; false where its codes are of no picture or run over the end. */
function unitWalker(scan: Scan, bits: Bits): (unit: number) => boolean {
  const walkBlock = blockWalker(scan);
  const [only] = scan.parts;
  if (scan.parts.length === 1 && only !== undefined) {
    const at = { part: only, block: 0 };
    return (unit) => {
      at.block = unit;
      return walkBlock(bits, scan, at) && bits.position <= bits.end;
    };
  }
  // Scans of several colours bring no bits for which a block would be looked up.
  const blocks = scan.parts.flatMap((part) =>
    Array.from({ length: part.component.across * part.component.down }, () => ({ part, block: 0 })),
  );
  return () => {
    for (const at of blocks) if (!walkBlock(bits, scan, at) || bits.position > bits.end) return false;
    return true;
  };
}

function blockWalker({ first, last, refines }: Scan): WalkBlock {
  if (first > 0) return refines ? walkNextBand : walkFirstBand;
  if (last > 0) return walkWholeBlock;
  return refines ? walkNextDc : walkFirstDc;
}
