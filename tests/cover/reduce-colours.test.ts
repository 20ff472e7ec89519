import { describe, expect, test } from 'vitest';
import { accent, grounds, titleInk, type Rgb } from '../../src/cover/cover-colours.ts';
import { coverPalette, indexRows } from '../../src/cover/reduce-colours.ts';

const [black, white, red]: readonly Rgb[] = [
  [0, 0, 0],
  [255, 255, 255],
  [200, 0, 0],
];
const palette = [black, white, red].filter((colour) => colour !== undefined);

function pixelsOf(colours: readonly (Rgb | undefined)[]): Uint8Array {
  return new Uint8Array(colours.flatMap((colour) => [...(colour ?? []), 255]));
}

describe('pixels as numbers of colours', () => {
  test('each row begins with its filter, and a run ends where its row does', () => {
    const rows = indexRows(pixelsOf([black, red, red, red, red, white]), 3, palette);
    expect([...rows]).toEqual([0, 0, 2, 2, 0, 2, 2, 1]);
  });

  test('what is not in the palette becomes the nearest of it', () => {
    const rows = indexRows(pixelsOf([[250, 251, 252], [9, 9, 9], [180, 20, 30], white]), 4, palette);
    expect([...rows]).toEqual([0, 1, 0, 2, 1]);
  });

  test('the palette has what a cover is painted with', () => {
    const colours = coverPalette().map((colour) => colour.join());
    expect(colours.length).toBeLessThanOrEqual(256);
    expect(new Set(colours).size).toBe(colours.length);
    for (const colour of [...grounds, titleInk, accent]) expect(colours).toContain(colour.join());
  });
});
