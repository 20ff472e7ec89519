import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job as QueueJob, Queue } from 'bullmq';
import { ResourceError } from '../diagnostics/errors.ts';
import { queueName, queuePackages, type Connection } from './connect.ts';
import { loadPackages } from './load-packages.ts';
import { lookForJob } from './look-for-job.ts';
import { parseOrderNews, parseOrderResult, type OrderData, type OrderResult } from './order.ts';
import type { Carrier } from './remote-maker.ts';
import { watchFitting } from './watch-fitting.ts';

/** How orders are carried. */
export interface CarrierOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told what a person may want to know while nothing happens. */
  readonly onNotice: (text: string) => void;
  /** After so long without a worker that takes anything, what waits has failed. */
  readonly patienceSeconds: number;
}

/** An order that is waited for. */
interface Waiting {
  readonly name: string;
  readonly data: OrderData;
  readonly isAgain: boolean;
  readonly resolve: (result: OrderResult) => void;
  readonly reject: (error: unknown) => void;
}

const lookEveryMs = 2000;
const keptSeconds = 3600;

/** So often a job is tried that fails, or whose worker ends; the first wait between two tries doubles. */
const jobOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: { age: keptSeconds },
  removeOnFail: { age: keptSeconds },
  sizeLimit: 65_536,
} as const;

/** Carries orders by a queue of BullMQ. What its events do not tell, since the server was gone meanwhile, is looked for every other second. */
export async function openCarrier(
  { client, shown }: Connection,
  { signal, onNotice, patienceSeconds }: CarrierOptions,
): Promise<Carrier> {
  const { Queue, QueueEvents } = await loadPackages(queuePackages, () => import('bullmq'));
  const queue = new Queue(queueName, { connection: client, skipMetasUpdate: true });
  const events = new QueueEvents(queueName, { connection: client });
  queue.on('error', () => undefined);
  events.on('error', () => undefined);
  const waiting = new Map<string, Waiting>();
  // Names of jobs never reach what is made; two runs must not share them.
  const run = randomUUID();
  let count = 0;
  const settle = (id: string, end: (waited: Waiting) => void): void => {
    const waited = waiting.get(id);
    if (!waited) return;
    waiting.delete(id);
    end(waited);
    void queue.remove(id).catch(() => undefined);
  };
  const failAll = (error: unknown): void => {
    for (const id of waiting.keys()) settle(id, ({ reject }) => reject(error));
  };
  const fitting = watchFitting(shown, { onNotice, patienceSeconds, queue });
  events.on('completed', ({ jobId, returnvalue }) => {
    fitting.done(jobId);
    settle(jobId, (waited) => complete(waited, returnvalue));
  });
  events.on('failed', ({ jobId, failedReason }) => {
    fitting.done(jobId);
    settle(jobId, ({ reject }) => reject(failedError(failedReason)));
  });
  events.on('progress', ({ jobId, data }) => {
    const news = parseOrderNews(data);
    if (news && waiting.has(jobId)) fitting.hear(jobId, news);
  });
  events.on('stalled', ({ jobId }) => fitting.done(jobId));
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  const abort = (): void => failAll(signal?.reason);
  signal?.addEventListener('abort', abort);
  const closing = new AbortController();
  const add = (id: string, { name, data, isAgain }: Waiting): Promise<QueueJob> =>
    queue.add(name.slice(0, 200), data, { ...jobOptions, jobId: id, lifo: isAgain });
  const addAgain = async (id: string, waited: Waiting): Promise<void> => {
    if (waiting.has(id)) await add(id, waited);
  };
  const looking = lookAgain(async () => {
    for (const [id, waited] of waiting) await look(id, waited, { queue, settle, addAgain });
    const lost = await fitting.look(waiting.size);
    if (lost !== undefined) failAll(new ResourceError(lost, { path: shown }));
  }, closing.signal);
  return {
    send: (name, data, { isAgain }) => {
      signal?.throwIfAborted();
      count += 1;
      const id = `${run}-${count}`;
      return new Promise((resolve, reject) => {
        const waited = { name, data, isAgain, resolve, reject };
        waiting.set(id, waited);
        add(id, waited).catch((error: unknown) => settle(id, () => reject(error)));
      });
    },
    close: async () => {
      signal?.removeEventListener('abort', abort);
      closing.abort();
      failAll(new ResourceError('the run has ended', { path: shown }));
      // A server that is gone is not waited for.
      await Promise.race([looking.then(() => Promise.all([events.close(), queue.close()])), sleep(1000)]);
      client.disconnect();
    },
  };
}

/** Does something every other second, until it is told to end; what fails is tried again. */
async function lookAgain(look: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(lookEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await look().catch(() => undefined);
  }
}

/** Settles what ended unheard, and adds anew what a server forgot that was restarted. */
async function look(
  id: string,
  waited: Waiting,
  at: {
    readonly queue: Queue;
    readonly settle: (id: string, end: (waited: Waiting) => void) => void;
    /** Not where it was settled meanwhile. */
    readonly addAgain: (id: string, waited: Waiting) => Promise<void>;
  },
): Promise<void> {
  const found = await lookForJob(id, at.queue);
  if (found.state === 'gone') await at.addAgain(id, waited);
  else if (found.state === 'completed') at.settle(id, (each) => complete(each, found.value));
  else if (found.state === 'failed') at.settle(id, ({ reject }) => reject(failedError(found.reason)));
}

function complete({ resolve, reject }: Waiting, value: unknown): void {
  try {
    resolve(parseOrderResult(typeof value === 'string' ? JSON.parse(value) : value));
  } catch {
    reject(new ResourceError('a worker gave back what is no result', { path: queueName }));
  }
}

/** A job that was tried to the end: its worker ended each time, or told why. */
function failedError(reason: string): ResourceError {
  const isEnded = /stalled|Unexpected exit code|Error initializing child/u.test(reason);
  const why = isEnded ? `each worker that took it ended (${reason})` : reason;
  return new ResourceError(`not made by the queue: ${why}`, { path: queueName });
}
