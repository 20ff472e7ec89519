import { pngChannels, pngPasses, type Png, type PngPass } from './read-png.ts';
import { filterStep, unfilterRow } from './unfilter-row.ts';
import { writePng } from './write-png.ts';

/**
 * Whether pdfkit 0.20.2 (with png-js 2.0.0) embeds a PNG wrongly: it counts the colour keys of grey and RGB by bytes, reads
 * packed pixels as whole bytes, takes the last entry of a transparent palette for clear, and a suggested palette for
 * the palette; and the colours of a palette are those of sRGB to it, whatever their profile.
 */
export function needsNormalising(png: Png): boolean {
  const { colourType, bits, interlaced, transparency, palette, profile } = png;
  if (colourType === 3 && profile !== undefined) return true;
  return transparency !== undefined || (bits < 8 && interlaced) || (colourType !== 3 && palette.length > 0);
}

/** The same picture as a plain PNG: RGB with alpha, 8 bits, not interlaced. `rows` are those of `inflatePng`, whose filters are known. */
export function normalisePng(png: Png, rows: Uint8Array): Uint8Array {
  const pixels = new Uint8Array(png.heightPx * (png.widthPx * 4 + 1));
  let position = 0;
  for (const pass of pngPasses(png)) {
    const size = pass.rows * (pass.rowBytes + 1);
    const samples = unfilterRows(rows.subarray(position, position + size), { pass, png });
    placePixels(samples, { pass, png, pixels });
    position += size;
  }
  const { widthPx, heightPx } = png;
  return writePng({ widthPx, heightPx, colourType: 6 }, pixels);
}

function unfilterRows(
  data: Uint8Array,
  { pass, png }: { readonly pass: PngPass; readonly png: Png },
): Uint8Array {
  const { rows, rowBytes } = pass;
  const out = new Uint8Array(rows * rowBytes);
  let above = new Uint8Array(rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const target = out.subarray(row * rowBytes, (row + 1) * rowBytes);
    const filtered = data.subarray(row * (rowBytes + 1), (row + 1) * (rowBytes + 1));
    unfilterRow(filtered, { above, target, step: filterStep(png) });
    above = target;
  }
  return out;
}

interface Placing {
  readonly pass: PngPass;
  readonly png: Png;
  readonly pixels: Uint8Array;
}

function placePixels(samples: Uint8Array, { pass, png, pixels }: Placing): void {
  const stride = png.widthPx * 4 + 1;
  for (let row = 0; row < pass.rows; row += 1) {
    for (let column = 0; column < pass.columns; column += 1) {
      const rgba = pixelAt(samples.subarray(row * pass.rowBytes), column, png);
      pixels.set(rgba, (pass.y + row * pass.stepY) * stride + 1 + (pass.x + column * pass.stepX) * 4);
    }
  }
}

function pixelAt(row: Uint8Array, column: number, png: Png): readonly number[] {
  const channels = pngChannels[png.colourType];
  const read = (channel: number): number => sampleAt(row, column * channels + channel, png.bits);
  const eight = (value: number): number =>
    png.bits === 16 ? value >> 8 : Math.round((value * 255) / (2 ** png.bits - 1));
  const first = read(0);
  switch (png.colourType) {
    case 0:
      return [eight(first), eight(first), eight(first), isKey(png, [first]) ? 0 : 255];
    case 2: {
      const rgb = [first, read(1), read(2)];
      return [...rgb.map(eight), isKey(png, rgb) ? 0 : 255];
    }
    case 3: {
      const [red = 0, green = 0, blue = 0] = png.palette.subarray(first * 3, first * 3 + 3);
      return [red, green, blue, png.transparency?.[first] ?? 255];
    }
    case 4:
      return [eight(first), eight(first), eight(first), eight(read(1))];
    case 6:
      return [eight(first), eight(read(1)), eight(read(2)), eight(read(3))];
  }
}

/** One sample of 1, 2, 4, 8 or 16 bits; small ones are packed from the high end of each byte. */
function sampleAt(row: Uint8Array, index: number, bits: number): number {
  if (bits === 8) return row[index] ?? 0;
  if (bits === 16) return ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
  const perByte = 8 / bits;
  const byte = row[Math.floor(index / perByte)] ?? 0;
  return (byte >> (8 - bits * ((index % perByte) + 1))) & (2 ** bits - 1);
}

function isKey(png: Png, samples: readonly number[]): boolean {
  const key = png.transparency;
  if (key === undefined || key.length < samples.length * 2) return false;
  return samples.every(
    (sample, index) => sample === (((key[index * 2] ?? 0) << 8) | (key[index * 2 + 1] ?? 0)),
  );
}
