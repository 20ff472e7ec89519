/** One picture of a GIF, as the file says it. */
export interface GifFrame {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly interlaced: boolean;
  /** Red, green and blue of each colour. */
  readonly palette: Uint8Array;
  /** The number of the colour through which one sees what is behind. */
  readonly transparent: number | undefined;
  readonly colourBits: number;
  readonly data: Uint8Array;
}

/** A GIF taken apart (GIF89a); no pixel of it is decoded. */
export interface Gif {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frames: readonly GifFrame[];
}

/** More frames are refused: each takes memory, and nobody follows them. */
export const mostGifFrames = 10_000;

const sign = { extension: 0x21, frame: 0x2c, end: 0x3b, control: 0xf9 } as const;

/** A GIF taken apart to its last block, or what is wrong with it. */
export function readGif(bytes: Uint8Array): Gif | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 13) return 'GIF is cut off';
  const [widthPx, heightPx] = [view.getUint16(6, true), view.getUint16(8, true)];
  if (widthPx === 0 || heightPx === 0) return 'GIF without a size';
  const shared = paletteAt(bytes, 13, bytes[10] ?? 0);
  const frames: GifFrame[] = [];
  let transparent: number | undefined;
  let position = 13 + shared.length;
  while (position < bytes.length) {
    const block = bytes[position];
    if (block === sign.end)
      return frames.length > 0 ? { widthPx, heightPx, frames } : 'GIF without a picture';
    if (block === sign.extension) {
      const parts = subBlocks(bytes, position + 2);
      if (parts === undefined) break;
      if (bytes[position + 1] === sign.control) transparent = transparentOf(parts.data);
      position = parts.end;
    } else if (block === sign.frame) {
      const found = frameAt(bytes, position, { shared, transparent });
      if (found === undefined) break;
      const { frame, end } = found;
      const fault = faultOf(frame, { widthPx, heightPx, number: frames.push(frame) });
      if (fault !== undefined) return fault;
      transparent = undefined;
      position = end;
    } else return `GIF with a block at byte ${position} that is of no GIF`;
  }
  return frames.length > 0 ? `GIF is cut off in or behind its frame ${frames.length}` : 'GIF is cut off';
}

function faultOf(
  frame: GifFrame,
  of: { readonly widthPx: number; readonly heightPx: number; readonly number: number },
): string | undefined {
  if (of.number > mostGifFrames) return `GIF with more than ${mostGifFrames} frames`;
  if (frame.widthPx === 0 || frame.heightPx === 0) return `GIF whose frame ${of.number} has no size`;
  if (frame.x + frame.widthPx > of.widthPx || frame.y + frame.heightPx > of.heightPx)
    return `GIF whose frame ${of.number} is larger than the picture`;
  if (frame.palette.length === 0) return `GIF whose frame ${of.number} has no palette`;
  if (frame.colourBits < 2 || frame.colourBits > 8)
    return `GIF whose frame ${of.number} has ${frame.colourBits} bits a colour`;
  return undefined;
}

function frameAt(
  bytes: Uint8Array,
  start: number,
  { shared, transparent }: { readonly shared: Uint8Array; readonly transparent: number | undefined },
): { readonly frame: GifFrame; readonly end: number } | undefined {
  if (start + 11 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, 10);
  const flags = view.getUint8(9);
  const own = paletteAt(bytes, start + 10, flags);
  const dataStart = start + 10 + own.length;
  const parts = subBlocks(bytes, dataStart + 1);
  if (parts === undefined) return undefined;
  const frame = {
    x: view.getUint16(1, true),
    y: view.getUint16(3, true),
    widthPx: view.getUint16(5, true),
    heightPx: view.getUint16(7, true),
    interlaced: (flags & 0x40) !== 0,
    palette: own.length > 0 ? own : shared,
    transparent,
    colourBits: bytes[dataStart] ?? 0,
    data: parts.data,
  };
  return { frame, end: parts.end };
}

function paletteAt(bytes: Uint8Array, start: number, flags: number): Uint8Array {
  const size = (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
  return bytes.subarray(start, start + size);
}

/** The number of the transparent colour, if the extension before a frame names one. */
function transparentOf(control: Uint8Array): number | undefined {
  return ((control[0] ?? 0) & 1) === 1 ? control[3] : undefined;
}

/** The data of blocks that each begin with their length, up to the empty one; `undefined` where the file ends before it. */
function subBlocks(
  bytes: Uint8Array,
  start: number,
): { readonly data: Uint8Array; readonly end: number } | undefined {
  let size = 0;
  let end = start;
  for (let length = bytes[end]; length !== 0; length = bytes[end]) {
    if (length === undefined) return undefined;
    size += length;
    end += 1 + length;
  }
  // Blocks can be of one byte: a list of them would take a hundred times the memory of the file.
  const data = new Uint8Array(size);
  for (let at = start, to = 0; at < end;) {
    const length = bytes[at] ?? 0;
    data.set(bytes.subarray(at + 1, at + 1 + length), to);
    to += length;
    at += 1 + length;
  }
  return { data, end: end + 1 };
}
