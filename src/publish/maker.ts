import type { Job } from './job.ts';
import { makeJob } from './make-job.ts';
import type { Outcome } from './outcome.ts';
import type { Building } from './running.ts';

/** Who makes publications. */
export interface Maker {
  /** How many at a time. */
  readonly width: number;
  /** @throws as `makeJob`, and where what all publications need is missing. */
  readonly make: (job: Job) => Promise<Outcome>;
  /** Ends it, and what it is making. */
  readonly close: () => Promise<void>;
}

/** Opens who makes publications. */
export type OpenMaker = (running: Building) => Promise<Maker>;

/** Makes publications in this thread, one at a time. */
export function makerHere(running: Building): Maker {
  return {
    width: 1,
    make: async (job) => {
      await running.prepare();
      return makeJob(job, running);
    },
    close: async () => undefined,
  };
}
