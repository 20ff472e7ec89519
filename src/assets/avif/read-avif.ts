/** What the boxes of an AVIF say (AV1 Image File Format 1.1; ISO/IEC 14496-12). */
export interface Avif {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many pictures follow each other; 1 where it stands still. */
  readonly frames: number;
  /** Whether it is to be turned or mirrored when it is shown. */
  readonly turned: boolean;
}

interface Box {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Boxes that hold others, with the bytes before those. */
const holders: Readonly<Record<string, number>> = {
  meta: 4,
  iprp: 0,
  ipco: 0,
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
};

/** Boxes are not looked for deeper than any of these stands. */
const deepest = 6;

/** More boxes are refused. */
const mostBoxes = 20_000;

/** An AVIF by its boxes, or what is wrong with it; no pixel of it is decoded. */
export function readAvif(bytes: Uint8Array): Avif | string {
  const boxes: Box[] = [];
  const fault = gather(bytes, { boxes, depth: 0 });
  if (fault !== undefined) return fault;
  const sizes = boxes
    .filter(({ type, data }) => type === 'ispe' && data.length >= 12)
    .map(({ data }) => sizeIn(data));
  const [first] = sizes;
  if (first === undefined) return 'AVIF without a size';
  // Of a grid, that of the whole is the largest; one of the parts alone would let in what is too large.
  const { widthPx, heightPx } = sizes.reduce((a, b) => (area(b) > area(a) ? b : a), first);
  if (widthPx === 0 || heightPx === 0) return 'AVIF without a size';
  const counts = boxes
    .filter(({ type, data }) => type === 'stsz' && data.length >= 12)
    .map(({ data }) => numberAt(data, 8));
  const turned = boxes.some(
    ({ type, data }) => type === 'imir' || (type === 'irot' && ((data[0] ?? 0) & 3) !== 0),
  );
  return { widthPx, heightPx, frames: counts.reduce((a, b) => Math.max(a, b), 1), turned };
}

function gather(
  bytes: Uint8Array,
  { boxes, depth }: { readonly boxes: Box[]; readonly depth: number },
): string | undefined {
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) return 'AVIF is cut off';
    const size = numberAt(bytes, at);
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (!/^[\x20-\x7E\xA9]{4}$/u.test(type)) return 'AVIF with a box that has no name';
    // A box of size 0 goes to the end of the file; sizes of 64 bits are of files that are refused by theirs.
    const end = size === 0 ? bytes.length : at + size;
    if (size === 1 || (size !== 0 && size < 8)) return `AVIF with a box of a size that none has (${type})`;
    if (end > bytes.length) return `AVIF is cut off in its box ${type}`;
    const box = { type, data: bytes.subarray(at + 8, end) };
    if (boxes.push(box) > mostBoxes) return `AVIF with more than ${mostBoxes} boxes`;
    const skipped = Object.hasOwn(holders, type) ? holders[type] : undefined;
    if (skipped !== undefined && depth < deepest) {
      const fault = gather(box.data.subarray(skipped), { boxes, depth: depth + 1 });
      if (fault !== undefined) return fault;
    }
    at = end;
  }
  return undefined;
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

function sizeIn(data: Uint8Array): Size {
  return { widthPx: numberAt(data, 4), heightPx: numberAt(data, 8) };
}

function area({ widthPx, heightPx }: Size): number {
  return widthPx * heightPx;
}

function numberAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
