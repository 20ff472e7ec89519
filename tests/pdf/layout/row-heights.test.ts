import { expect, test } from 'vitest';
import { rowHeights, type CellHeight } from '../../../src/pdf/layout/table/row-heights.ts';
import { growth, growthOfSquare, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';

const cell = (neededPt: number, rowSpan = 1): CellHeight => ({ neededPt, rowSpan });

test('each row is as high as its highest cell, and no lower than one line', () => {
  expect(rowHeights([[cell(30), cell(5), cell(40)], [cell(5)], []], 20)).toEqual([40, 20, 20]);
  expect(rowHeights([], 20)).toEqual([]);
});

test('the last row of a cell makes up for what its rows lack', () => {
  expect(rowHeights([[cell(100, 3), cell(25)], [cell(30)], [cell(10)], [cell(10)]], 20)).toEqual([
    25, 30, 45, 20,
  ]);
  expect(rowHeights([[cell(40, 2)], [cell(20)]], 20)).toEqual([20, 20]);
});

test('a cell that goes on below the last row ends there', () => {
  expect(rowHeights([[cell(20)], [cell(90, 65534)], [cell(20)]], 20)).toEqual([20, 20, 70]);
});

test('what a cell adds further up serves those around it', () => {
  expect(rowHeights([[cell(100, 3), cell(80, 2)], [cell(5)], [cell(5)]], 20)).toEqual([20, 60, 20]);
});

/** As many cells that go over all rows as there are rows. */
function joined(size: number): readonly (readonly CellHeight[])[] {
  return [
    Array.from({ length: size }, () => cell(90, size)),
    ...Array.from({ length: size - 1 }, () => [cell(20)]),
  ];
}

test.runIf(isLong)(
  'the heights take time that grows with cells and rows, not with each for each',
  async () => {
    const summed = (size: number): unknown => {
      const heights = Array.from({ length: size }, () => 20);
      return joined(size)[0]?.map(({ rowSpan }) =>
        heights.slice(0, rowSpan).reduce((sum, height) => sum + height, 0),
      );
    };
    expect(await growth((size) => rowHeights(joined(size), 20), 100_000)).toBeLessThan(mostGrowth);
    expect(await growthOfSquare(summed, 2500)).toBeGreaterThan(mostGrowth);
  },
);
