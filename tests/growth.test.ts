import { expect, test } from 'vitest';
import { growth, mostGrowth } from './growth.ts';

test('work that grows with the square of its size is told from work that grows with it', async () => {
  const linear = (size: number): number => {
    let bits = 0;
    for (let index = 0; index < size; index += 1) bits ^= index;
    return bits;
  };
  const square = (size: number): number => {
    let bits = 0;
    for (let index = 0; index < size; index += 1) bits ^= linear(size);
    return bits;
  };
  expect(await growth(linear, 20_000_000)).toBeLessThan(mostGrowth);
  expect(await growth(square, 4_000)).toBeGreaterThan(mostGrowth);
});
