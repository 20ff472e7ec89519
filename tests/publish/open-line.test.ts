import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLine, type Line } from '../../src/publish/open-line.ts';

/** A line of numbers that notes how many are being made, and how many results there are that are not written, at most. */
function line(
  width: number,
  make: (number: number) => Promise<void> = () => setTimeout(1),
): {
  readonly line: Line<number>;
  readonly most: { making: number; waiting: number };
  readonly written: number[];
} {
  const most = { making: 0, waiting: 0 };
  const written: number[] = [];
  let [making, waiting] = [0, 0];
  const opened = openLine<number>({
    width,
    make: async (number) => {
      most.making = Math.max(most.making, (making += 1));
      await make(number).finally(() => (making -= 1));
      most.waiting = Math.max(most.waiting, (waiting += 1));
      return async () => {
        await setTimeout(5);
        waiting -= 1;
        written.push(number);
      };
    },
    end: async () => undefined,
  });
  return { line: opened, most, written };
}

test.each([1, 3])(
  'with room for %i, as many are made at a time, and two more results wait at most',
  async (width) => {
    const { line: opened, most, written } = line(width);
    for (let number = 0; number < 30; number += 1) await opened.add(number);
    await opened.settle();
    expect(written.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, number) => number));
    expect(most.making).toBe(width);
    expect(most.waiting).toBeGreaterThan(1);
    expect(most.waiting).toBeLessThanOrEqual(width + 2);
    await opened.close();
  },
);

test('what one fails with ends the line, and what waits behind it is not made', async () => {
  const made: number[] = [];
  const { line: opened, written } = line(1, async (number) => {
    if (number === 1) throw new Error('enough');
    made.push(number);
  });
  const all = (async () => {
    for (let number = 0; number < 9; number += 1) await opened.add(number);
    await opened.settle();
  })();
  await expect(all).rejects.toThrow('enough');
  await opened.close();
  expect(made).toEqual([0]);
  expect(written).toEqual([0]);
});
