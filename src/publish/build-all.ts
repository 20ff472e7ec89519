import { lookUp, writeOutcome, type BuiltPost } from './build-one.ts';
import type { Job } from './job.ts';
import { makerHere, type Maker, type OpenMaker } from './maker.ts';
import { openLine, type Line } from './open-line.ts';
import type { Building } from './running.ts';
import { tellRun } from './tell-run.ts';
import { workersWorth, workOf } from './work-of.ts';

/**
 * Builds publications, and gives what became of each in their order. What was made of the same before is taken from the cache; the
 * others are made, here or by workers, and written while the next are being made.
 *
 * @throws as `makeJob`, and where what all publications need is missing; nothing is being written then.
 */
export async function buildAll(
  jobs: readonly Job[],
  running: Building,
  openMaker?: OpenMaker,
): Promise<readonly BuiltPost[]> {
  const { signal, onProgress, cache } = running;
  const built = new Map<number, BuiltPost>();
  const tell = tellRun(onProgress);
  const finish = ({ job, index }: ToMake, one: BuiltPost): void => {
    built.set(index, one);
    tell.finished(job, index, one);
  };
  const openFor = (maker: Maker): Line<ToMake> =>
    openLine({
      width: maker.width,
      make: async (one: ToMake) => {
        signal?.throwIfAborted();
        tell.started(one.job, one.index);
        const outcome = await maker.make(one.job);
        return async () => finish(one, await writeOutcome(one.job, outcome, running));
      },
      end: maker.close,
    });
  // Until it is known whether workers are worth their while.
  const waiting: ToMake[] = [];
  let work = 0;
  let line: Line<ToMake> | undefined;
  const open = async (workers: number): Promise<void> => {
    const here = (): Promise<Maker> => makerOf(Math.min(workers, jobs.length - built.size), running);
    line = openFor(await (openMaker ? openMaker(running) : here()));
    for (const one of waiting) await line.add(one);
  };
  try {
    for (const [index, job] of jobs.entries()) {
      signal?.throwIfAborted();
      const found = await lookUp(job, running);
      if ('built' in found) {
        tell.started(job, index);
        finish({ job, index }, found.built);
      } else if (line) await line.add({ job: found.job, index });
      else {
        waiting.push({ job: found.job, index });
        work += workOf(job);
        const workers = openMaker ? 0 : workersFor(work, running);
        if (workers !== undefined) await open(workers);
      }
    }
    if (waiting.length > 0 && !line) await open(0);
    await line?.settle();
  } finally {
    await line?.close();
  }
  // What a run needs was good when something was made with it, by this run or by the one whose results were taken; else it is loaded, to see.
  if (waiting.length === 0 && cache?.hasTaken() !== true) await running.prepare();
  return jobs.flatMap((_, index) => built.get(index) ?? []);
}

interface ToMake {
  readonly job: Job;
  readonly index: number;
}

/** How many workers so much work is given to; `undefined` while that hangs on how much more there is. */
function workersFor(work: number, { settings, stages }: Building): number | undefined {
  const { count } = settings.workers;
  if (stages.hasFunctions) return 0;
  if (count !== 'auto') return count;
  const worth = workersWorth(work);
  return worth === 0 ? undefined : worth;
}

/** They read programs and fonts of their own, so that their code is loaded where there are any. */
async function makerOf(workers: number, running: Building): Promise<Maker> {
  if (workers === 0) return makerHere(running);
  const { workersOf } = await import('./workers-of.ts');
  return workersOf(running, workers);
}
