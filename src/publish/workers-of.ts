import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import { once } from '../cache/once.ts';
import { errorOfPlain } from '../diagnostics/plain-error.ts';
import type { Settings } from '../project/settings.ts';
import type { OnEvent } from './build-event.ts';
import { exhaustedBy, exhaustedError } from './exhausted.ts';
import { nameOfJob, type Job } from './job.ts';
import type { Maker } from './maker.ts';
import type { Outcome } from './outcome.ts';
import { describePostFailure } from './post-failure.ts';
import type { Running } from './running.ts';
import type { WorkerResult, WorkerTask } from './worker-entry.ts';

/** What a thread may take besides with its first publication, until it has read its programs and fonts. */
const startSeconds = 60;

/** Of a worker: so much for what is young, which most of a post is and stays; more is more memory, less is more work. */
const youngMegabytes = 32;

/**
 * The call stack of a worker. It bears more than that of a main thread, on which what a post may nest is bounded, so that a post is
 * read alike in both.
 */
const stackMegabytes = 4;

/**
 * Threads that make publications. One that a publication exhausts, in memory or time, is ended and replaced, and that publication
 * alone fails.
 */
export function workersOf({ settings, signal, onProgress }: Omit<Running, 'stages'>, width: number): Maker {
  const pool = openPool(settings, width);
  const end = once(() => pool.destroy());
  const endNow = (): void => void end();
  signal?.addEventListener('abort', endNow, { once: true });
  let isUp = false;
  let fresh = width;
  /** What the worker sent, or what became of a publication whose thread ended. */
  const run = async (job: Job): Promise<WorkerResult> => {
    const limit = timeLimit(settings.workers.seconds + (fresh > 0 ? startSeconds : 0));
    fresh = Math.max(0, fresh - 1);
    const ear = job.type === 'collection' && onProgress ? new MessageChannel() : undefined;
    if (onProgress) ear?.port1.on('message', onProgress);
    const task: WorkerTask = { job, ...(ear && { port: ear.port2 }) };
    try {
      const result: unknown = await pool.run(task, {
        signal: limit.signal,
        ...(ear && { transferList: [ear.port2] }),
      });
      isUp = true;
      // Sound: it is what `worker-entry.ts` gives back.
      return result as WorkerResult;
    } catch (error) {
      signal?.throwIfAborted();
      const what = limit.signal.aborted ? 'time' : exhaustedBy(error);
      // What no thread bears is no fault of a publication.
      if (what === undefined && !isUp) throw error;
      fresh += 1;
      return { outcome: failed(job, what === undefined ? error : exhaustedError(what, settings)) };
    } finally {
      limit.clear();
      if (ear) closeHeard(ear.port1, onProgress);
    }
  };
  const make = async (job: Job): Promise<Outcome> => {
    signal?.throwIfAborted();
    const result = await run(job);
    if ('thrown' in result) throw errorOfPlain(result.thrown);
    return result.outcome;
  };
  const close = async (): Promise<void> => {
    signal?.removeEventListener('abort', endNow);
    await end();
  };
  return { width, make, close };
}

function openPool(settings: Settings, width: number): Tinypool {
  const pool = new Tinypool({
    filename: new URL('worker-entry.js', import.meta.url).href,
    minThreads: width,
    maxThreads: width,
    workerData: settings,
    resourceLimits: {
      maxOldGenerationSizeMb: settings.workers.megabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
      stackSizeMb: stackMegabytes,
    },
  });
  // Of a thread that ends while it makes nothing: the next publication finds another, or is told of what is wrong with all.
  pool.on('error', () => undefined);
  return pool;
}

/** What came of a publication whose thread ended. */
function failed(job: Job, error: unknown): Outcome {
  const messages = job.type === 'post' ? job.plan.messages : [];
  const failure = describePostFailure(error, { post: nameOfJob(job), stage: 'make' });
  return { made: { files: [], messages, links: [], words: [] }, failure, heard: undefined, read: [] };
}

/** Closes a port when all that was sent is heard: the result came by another. */
function closeHeard(port: MessagePort, onProgress: OnEvent | undefined): void {
  for (let left = receiveMessageOnPort(port); left; left = receiveMessageOnPort(port))
    onProgress?.(left.message);
  port.close();
}

/** A signal after so many seconds, unless it is cleared before. */
function timeLimit(seconds: number): { readonly signal: AbortSignal; readonly clear: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
