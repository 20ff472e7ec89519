/** A WebP taken apart (RFC 9649); no pixel of it is decoded. */
export interface Webp {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The ICC profile of its colours. */
  readonly profile?: Uint8Array;
  /** One where it stands still. */
  readonly frames: readonly WebpFrame[];
}

/** One picture of a WebP. */
export interface WebpFrame {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** A WebP of this picture alone. */
  readonly bytes: Uint8Array;
}

/** More frames are refused: each takes memory, and nobody follows them. */
export const mostWebpFrames = 10_000;

/** More chunks are refused: some stand beside each frame. */
const mostChunks = 4 * mostWebpFrames;

interface Chunk {
  readonly type: string;
  /** With its type and length, and the byte that makes its length even. */
  readonly whole: Uint8Array;
  readonly data: Uint8Array;
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A WebP taken apart to its last chunk, or what is wrong with it. */
export function readWebp(bytes: Uint8Array): Webp | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return 'WebP is cut off';
  const end = view.getUint32(4, true) + 8;
  if (end > bytes.length) return 'WebP is cut off';
  const chunks = readChunks(bytes.subarray(12, end));
  if (typeof chunks === 'string') return chunks;
  const [first] = chunks;
  if (first?.type !== 'VP8X') return stillOf(chunks);
  if (first.data.length < 10) return 'WebP header is too short';
  const canvas = { widthPx: 1 + uint24(first.data, 4), heightPx: 1 + uint24(first.data, 7) };
  const moving = chunks.filter(({ type }) => type === 'ANMF');
  if (moving.length > mostWebpFrames) return `WebP with more than ${mostWebpFrames} frames`;
  const colours = chunks.find(({ type }) => type === 'ICCP');
  const profile = colours && { profile: colours.data };
  if (moving.length === 0) {
    const still = stillOf(chunks, canvas);
    return typeof still === 'string' ? still : { ...still, ...profile };
  }
  const frames: WebpFrame[] = [];
  for (const { data } of moving) {
    const frame = movingFrame(data, { canvas, number: frames.length + 1 });
    if (typeof frame === 'string') return frame;
    frames.push(frame);
  }
  return { ...canvas, ...profile, frames };
}

function readChunks(bytes: Uint8Array): readonly Chunk[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) return 'WebP is cut off in its last chunk';
    const length = view.getUint32(at + 4, true);
    const dataEnd = at + 8 + length;
    if (dataEnd > bytes.length) return `WebP chunk at byte ${at + 12} is cut off`;
    const end = Math.min(dataEnd + (length % 2), bytes.length);
    const type = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
    if (chunks.length === mostChunks) return `WebP with more than ${mostChunks} chunks`;
    chunks.push({ type, whole: bytes.subarray(at, end), data: bytes.subarray(at + 8, dataEnd) });
    at = end;
  }
  return chunks;
}

function stillOf(chunks: readonly Chunk[], canvas?: Size): Webp | string {
  const size = codedSize(chunks);
  if (typeof size === 'string') return size;
  if (canvas && (canvas.widthPx !== size.widthPx || canvas.heightPx !== size.heightPx))
    return 'WebP whose picture is not of its size';
  return { ...size, frames: [{ x: 0, y: 0, ...size, bytes: alone(chunks, size) }] };
}

function movingFrame(
  data: Uint8Array,
  { canvas, number }: { readonly canvas: Size; readonly number: number },
): WebpFrame | string {
  const chunks = data.length < 16 ? 'WebP is cut off' : readChunks(data.subarray(16));
  const size = typeof chunks === 'string' ? chunks : codedSize(chunks);
  if (typeof chunks === 'string' || typeof size === 'string') return `Frame ${number}: ${String(size)}`;
  const [x, y] = [2 * uint24(data, 0), 2 * uint24(data, 3)];
  const isItsOwn = size.widthPx === 1 + uint24(data, 6) && size.heightPx === 1 + uint24(data, 9);
  if (!isItsOwn) return `WebP whose frame ${number} is not of its size`;
  if (x + size.widthPx > canvas.widthPx || y + size.heightPx > canvas.heightPx)
    return `WebP whose frame ${number} is larger than the picture`;
  return { x, y, ...size, bytes: alone(chunks, size) };
}

/** The size that the coded picture itself tells (RFC 6386 §9.1; RFC 9649 §3.4). */
function codedSize(chunks: readonly Chunk[]): Size | string {
  const coded = chunks.find(({ type }) => type === 'VP8 ' || type === 'VP8L');
  if (coded === undefined) return 'WebP without a picture';
  const { data, type } = coded;
  if (data.length < 10) return 'WebP whose picture is cut off';
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (type === 'VP8L') {
    if (data[0] !== 0x2f) return 'WebP whose picture begins as none does';
    const bits = view.getUint32(1, true);
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (uint24(data, 3) !== 0x2a019d) return 'WebP whose picture begins as none does';
  const size = { widthPx: view.getUint16(6, true) & 0x3fff, heightPx: view.getUint16(8, true) & 0x3fff };
  return size.widthPx === 0 || size.heightPx === 0 ? 'WebP without a size' : size;
}

/** The picture with its alpha, and nothing else of the file. */
function alone(chunks: readonly Chunk[], { widthPx, heightPx }: Size): Uint8Array {
  const coded = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L').slice(0, 1);
  const alpha = coded[0]?.type === 'VP8 ' ? chunks.filter(({ type }) => type === 'ALPH').slice(0, 1) : [];
  const header = Buffer.alloc(18);
  header.write('VP8X', 'latin1');
  header.writeUInt32LE(10, 4);
  header[8] = 0x10;
  header.writeUIntLE(widthPx - 1, 12, 3);
  header.writeUIntLE(heightPx - 1, 15, 3);
  const body = [...(alpha.length > 0 ? [header] : []), ...[...alpha, ...coded].flatMap(evened)];
  const riff = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  riff.writeUInt32LE(4 + body.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([riff, ...body]);
}

function evened({ whole }: Chunk): readonly Uint8Array[] {
  return whole.length % 2 === 0 ? [whole] : [whole, Buffer.alloc(1)];
}

function uint24(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
}
