import { describe, expect, test } from 'vitest';
import { accent, grounds, softInk, titleInk, type Rgb } from '../../src/cover/cover-colours.ts';
import { coverPalette } from '../../src/cover/cover-palette.ts';
import { coverageOf } from '../../src/cover/coverage.ts';
import { flattenPath, type Contour } from '../../src/cover/flatten-path.ts';
import { paintShapes } from '../../src/cover/paint-shapes.ts';
import { mirrored, rectangle, unmoved, type PathStep, type Shape } from '../../src/cover/shape.ts';

/** The share of each pixel that is covered, in rows, as percents. */
function percents(contours: readonly Contour[], widthPx: number, heightPx: number): readonly number[][] {
  const shares = Array.from({ length: heightPx }, () => Array.from({ length: widthPx }, () => 0));
  const { cells, ...box } = coverageOf(contours, { widthPx, heightPx });
  const stride = box.heightPx > 0 ? cells.length / box.heightPx : 0;
  for (let row = 0; row < box.heightPx; row += 1) {
    let sum = 0;
    for (let x = 0; x < box.widthPx; x += 1) {
      sum += cells[row * stride + x] ?? 0;
      const line = shares[box.topPx + row] ?? [];
      line[box.leftPx + x] = Math.round(100 * Math.min(Math.abs(sum), 1));
    }
  }
  return shares;
}

function box(left: number, top: number, right: number, bottom: number): Contour {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

describe('how much of a pixel is covered', () => {
  test('of whole pixels all, of those at an edge their share', () => {
    expect(percents([box(1, 0.5, 2.25, 2)], 4, 3)).toEqual([
      [0, 50, 13, 0],
      [0, 100, 25, 0],
      [0, 0, 0, 0],
    ]);
  });

  test('under a slope what lies on its side', () => {
    const triangle = [
      { x: 0, y: 0 },
      { x: 4, y: 2 },
      { x: 0, y: 2 },
    ];
    expect(percents([triangle], 4, 2)).toEqual([
      [75, 25, 0, 0],
      [100, 100, 75, 25],
    ]);
  });

  test('of a hole nothing, and of what contours of one direction share no more than all', () => {
    const hole = box(1, 1, 2, 2).toReversed();
    expect(percents([box(0, 0, 3, 3), hole], 3, 3)[1]).toEqual([100, 0, 100]);
    expect(percents([box(0, 0, 2, 1), box(1, 0, 3, 1)], 3, 1)).toEqual([[100, 100, 100]]);
  });

  test.each([
    ['on the left', box(-3, 0, 1, 1), [100, 0, 0]],
    ['on the right', box(2, 0, 9, 1), [0, 0, 100]],
    ['above and below', box(1, -5, 2, 7), [0, 100, 0]],
    ['everywhere', box(5, 5, 9, 9), [0, 0, 0]],
  ])('outside of the picture nothing: %s', (_name, contour, row) => {
    expect(percents([contour], 3, 1)).toEqual([row]);
  });
});

describe('curves as straight sides', () => {
  const quarter: readonly PathStep[] = [
    { type: 'M', values: [100, 0] },
    { type: 'C', values: [100, 55.22848, 55.22848, 100, 0, 100] },
    { type: 'L', values: [0, 0] },
    { type: 'Z', values: [] },
  ];

  test('lie on the curve, and as near to it as to be seen as one', () => {
    const [contour = []] = flattenPath({ colour: accent, path: quarter, matrix: unmoved }, 1);
    const arc = contour.slice(0, -1);
    for (const [index, { x, y }] of arc.entries()) {
      // The cubic curve itself is a fourtieth of a pixel off a circle of this size.
      expect(Math.abs(Math.hypot(x, y) - 100)).toBeLessThan(0.03);
      const next = arc[index + 1];
      if (next) expect(100 - Math.hypot((x + next.x) / 2, (y + next.y) / 2)).toBeLessThan(0.13);
    }
    expect(arc.length).toBeLessThan(30);
  });

  test('are more where it is drawn larger', () => {
    const count = (scale: number): number =>
      flattenPath({ colour: accent, path: quarter, matrix: unmoved }, scale)[0]?.length ?? 0;
    expect(count(9)).toBeGreaterThan(2 * count(1));
  });

  test('follow their matrix', () => {
    const path = [
      { type: 'M', values: [0, 0] },
      { type: 'Q', values: [1, 0, 1, 1] },
    ];
    const ends = (shape: Shape): unknown => {
      const contour = flattenPath(shape, 10)[0];
      return [contour?.[0], contour?.at(-1)];
    };
    expect(ends({ colour: accent, path, matrix: [2, 0, 0, -2, 3, 4] })).toEqual([
      { x: 30, y: 40 },
      { x: 50, y: 20 },
    ]);
    expect(ends({ colour: accent, path, matrix: mirrored(unmoved, 8) })).toEqual([
      { x: 80, y: 0 },
      { x: 70, y: 10 },
    ]);
  });
});

describe('shapes painted over each other', () => {
  const palette = coverPalette();
  const paint = (shapes: readonly Shape[], scale = 1): readonly (readonly (string | undefined)[])[] => {
    const { rows } = paintShapes(shapes, { widthPx: 3, heightPx: 2, palette, scale });
    return [rows.subarray(0, 4), rows.subarray(4)].map((row) => {
      expect(row[0]).toBe(0);
      return [...row.subarray(1)].map((number) => palette[number]?.join());
    });
  };
  const rect = (
    colour: Rgb,
    [xPx, yPx, widthPx, heightPx]: readonly [number, number, number, number],
  ): Shape => ({
    colour,
    path: rectangle({ xPx, yPx, widthPx, heightPx }),
    matrix: unmoved,
  });
  const [ground, dark] = grounds.map((colour) => colour.join());

  test('later ones over earlier ones, on the ground', () => {
    const shapes = [rect(grounds[1] ?? accent, [0, 0, 2, 2]), rect(titleInk, [1, 0, 2, 1])];
    expect(paint(shapes)).toEqual([
      [dark, titleInk.join(), titleInk.join()],
      [dark, dark, ground],
    ]);
  });

  test('at an edge in a shade between both', () => {
    const [[shade] = []] = paint([rect(titleInk, [0.4, 0, 3, 2])]);
    const [red = 0, green = 0, blue = 0] = (shade ?? '').split(',').map(Number);
    expect([red, green, blue]).toEqual(
      titleInk.map((part, index) => {
        const from = grounds[0]?.[index] ?? 0;
        return from + Math.round((part - from) * 0.6);
      }),
    );
  });

  test('larger or smaller, as they are asked for', () => {
    expect(paint([rect(softInk, [0, 0, 2, 4])], 0.5)).toEqual([
      [softInk.join(), ground, ground],
      [softInk.join(), ground, ground],
    ]);
  });

  test('in colours that a PNG can count', () => {
    const colours = palette.map((colour) => colour.join());
    expect(colours.length).toBeLessThanOrEqual(256);
    expect(new Set(colours).size).toBe(colours.length);
    expect(colours[0]).toBe(ground);
  });
});
