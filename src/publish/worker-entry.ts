import type { MessagePort } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import { once } from '../cache/once.ts';
import { plainError, type PlainError } from '../diagnostics/plain-error.ts';
import type { Settings } from '../project/settings.ts';
import type { BuildEvent } from './build-event.ts';
import { guardBuffers } from './guard-buffers.ts';
import type { Job } from './job.ts';
import { loadStages } from './load-stages.ts';
import { makeJob } from './make-job.ts';
import type { Outcome } from './outcome.ts';
import { formatsMade } from './render-publication.ts';

/** What a worker is sent. */
export interface WorkerTask {
  readonly job: Job;
  /** Where it tells how far it is; absent where nobody asks. */
  readonly port?: MessagePort;
}

/** What a worker sends back: an error would arrive without its class. */
export type WorkerResult = { readonly outcome: Outcome } | { readonly thrown: PlainError };

const prepare = once(async () => {
  // Sound: `workersOf` starts the threads with it, and it is plain data.
  const settings = Tinypool.workerData as Settings;
  const stages = await loadStages(settings);
  await stages.prepare(formatsMade(settings));
  return { settings, stages: guardBuffers(stages, settings) };
});

/** Makes one publication in a thread of its own, which makes others after it. */
export default async function work({ job, port }: WorkerTask): Promise<WorkerResult> {
  try {
    const onProgress = port && ((event: BuildEvent): void => port.postMessage(event));
    return { outcome: await makeJob(job, { ...(await prepare()), onProgress }) };
  } catch (error) {
    return { thrown: plainError(error) };
  } finally {
    port?.close();
  }
}
