import type { Queue } from 'bullmq';
import type { OrderNews } from './order.ts';

/** Sees whether anybody takes what a run has put into the queue. */
export interface Fitting {
  readonly hear: (jobId: string, news: OrderNews) => void;
  /** A job that nobody has any more. */
  readonly done: (jobId: string) => void;
  /** Looks once more; gives why nothing comes any more, where that is to be the end. `waiting`: how many jobs are not done. */
  readonly look: (waiting: number) => Promise<string | undefined>;
}

const looksASecond = 0.5;
/** People are told after ten seconds, and then every minute. */
const toldAfterLooks = 10 * looksASecond;
const toldEveryLooks = 60 * looksASecond;

/** Counts the looks in which nobody had a job of the run, and tells of them. */
export function watchFitting(
  shown: string,
  at: {
    readonly onNotice: (text: string) => void;
    readonly patienceSeconds: number;
    readonly queue: Pick<Queue, 'getWorkersCount'>;
  },
): Fitting {
  const taken = new Set<string>();
  const refusals = new Map<string, string>();
  let idle = 0;
  return {
    hear: (jobId, news) => {
      if ('refused' in news) refusals.set(news.worker, news.refused);
      else {
        taken.add(jobId);
        refusals.clear();
        idle = 0;
      }
    },
    done: (jobId) => {
      if (taken.delete(jobId)) idle = 0;
    },
    look: async (waiting) => {
      if (waiting === 0 || taken.size > 0) {
        idle = 0;
        return undefined;
      }
      idle += 1;
      const isEnd = idle >= at.patienceSeconds * looksASecond;
      const isTold = idle === toldAfterLooks || idle % toldEveryLooks === 0;
      if (!isEnd && !isTold) return undefined;
      const reason = await whyNobody(shown, refusals, at.queue);
      if (isEnd) return reason;
      at.onNotice(reason);
      return undefined;
    },
  };
}

async function whyNobody(
  shown: string,
  refusals: ReadonlyMap<string, string>,
  queue: Pick<Queue, 'getWorkersCount'>,
): Promise<string> {
  const [refused] = refusals.values();
  if (refused !== undefined) {
    const who = refusals.size === 1 ? 'a worker' : `${refusals.size} workers`;
    return `no worker at ${shown} fits: ${who} refused, ${refused}`;
  }
  const workers = await queue.getWorkersCount();
  return workers === 0
    ? `no worker waits at ${shown}: start one with tagleaf worker`
    : `the workers at ${shown} (${workers}) have taken nothing yet`;
}
