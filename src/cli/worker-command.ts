import { UsageError } from '../diagnostics/errors.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import { runWorker } from '../queue/run-worker.ts';
import { queuePlace, wholeNumber } from './read-queue.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf worker` as they were typed. */
export interface WorkerFlags {
  readonly queue?: string;
  readonly storeUrl?: string;
  readonly concurrency?: string;
  readonly stalledAfter?: string;
  readonly memory?: string;
}

/** Runs `tagleaf worker` until it is asked to end: by the first signal when its jobs are done, by the second at once. */
export async function workerCommand(flags: WorkerFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.queue === undefined && process.env['TAGLEAF_QUEUE'] === undefined) throw new UsageError(noQueue);
  const { queue, store } = queuePlace(flags);
  const ending = new AbortController();
  const hurrying = new AbortController();
  const end = (): void => (ending.signal.aborted ? hurrying : ending).abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  await runWorker({
    queue,
    store,
    concurrency: wholeNumber(flags.concurrency ?? '1', '--concurrency', 256),
    stalledSeconds: wholeNumber(flags.stalledAfter ?? '30', '--stalled-after', 3600),
    megabytes: wholeNumber(flags.memory ?? '2000', '--memory', 1_000_000),
    onNotice: (text) => terminal.err(`tagleaf worker: ${text}\n`),
    signal: ending.signal,
    hurry: hurrying.signal,
  });
  return exitCodes.good.code;
}

const noQueue = 'a worker needs a queue: --queue redis://HOST:PORT';
