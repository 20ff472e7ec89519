import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inflatePng, readPng } from '../../src/assets/read-png.ts';
import { writePng, type PngPressing } from '../../src/assets/write-png.ts';

const [widthPx, heightPx] = [300, 40];
const palette = new Uint8Array(Array.from({ length: 256 * 3 }, (_, index) => index % 256));

/** Rows with runs of every length, and stretches without any. */
function rows(): Uint8Array {
  const bytes = new Uint8Array((widthPx + 1) * heightPx);
  for (let row = 0; row < heightPx; row += 1)
    for (let x = 0; x < widthPx; x += 1)
      bytes[row * (widthPx + 1) + 1 + x] =
        row % 3 === 2 ? (x * 37 + row * row * 11) % 256 : Math.floor(x / (row + 1));
  return bytes;
}

function press(pressing: PngPressing): Uint8Array {
  return writePng({ widthPx, heightPx, colourType: 3, palette }, rows(), pressing);
}

test('what is pressed by runs is the rows that were given', () => {
  const png = readPng(press('runs'));
  if (typeof png === 'string') throw new Error(png);
  expect(Buffer.from(inflatePng(png)).equals(rows())).toBe(true);
  expect(press('runs')).not.toEqual(press(5));
});

test('what is pressed by runs has the same bytes with every release of Node', () => {
  expect(createHash('sha256').update(press('runs')).digest('hex')).toBe(
    '2de848bc533eb4e110dd2af47dd06554da39ebb45ecd5505a04f6ac7245628a8',
  );
});
