import { expect, test } from 'vitest';
import { inBox, spacer, type Box, type Unit } from '../../../src/pdf/layout/flow-block.ts';

const boxOf = (start: number): Box => ({ start, widthPt: 100 });

test('units beside each other that stand in the same boxes share the list of these, however deep', () => {
  const lines = Array.from({ length: 50 }, () => spacer(10));
  const units = [3, 2, 1].reduce<readonly Unit[]>((inner, start) => inBox(inner, boxOf(start)), lines);
  expect(new Set(units.map(({ boxes }) => boxes)).size).toBe(1);
  expect(units[0]?.boxes.map(({ start }) => start)).toEqual([1, 2, 3]);
});

test('what stands in a box of its own beside others keeps it', () => {
  const units = inBox([spacer(10), ...inBox([spacer(10)], boxOf(2)), spacer(10)], boxOf(1));
  expect(units.map(({ boxes }) => boxes.map(({ start }) => start))).toEqual([[1], [1, 2], [1]]);
});
