import { inflateSync } from 'node:zlib';
import { filterStep, unfilterRow } from '../../src/assets/unfilter-row.ts';
import { pngChannels, readPng } from '../../src/assets/read-png.ts';

/** The pixels of a PNG of 8 bits that is not interlaced, as RGBA in hexadecimal; one through which all is seen is `clear`. */
export function pixelsOf(bytes: Uint8Array): readonly string[] {
  const png = readPng(bytes);
  if (typeof png === 'string') throw new Error(png);
  const channels = pngChannels[png.colourType];
  const rows = inflateSync(Buffer.concat(png.compressed));
  const rowBytes = png.widthPx * channels;
  let above = new Uint8Array(rowBytes);
  const pixels: string[] = [];
  for (let row = 0; row < png.heightPx; row += 1) {
    const target = new Uint8Array(rowBytes);
    unfilterRow(rows.subarray(row * (rowBytes + 1), (row + 1) * (rowBytes + 1)), {
      above,
      target,
      step: filterStep(png),
    });
    for (let at = 0; at < rowBytes; at += channels) {
      const entry = target[at] ?? 0;
      const colour =
        png.colourType === 3 ? png.palette.subarray(entry * 3, entry * 3 + 3) : target.subarray(at, at + 3);
      pixels.push(hex([...colour, channels === 4 ? (target[at + 3] ?? 0) : 255]));
    }
    above = target;
  }
  return pixels;
}

/** The same of bytes in RGBA. */
export function pixelsIn(rgba: Uint8Array): readonly string[] {
  return Array.from({ length: rgba.length / 4 }, (_, index) =>
    hex([...rgba.subarray(index * 4, index * 4 + 4)]),
  );
}

function hex(pixel: readonly number[]): string {
  return pixel[3] === 0 ? 'clear' : Buffer.from(pixel).toString('hex');
}
