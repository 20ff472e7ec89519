import { describe, expect, test } from 'vitest';
import { grounds, softInk, titleInk, type Rgb } from '../../src/cover/cover-colours.ts';
import { layWords } from '../../src/cover/lay-words.ts';
import { coverPalette } from '../../src/cover/reduce-colours.ts';

const palette = coverPalette();
const number = (colour: Rgb | undefined): number =>
  palette.findIndex((each) => each.join() === colour?.join());
const [ground, leaf] = grounds;

/** Two rows of three pixels: the ground, then a half of the leaf. */
const scenery = Uint8Array.from([
  ...[0, number(ground), number(ground), number(ground)],
  ...[0, number(leaf), number(leaf), number(leaf)],
]);
const nothing = [0, 0, 0, 0];
/** A pixel of the title, and one of other words, drawn in their marks. */
const title = (opacity: number): readonly number[] => [255, 0, 0, opacity];
const soft = (opacity: number): readonly number[] => [0, 0, 255, opacity];

/** The colours of the second row with pixels on it. */
function laid(...pixels: readonly (readonly number[])[]): readonly (Rgb | undefined)[] {
  const words = new Uint8Array([...nothing, ...nothing, ...nothing, ...pixels.flat()]);
  const rows = layWords(scenery, words, 3);
  expect([...rows.subarray(0, 5)]).toEqual([...scenery.subarray(0, 5)]);
  return [...rows.subarray(5)].map((index) => palette[index]);
}

describe('words on a scenery', () => {
  test('take their inks, and leave what lies beside them', () => {
    expect(laid(title(255), nothing, soft(255))).toEqual([titleInk, leaf, softInk]);
  });

  test('have edges between their ink and what they stand on', () => {
    const [faint = leaf, strong = leaf] = laid(title(85), title(170), nothing);
    const light = (colour: Rgb | undefined): number => colour?.[0] ?? 0;
    expect(light(leaf)).toBeLessThan(light(faint));
    expect(light(faint)).toBeLessThan(light(strong));
    expect(light(strong)).toBeLessThan(light(titleInk));
  });

  test('do not change the scenery for the next cover', () => {
    const before = [...scenery];
    laid(title(255), title(255), title(255));
    expect([...scenery]).toEqual(before);
  });
});
