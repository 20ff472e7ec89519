import type { OnEvent } from './build-event.ts';
import type { BuiltPost } from './build-one.ts';
import { nameOfJob, type Job } from './job.ts';

/** Tells of the publications of a run; `index` is where one stands among them. */
export interface RunTeller {
  readonly started: (job: Job, index: number) => void;
  readonly finished: (job: Job, index: number, built: BuiltPost) => void;
}

/** Tells `onEvent`, where there is one, when publications are begun and done. */
export function tellRun(onEvent: OnEvent | undefined): RunTeller {
  return {
    started: (job, index) => onEvent?.({ type: 'post-started', post: nameOfJob(job), number: index + 1 }),
    finished: (job, index, { cached, files, messages, failures }) => {
      const post = nameOfJob(job);
      onEvent?.({ type: 'post-finished', post, number: index + 1, cached, files, messages, failures });
    },
  };
}
