import { execFileSync } from 'node:child_process';
import { inflatePng, readPng } from '../../../src/assets/read-png.ts';
import { writePng } from '../../../src/assets/write-png.ts';

/** A picture of grey pixels, row by row, 0 black to 255 white. */
export interface GreyPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8Array;
}

/** Draws every page of a PDF with Poppler, at 60 pixels an inch. */
export function drawPages(pdf: Uint8Array): readonly GreyPicture[] {
  const drawn = execFileSync('pdftoppm', ['-r', '60', '-gray', '-'], { input: pdf, maxBuffer: 2 ** 28 });
  const pictures: GreyPicture[] = [];
  let position = 0;
  while (position < drawn.length) {
    const picture = readPgm(drawn.subarray(position));
    position += picture.bytes;
    pictures.push(picture);
  }
  return pictures;
}

/** The first picture of a stream of portable greymaps of 8 bits, and the bytes that it takes. */
function readPgm(bytes: Uint8Array): GreyPicture & { readonly bytes: number } {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (!header) throw new Error('Poppler drew something that is no greymap of 8 bits');
  const [widthPx, heightPx] = [Number(header[1]), Number(header[2])];
  const end = header[0].length + widthPx * heightPx;
  return { widthPx, heightPx, pixels: bytes.slice(header[0].length, end), bytes: end };
}

const greys = new Uint8Array(256 * 3).map((_, index) => Math.floor(index / 3));

/** A PNG whose palette holds all greys: rows of text without filters are smallest so. */
export function writeGreyPng({ widthPx, heightPx, pixels }: GreyPicture): Uint8Array {
  const rows = new Uint8Array((widthPx + 1) * heightPx);
  for (let row = 0; row < heightPx; row += 1)
    rows.set(pixels.subarray(row * widthPx, (row + 1) * widthPx), row * (widthPx + 1) + 1);
  return writePng({ widthPx, heightPx, colourType: 3, palette: greys }, rows);
}

/**
 * Reads what `writeGreyPng` wrote.
 * @throws Error where it is another kind of PNG.
 */
export function readGreyPng(bytes: Uint8Array): GreyPicture {
  const png = readPng(bytes);
  const rows = typeof png === 'string' ? png : inflatePng(png);
  if (typeof png === 'string' || typeof rows === 'string') throw new Error(String(rows));
  const { widthPx, heightPx, palette } = png;
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    const from = row * (widthPx + 1);
    if (rows[from] !== 0) throw new Error('The PNG was not written by this test: its rows are filtered');
    pixels.set(rows.subarray(from + 1, from + 1 + widthPx), row * widthPx);
  }
  if (Buffer.compare(palette, greys) !== 0)
    throw new Error('The PNG was not written by this test: its palette differs');
  return { widthPx, heightPx, pixels };
}
