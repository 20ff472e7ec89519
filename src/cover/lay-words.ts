import { softInk, titleInk, type Rgb } from './cover-colours.ts';
import { channels, coverPalette, filterBytes, nearest } from './reduce-colours.ts';

/** How many values a byte of a pixel can have. */
const byteValues = 256;
const opaque = byteValues - 1;

/**
 * The rows of a scenery, numbers of colours of `coverPalette`, with words on it. The words are RGBA pixels of the same size, drawn in
 * `marks`; a cover has few rows with words, and few pixels of those are theirs.
 */
export function layWords(scenery: Uint8Array, words: Uint8Array, widthPx: number): Uint8Array {
  const rows = scenery.slice();
  const rowBytes = widthPx * channels;
  const bytes = Buffer.from(words.buffer, words.byteOffset, words.length);
  const nothing = Buffer.alloc(rowBytes);
  let to = filterBytes;
  for (let from = 0; from < bytes.length; from += rowBytes, to += filterBytes + widthPx) {
    if (bytes.compare(nothing, 0, rowBytes, from, from + rowBytes) !== 0) {
      layRow(rows.subarray(to, to + widthPx), words.subarray(from, from + rowBytes));
    }
  }
  return rows;
}

function layRow(row: Uint8Array, words: Uint8Array): void {
  for (let at = 0, x = 0; at < words.length; at += channels, x += 1) {
    const opacity = words[at + channels - 1] ?? 0;
    if (opacity === 0) continue;
    const isOfTitle = (words[at] ?? 0) > (words[at + 2] ?? 0);
    row[x] = shadeOf(row[x] ?? 0, isOfTitle ? 0 : 1, opacity);
  }
}

const inks = [titleInk, softInk] as const;

/** One more than the shade of an ink on a colour of the palette, by both and the opacity; 0 where it was not yet asked for. */
let shades: Uint16Array | undefined;

function shadeOf(ground: number, ink: 0 | 1, opacity: number): number {
  const palette = coverPalette();
  shades ??= new Uint16Array(palette.length * inks.length * byteValues);
  const place = (ground * inks.length + ink) * byteValues + opacity;
  const known = shades[place] ?? 0;
  if (known > 0) return known - 1;
  const shade = nearest(mix(palette[ground] ?? inks[ink], inks[ink], opacity / opaque), palette);
  shades[place] = shade + 1;
  return shade;
}

function mix(ground: Rgb, ink: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => ground[index] + (ink[index] - ground[index]) * share;
  return [part(0), part(1), part(2)];
}
