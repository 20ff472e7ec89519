import { expect, test } from 'vitest';
import { growth, growthOfSquare, mostGrowth } from './growth.ts';
import { isLong } from './how-long.ts';

test.runIf(isLong)(
  'work that grows with the square of its size is told from work that grows with it',
  async () => {
    const linear = (size: number): number => {
      let bits = 0;
      for (let index = 0; index < size; index += 1) bits ^= index;
      return bits;
    };
    // Searched by the engine itself, so that it costs the same however far our code has been compiled.
    const square = (size: number): number => {
      const text = 'x'.repeat(size);
      let found = 0;
      for (let index = 0; index < size; index += 1) found += text.indexOf('y', index & 1);
      return found;
    };
    expect(await growth(linear, 20_000_000)).toBeLessThan(mostGrowth);
    expect(await growthOfSquare(square, 20_000)).toBeGreaterThan(mostGrowth);
    expect(await growth(square, 20_000)).toBeGreaterThan(mostGrowth);
  },
);

// What outgrows the memory near the processor, or a page of the engine, takes several times as long from there on.
test.runIf(isLong)('a step in what grows with its size is no square, wherever it is', async () => {
  const stepAt = (place: number) => (size: number) => {
    let bits = 0;
    for (let index = 0; index < size * (size > place ? 6 : 1); index += 1) bits ^= index;
    return bits;
  };
  const size = 5_000_000;
  for (const place of [0.4, 0.8, 1.5, 3]) {
    expect(await growth(stepAt(place * size), size)).toBeLessThan(mostGrowth);
  }
});
