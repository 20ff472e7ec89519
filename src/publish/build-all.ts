import pLimit from 'p-limit';
import { lookUp, writeOutcome, type BuiltPost } from './build-one.ts';
import type { Job } from './job.ts';
import { makerHere, type Maker } from './maker.ts';
import type { Building } from './running.ts';
import { tellRun } from './tell-run.ts';

/** So many results may wait to be written, beside those that are being made: each is in memory. */
const mostWaiting = 2;

/**
 * Builds publications, and gives what became of each in their order. What was made of the same before is taken from the cache; the
 * others are made, and written while the next are being made.
 *
 * @throws as `makeJob`, and where what all publications need is missing; nothing is being written then.
 */
export async function buildAll(jobs: readonly Job[], running: Building): Promise<readonly BuiltPost[]> {
  const built = new Map<number, BuiltPost>();
  const tell = tellRun(running.onProgress);
  const finish = (job: Job, index: number, one: BuiltPost): void => {
    built.set(index, one);
    tell.finished(job, index, one);
  };
  const line = openLine(makerHere(running), async (job, index, maker) => {
    running.signal?.throwIfAborted();
    tell.started(job, index);
    const outcome = await maker.make(job);
    return async () => finish(job, index, await writeOutcome(job, outcome, running));
  });
  try {
    for (const [index, job] of jobs.entries()) {
      running.signal?.throwIfAborted();
      const found = await lookUp(job, running);
      if ('job' in found) await line.add(found.job, index);
      else {
        tell.started(job, index);
        finish(job, index, found.built);
      }
    }
    await line.settle();
    // What a run needs was good when something was made with it, by this run or by the one whose results were taken; else it is loaded, to see.
    if (!line.isUsed() && running.cache?.hasTaken() !== true) await running.prepare();
  } finally {
    await line.close();
  }
  return jobs.flatMap((_, index) => built.get(index) ?? []);
}

/** Does work on jobs as its maker has room, and no more than a few of them behind each other. */
interface Line {
  /** Waits until there is room. @throws what a job before failed with. */
  readonly add: (job: Job, index: number) => Promise<void>;
  /** Waits until all is done. @throws what one failed with. */
  readonly settle: () => Promise<void>;
  readonly isUsed: () => boolean;
  /** Ends what is being made, and waits for what is being written. */
  readonly close: () => Promise<void>;
}

function openLine(
  maker: Maker,
  make: (job: Job, index: number, maker: Maker) => Promise<() => Promise<void>>,
): Line {
  const making = pLimit(maker.width);
  const active = new Set<Promise<void>>();
  const errors: unknown[] = [];
  let isUsed = false;
  const work = async (job: Job, index: number): Promise<void> => {
    try {
      const write = await making(async () => (errors.length > 0 ? undefined : make(job, index, maker)));
      await write?.();
    } catch (error) {
      errors.push(error);
    }
  };
  const wait = async (most: number): Promise<void> => {
    while (active.size > most) await Promise.race(active);
    if (errors.length > 0) throw errors[0];
  };
  return {
    add: async (job, index) => {
      isUsed = true;
      await wait(maker.width + mostWaiting - 1);
      const done = work(job, index).finally(() => active.delete(done));
      active.add(done);
    },
    settle: () => wait(0),
    isUsed: () => isUsed,
    close: async () => {
      await maker.close();
      await Promise.allSettled(active);
    },
  };
}
