import { crc32, inflateSync } from 'node:zlib';

/** A PNG taken apart (ISO/IEC 15948). */
export interface Png {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly colourType: PngColourType;
  readonly interlaced: boolean;
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array | undefined;
  /** The `IDAT` chunks. */
  readonly compressed: readonly Uint8Array[];
}

/** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
export type PngColourType = 0 | 2 | 3 | 4 | 6;

const depths: Readonly<Record<PngColourType, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Samples of a pixel by colour type. */
export const pngChannels: Readonly<Record<PngColourType, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The chunks of a PNG with their CRCs checked, or what is wrong with them. Pixels are not decompressed here. */
export function readPng(bytes: Uint8Array): Png | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const compressed: Uint8Array[] = [];
  let header: Uint8Array | undefined;
  let palette = new Uint8Array();
  let transparency: Uint8Array | undefined;
  let position = 8;
  while (position + 12 <= bytes.length) {
    const length = view.getUint32(position);
    const end = position + 12 + length;
    if (end > bytes.length) return `PNG chunk at byte ${position} is cut off`;
    if (crc32(bytes.subarray(position + 4, end - 4)) !== view.getUint32(end - 4)) {
      return `PNG chunk at byte ${position} is damaged`;
    }
    const type = Buffer.from(bytes.subarray(position + 4, position + 8)).toString('latin1');
    const data = bytes.slice(position + 8, end - 4);
    if (header === undefined && type !== 'IHDR') return 'PNG does not begin with its header';
    if (type === 'IHDR') header = data;
    else if (type === 'PLTE') palette = data;
    else if (type === 'tRNS') transparency = data;
    else if (type === 'IDAT') compressed.push(data);
    else if (type === 'IEND')
      return header ? assemble(header, { palette, transparency, compressed }) : 'PNG without header';
    position = end;
  }
  return 'PNG is cut off';
}

function assemble(
  header: Uint8Array,
  parts: Pick<Png, 'palette' | 'transparency' | 'compressed'>,
): Png | string {
  if (header.length !== 13) return 'PNG header has the wrong length';
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const widthPx = view.getUint32(0);
  const heightPx = view.getUint32(4);
  const bits = view.getUint8(8);
  const colourType = view.getUint8(9);
  if (widthPx === 0 || heightPx === 0) return 'PNG without a size';
  if (!isColourType(colourType) || !depths[colourType].includes(bits)) {
    return `PNG with colour type ${colourType} and ${bits} bits`;
  }
  if (view.getUint8(10) !== 0 || view.getUint8(11) !== 0 || view.getUint8(12) > 1)
    return 'PNG with an unknown method';
  if (colourType === 3 && (parts.palette.length === 0 || parts.palette.length % 3 !== 0))
    return 'PNG without its palette';
  if (parts.compressed.length === 0) return 'PNG without a picture';
  return { widthPx, heightPx, bits, colourType, interlaced: view.getUint8(12) === 1, ...parts };
}

function isColourType(value: number): value is PngColourType {
  return value === 0 || value === 2 || value === 3 || value === 4 || value === 6;
}

/** Where the pixels of one pass lie (Adam7, ISO/IEC 15948 §8.2); a picture that is not interlaced is one pass. */
export interface PngPass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
  /** Bytes of one row without its filter byte. */
  readonly rowBytes: number;
}

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The passes of a picture that hold pixels, in file order. */
export function pngPasses(png: Png): readonly PngPass[] {
  const steps = png.interlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  return steps
    .map(([x, y, stepX, stepY]) => {
      const columns = Math.max(0, Math.ceil((png.widthPx - x) / stepX));
      const rows = Math.max(0, Math.ceil((png.heightPx - y) / stepY));
      const rowBytes = Math.ceil((columns * png.bits * pngChannels[png.colourType]) / 8);
      return { x, y, stepX, stepY, columns, rows, rowBytes };
    })
    .filter((pass) => pass.columns > 0 && pass.rows > 0);
}

/** The filtered rows of all passes, or what is wrong with them. Never more bytes than the header asks for. */
export function inflatePng(png: Png): Uint8Array | string {
  const size = pngPasses(png).reduce((sum, pass) => sum + pass.rows * (pass.rowBytes + 1), 0);
  try {
    const data = inflateSync(Buffer.concat(png.compressed), { maxOutputLength: size });
    return data.length === size ? data : 'PNG holds fewer pixels than its header says';
  } catch {
    return 'PNG pixels cannot be decompressed';
  }
}
