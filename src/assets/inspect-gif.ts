import { broken, checkPixels, type ImageInspection } from './image-header.ts';
import { encodePixels } from './encode-pixels.ts';
import { writePng } from './write-png.ts';
import { walkLzw } from './gif/lzw.ts';
import { readGif, type Gif, type GifFrame } from './gif/read-gif.ts';

/** Walks all frames of a GIF to their last pixel, and draws the first one, which is what paper shows. */
export function inspectGif(bytes: Uint8Array, limits: { readonly imagePixels: number }): ImageInspection {
  const gif = readGif(bytes);
  if (typeof gif === 'string') return broken(gif);
  const { widthPx, heightPx, frames } = gif;
  const tooLarge = checkPixels(widthPx, heightPx, limits.imagePixels);
  if (tooLarge) return tooLarge;
  let numbers: Uint8Array | undefined;
  for (const [index, frame] of frames.entries()) {
    const pixels = frame.widthPx * frame.heightPx;
    const into = index === 0 ? new Uint8Array(pixels) : undefined;
    const walked = walkLzw({ ...frame, pixels }, into);
    if (walked < pixels) {
      const row = Math.floor(walked / frame.widthPx) + 1;
      return broken(`GIF is damaged in row ${row} of ${frame.heightPx} of its frame ${index + 1}`);
    }
    numbers ??= into;
  }
  const [first] = frames;
  if (first === undefined || numbers === undefined) return broken('GIF without a picture');
  return {
    state: 'good',
    mediaType: 'image/gif',
    widthPx,
    heightPx,
    orientation: 1,
    ...(frames.length > 1 && { frames: frames.length }),
    png: drawFrame(gif, first, inOrder(first, numbers)),
  };
}

/** A picture that covers all and through which one sees nowhere keeps its palette. */
function drawFrame(gif: Gif, frame: GifFrame, numbers: Uint8Array): Uint8Array {
  const { widthPx, heightPx } = gif;
  const coversAll = frame.widthPx === widthPx && frame.heightPx === heightPx;
  if (coversAll && (frame.transparent === undefined || !numbers.includes(frame.transparent))) {
    const rows = new Uint8Array(heightPx * (widthPx + 1));
    for (let row = 0; row < heightPx; row += 1)
      rows.set(numbers.subarray(row * widthPx, (row + 1) * widthPx), row * (widthPx + 1) + 1);
    const palette = new Uint8Array(3 * 2 ** frame.colourBits);
    palette.set(frame.palette.subarray(0, palette.length));
    return writePng({ widthPx, heightPx, colourType: 3, palette }, rows);
  }
  const pixels = new Uint8Array(widthPx * heightPx * 4);
  for (let row = 0; row < frame.heightPx; row += 1) {
    for (let column = 0; column < frame.widthPx; column += 1) {
      const number = numbers[row * frame.widthPx + column] ?? 0;
      if (number === frame.transparent) continue;
      const at = ((frame.y + row) * widthPx + frame.x + column) * 4;
      pixels.set(frame.palette.subarray(number * 3, number * 3 + 3), at);
      pixels[at + 3] = 255;
    }
  }
  return encodePixels(pixels, { widthPx, heightPx });
}

/** Where rows come first, and how far they are apart, where a frame is interlaced (GIF89a, appendix E). */
const passes = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

function inOrder({ widthPx, heightPx, interlaced }: GifFrame, numbers: Uint8Array): Uint8Array {
  if (!interlaced) return numbers;
  const out = new Uint8Array(numbers.length);
  let from = 0;
  for (const [first, step] of passes) {
    for (let row = first; row < heightPx; row += step, from += widthPx)
      out.set(numbers.subarray(from, from + widthPx), row * widthPx);
  }
  return out;
}
