import pLimit from 'p-limit';

/** So many results may wait to be written, beside those that are being made: each is in memory. */
const mostWaiting = 2;

/** What is done with each thing of a line. */
export interface LineWork<Thing> {
  /** How many are made at a time. */
  readonly width: number;
  /** Makes one, and gives what writes it. */
  readonly make: (thing: Thing) => Promise<() => Promise<void>>;
  /** Ends what is being made. */
  readonly end: () => Promise<void>;
}

/** Things that are made one behind the other, each written while the next are being made. */
export interface Line<Thing> {
  /** Waits until there is room. @throws what one before failed with. */
  readonly add: (thing: Thing) => Promise<void>;
  /** Waits until all is done. @throws what one failed with. */
  readonly settle: () => Promise<void>;
  /** Ends what is being made, and waits for what is being written. */
  readonly close: () => Promise<void>;
}

/** A line in which no more than a few results wait: what is made faster than it is written waits before it is made. */
export function openLine<Thing>({ width, make, end }: LineWork<Thing>): Line<Thing> {
  const making = pLimit(width);
  const active = new Set<Promise<void>>();
  const errors: unknown[] = [];
  const failed = (error: unknown): void => void errors.push(error);
  const work = async (thing: Thing): Promise<void> => {
    // It is known of before there is room for the next.
    const write = await making(async () => (errors.length > 0 ? undefined : make(thing).catch(failed)));
    await write?.().catch(failed);
  };
  const wait = async (most: number): Promise<void> => {
    while (active.size > most) await Promise.race(active);
    if (errors.length > 0) throw errors[0];
  };
  return {
    add: async (thing) => {
      await wait(width + mostWaiting - 1);
      const done = work(thing).finally(() => active.delete(done));
      active.add(done);
    },
    settle: () => wait(0),
    close: async () => {
      // What waits to be made is not made any more.
      errors.push(new Error('the line was closed'));
      await end();
      await Promise.allSettled(active);
    },
  };
}
