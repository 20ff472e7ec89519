import { crc32, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG taken apart (ISO/IEC 15948). */
export interface Png {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly colourType: PngColourType;
  readonly interlaced: boolean;
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array | undefined;
  /** The chunk of its ICC profile, whose colours are then not those of sRGB. */
  readonly profile: Uint8Array | undefined;
  /** Its Exif, without what begins that of a JPEG (PNG 3 §11.3.3.7). */
  readonly exif: Uint8Array | undefined;
  /** How many pictures follow each other; 1 where it stands still (PNG 3 §11.3.6). */
  readonly frames: number;
  /** The `IDAT` chunks. */
  readonly compressed: readonly Uint8Array[];
  /** Where the file ends as a PNG; more bytes may follow. */
  readonly end: number;
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

type Chunks = Pick<Png, 'compressed' | 'end'> & Readonly<Partial<Record<SingleChunk, Uint8Array>>>;

/** Chunks that a file has once at most (ISO/IEC 15948 §5.6). */
type SingleChunk = 'IHDR' | 'PLTE' | 'tRNS' | 'acTL' | 'iCCP' | 'eXIf';

const singleChunks: ReadonlySet<string> = new Set<SingleChunk>([
  'IHDR',
  'PLTE',
  'tRNS',
  'acTL',
  'iCCP',
  'eXIf',
]);

function isSingle(type: string): type is SingleChunk {
  return singleChunks.has(type);
}

/** A PNG taken apart, with the CRC of each chunk checked, or what is wrong with it. Pixels are not decompressed here. */
export function readPng(bytes: Uint8Array): Png | string {
  if (signature.compare(bytes.subarray(0, 8)) !== 0) return 'PNG begins as none does';
  const chunks = readChunks(bytes);
  return typeof chunks === 'string' ? chunks : assemble(chunks);
}

function readChunks(bytes: Uint8Array): Chunks | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const compressed: Uint8Array[] = [];
  const single: Partial<Record<SingleChunk, Uint8Array>> = {};
  let previous = '';
  let position = 8;
  while (position + 12 <= bytes.length) {
    const end = position + 12 + view.getUint32(position);
    if (end > bytes.length) return `PNG chunk at byte ${position} is cut off`;
    if (crc32(bytes.subarray(position + 4, end - 4)) !== view.getUint32(end - 4)) {
      return `PNG chunk at byte ${position} is damaged`;
    }
    const type = Buffer.from(bytes.subarray(position + 4, position + 8)).toString('latin1');
    const data = bytes.subarray(position + 8, end - 4);
    if (previous === '' && type !== 'IHDR') return 'PNG does not begin with its header';
    if (type === 'IEND') return { ...single, compressed, end };
    if (type === 'IDAT') {
      if (previous !== 'IDAT' && compressed.length > 0) return 'PNG whose picture is in two places';
      compressed.push(data);
    } else if (isSingle(type)) {
      if (single[type] !== undefined) return `PNG with two chunks ${type}`;
      single[type] = data;
    } else if (/^[A-Z]/u.test(type)) {
      // §5.4: who does not know a chunk with such a name cannot show the picture.
      return `PNG with a chunk at byte ${position} that is of no PNG`;
    }
    previous = type;
    position = end;
  }
  return 'PNG is cut off';
}

function assemble({
  IHDR: header,
  PLTE: palette,
  tRNS: transparency,
  acTL: animation,
  iCCP: profile,
  eXIf: exif,
  compressed,
  end,
}: Chunks): Png | string {
  if (header?.length !== 13) return 'PNG header has the wrong length';
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
  if (colourType === 3 && palette === undefined) return 'PNG without its palette';
  const colours = (palette?.length ?? 0) / 3;
  if (palette !== undefined && (colours === 0 || colours > 256 || !Number.isInteger(colours)))
    return 'PNG with a damaged palette';
  if (compressed.length === 0) return 'PNG without a picture';
  return {
    widthPx,
    heightPx,
    bits,
    colourType,
    interlaced: view.getUint8(12) === 1,
    palette: palette ?? new Uint8Array(),
    transparency,
    profile,
    exif,
    frames: framesOf(animation),
    compressed,
    end,
  };
}

/** A damaged count moves nothing. */
function framesOf(animation: Uint8Array | undefined): number {
  if (animation === undefined || animation.length < 8) return 1;
  return new DataView(animation.buffer, animation.byteOffset).getUint32(0);
}

function isColourType(value: number): value is PngColourType {
  return value === 0 || value === 2 || value === 3 || value === 4 || value === 6;
}

/** Where the pixels of one pass lie (Adam7, ISO/IEC 15948 §8.2); a picture that is not interlaced is one pass. */
export interface PngPass {
  /** From 1 to 7. */
  readonly number: number;
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
    .map(([x, y, stepX, stepY], index) => {
      const columns = Math.max(0, Math.ceil((png.widthPx - x) / stepX));
      const rows = Math.max(0, Math.ceil((png.heightPx - y) / stepY));
      const rowBytes = Math.ceil((columns * png.bits * pngChannels[png.colourType]) / 8);
      return { number: index + 1, x, y, stepX, stepY, columns, rows, rowBytes };
    })
    .filter((pass) => pass.columns > 0 && pass.rows > 0);
}

/** The filtered rows of all passes, or what is wrong with them. Never more bytes than the header asks for. */
export function inflatePng(png: Png): Uint8Array | string {
  const size = pngPasses(png).reduce((sum, pass) => sum + pass.rows * (pass.rowBytes + 1), 0);
  try {
    return inflateSync(Buffer.concat(png.compressed), { maxOutputLength: size });
  } catch {
    return 'PNG pixels cannot be decompressed';
  }
}
