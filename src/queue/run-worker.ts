import { hostname } from 'node:os';
import { openContentStore } from './content-store.ts';
import { connect, queueName, queuePackages } from './connect.ts';
import { loadPackages } from './load-packages.ts';
import { environment } from './process-order-environment.ts';

/** What a worker is asked to do. */
export interface WorkerOptions {
  readonly queue: string;
  readonly store: string;
  /** So many publications at a time, each in a process of its own. */
  readonly concurrency: number;
  /** After so long without a sign of life a job is another worker's. */
  readonly stalledSeconds: number;
  /** Of the memory of the engine, of each process. */
  readonly megabytes: number;
  /** Told what a person may want to know. */
  readonly onNotice: (text: string) => void;
  /** Ends the worker: at first when its jobs are done. */
  readonly signal: AbortSignal;
  /** Ends it at once: its jobs are taken over by others. */
  readonly hurry: AbortSignal;
}

/** A job whose workers end so often is given up: it is taken over twice. */
const mostTakeOvers = 2;

/**
 * Makes what comes by a queue, until it is told to end.
 *
 * @throws UsageError and ResourceError where queue or store are not what they should be.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { concurrency, stalledSeconds, megabytes, onNotice, signal, hurry } = options;
  // Looked at here: a process that finds it wrong could only fail each job.
  const store = await openContentStore(options.store);
  const { client, shown } = await connect(options.queue);
  const { Worker } = await loadPackages(queuePackages, () => import('bullmq'));
  const name = `${hostname()}:${process.pid}`;
  const worker = new Worker(queueName, new URL('./process-order.js', import.meta.url), {
    connection: client,
    name,
    concurrency,
    lockDuration: stalledSeconds * 1000,
    stalledInterval: stalledSeconds * 1000,
    maxStalledCount: mostTakeOvers,
    workerForkOptions: {
      execArgv: [`--max-old-space-size=${megabytes}`],
      env: { ...process.env, [environment.store]: options.store, [environment.name]: name },
    },
  });
  worker.on('error', () => undefined);
  worker.on('failed', (job, error) => {
    onNotice(`${job?.name ?? 'a job'}: ${error.message} (try ${job?.attemptsMade ?? 1})`);
  });
  await worker.waitUntilReady();
  onNotice(`waits for jobs at ${shown}, ${concurrency} at a time; content in ${store.shown}`);
  await until(signal);
  onNotice('ends when its jobs are done');
  const closed = worker.close().then(() => true);
  const isClosed = await Promise.race([closed, until(hurry).then(() => false)]);
  if (!isClosed) await worker.close(true).catch(() => undefined);
  client.disconnect();
}

function until(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
