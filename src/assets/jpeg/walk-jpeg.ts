import { bytesBehind, type Bits } from './bits.ts';
import { readFrame, type Frame } from './frame.ts';
import { readTables, type TableDefinition } from './huffman-table.ts';
import { readScan } from './scan.ts';
import { walkScan } from './walk-scan.ts';

/** What a walk over a JPEG found: where the picture ends in the file, or why it is not whole or not walked. */
export type WalkedJpeg =
  | { readonly state: 'good'; readonly end: number }
  | { readonly state: 'broken' | 'unsupported'; readonly why: string };

/** No encoder writes nearly as many; each one takes time for all blocks, however few bytes it has. */
const mostScans = 100;

/** Longer stretches of coded bytes cannot be counted in bits by 31-bit numbers. */
const mostBytes = 2 ** 27;

const frames = [0xc0, 0xc1, 0xc2];
const [huffmanTables, endOfImage, startOfScan] = [0xc4, 0xd9, 0xda];
const [quantizationTables, numberOfLines, restartInterval] = [0xdb, 0xdc, 0xdd];
const [firstApplication, lastApplication, comment] = [0xe0, 0xef, 0xfe];

interface Progress {
  frame: Frame | undefined;
  readonly huffman: (TableDefinition | undefined)[];
  readonly dcSteps: (number | undefined)[];
  restartInterval: number;
  scans: number;
}

/**
 * Walks over a JPEG to its end (ITU-T T.81): every segment, and every code of every scan up to the last block of the last row.
 * No pixel is computed, so damage that gives other codes of a picture of the same size is not seen.
 */
export function walkJpeg(bytes: Uint8Array): WalkedJpeg {
  if (bytes.length > mostBytes) return unsupported(`JPEG of more than ${mostBytes} bytes`);
  const progress: Progress = { frame: undefined, huffman: [], dcSteps: [], restartInterval: 0, scans: 0 };
  const bits = { data: new Uint8Array(bytes.length + bytesBehind), position: 0, end: 0 };
  let position = 2;
  for (;;) {
    // Fill bytes may stand before a marker (§B.1.1.2).
    while (bytes[position] === 0xff && bytes[position + 1] === 0xff) position += 1;
    const [sign, marker, high = 0, low = 0] = bytes.subarray(position, position + 4);
    if (marker === undefined) return broken('is cut off');
    if (sign !== 0xff) return broken(`has no marker at byte ${position}`);
    if (marker === endOfImage) {
      const why = atEnd(progress);
      return why === undefined ? { state: 'good', end: position + 2 } : broken(why);
    }
    const end = position + 2 + high * 256 + low;
    if (end < position + 4 || end > bytes.length)
      return broken(`is cut off in its segment at byte ${position}`);
    const segment = bytes.subarray(position + 4, end);
    if (marker === startOfScan) {
      const walked = takeScan(segment, progress, { bytes, start: end, bits });
      if (walked.state !== 'good') return walked;
      position = walked.end;
    } else {
      const why = takeSegment(marker, segment, progress);
      if (why !== undefined) return broken(why);
      position = end;
    }
  }
}

function broken(why: string): WalkedJpeg {
  return { state: 'broken', why: `JPEG ${why}` };
}

function unsupported(why: string): WalkedJpeg {
  return { state: 'unsupported', why };
}

/** Notes what a segment says; or tells what is wrong with it. */
function takeSegment(marker: number, segment: Uint8Array, progress: Progress): string | undefined {
  if (frames.includes(marker)) {
    if (progress.frame !== undefined) return 'has two frames';
    progress.frame = readFrame(marker, segment);
    return progress.frame === undefined ? 'has a damaged frame header' : undefined;
  }
  switch (marker) {
    case huffmanTables: {
      const tables = readTables(segment);
      for (const table of tables ?? []) progress.huffman[table.slot] = table;
      return tables === undefined ? 'has a damaged Huffman table' : undefined;
    }
    case quantizationTables:
      return takeQuantization(segment, progress) ? undefined : 'has a damaged quantization table';
    case restartInterval: {
      const [high = 0, low = 0] = segment;
      progress.restartInterval = high * 256 + low;
      return segment.length === 2 ? undefined : 'has a damaged restart interval';
    }
    case numberOfLines: {
      const [high = 0, low = 0] = segment;
      return high * 256 + low === progress.frame?.heightPx ? undefined : 'tells two heights';
    }
    case comment:
      return undefined;
    default:
      return marker >= firstApplication && marker <= lastApplication
        ? undefined
        : 'has a segment that is of no JPEG';
  }
}

/** Notes the steps of DC coefficients (ITU-T T.81 §B.2.4.1); false where tables do not fill their segment. */
function takeQuantization(segment: Uint8Array, { dcSteps }: Progress): boolean {
  let position = 0;
  while (position < segment.length) {
    const [head = 0, first = 0, second = 0] = segment.subarray(position);
    const size = head >> 4 === 1 ? 2 : 1;
    if (head >> 4 > 1 || (head & 15) > 3) return false;
    dcSteps[head & 15] = size === 2 ? first * 256 + second : first;
    position += 1 + 64 * size;
  }
  return position === segment.length;
}

function takeScan(
  segment: Uint8Array,
  progress: Progress,
  from: { readonly bytes: Uint8Array; readonly start: number; readonly bits: Bits },
): WalkedJpeg {
  const { frame } = progress;
  if (frame === undefined) return broken('has a scan before its frame');
  progress.scans += 1;
  if (progress.scans > mostScans) return unsupported(`JPEG in more than ${mostScans} scans`);
  const scan = readScan(segment, frame, progress);
  if (typeof scan === 'string') return broken(scan);
  const walked = walkScan(scan, { ...from, frame, restartInterval: progress.restartInterval });
  if ('end' in walked) return { state: 'good', end: walked.end };
  const isOneOfSome = frame.isProgressive || scan.parts.length < frame.components.length;
  const inScan = isOneOfSome ? ` in scan ${progress.scans}` : '';
  const { row, state } = walked;
  if (state === 'goes-on' && row === frame.heightPx)
    return broken(`holds more than its ${frame.heightPx} rows${inScan}`);
  return broken(`${sayings[state]} row ${row} of ${frame.heightPx}${inScan}`);
}

const sayings = { ends: 'ends at', damaged: 'is damaged at', 'goes-on': 'is damaged before' } as const;

function atEnd({ frame, scans }: Progress): string | undefined {
  if (frame === undefined || scans === 0) return 'ends before its picture';
  if (frame.components.some(({ lowestBits }) => lowestBits[0] === -1)) return 'lacks a colour';
  // Coefficients may be left out (§G.1.1.1), but no encoder begins one and leaves it: the scans that follow were cut off.
  const isWhole = frame.components.every(({ lowestBits }) => lowestBits.every((bit) => bit <= 0));
  return isWhole ? undefined : 'ends before its last scan';
}
