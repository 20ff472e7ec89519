import { UsageError } from '../diagnostics/errors.ts';
import type { OpenMaker } from '../publish/maker.ts';
import type { BuildFlags } from './read-build-flags.ts';
import type { Terminal } from './terminal.ts';

/** Where queue and store are: by flags, or by the environment, where no list of processes shows what is secret. @throws UsageError where one is not said. */
export function queuePlace({
  queue = process.env['TAGLEAF_QUEUE'],
  storeUrl: store = process.env['TAGLEAF_STORE_URL'],
}: {
  readonly queue?: string;
  readonly storeUrl?: string;
}): { readonly queue: string; readonly store: string } {
  if (queue === undefined) throw new UsageError('a store without a queue: --queue redis://HOST:PORT');
  if (store !== undefined) return { queue, store };
  throw new UsageError('a queue needs a store: --store-url file:///folder or s3://bucket/prefix');
}

/** A whole number from 1 on. @throws UsageError for anything else. */
export function wholeNumber(text: string, flag: string, most: number): number {
  const number = /^\d{1,7}$/u.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(`${flag} takes a number from 1 to ${most}, not \`${text}\``);
}

/** Who makes the publications of a build, where a queue is named. @throws UsageError where that is done wrong. */
export async function readQueue(flags: BuildFlags, terminal: Terminal): Promise<OpenMaker | undefined> {
  if (flags.queue === undefined && flags.storeUrl === undefined) return undefined;
  const place = queuePlace(flags);
  const patienceSeconds = wholeNumber(flags.queueWait ?? '600', '--queue-wait', 1_000_000);
  const { queueMaker } = await import('../queue/queue-maker.ts');
  return queueMaker(place, {
    patienceSeconds,
    // Who reads events reads nothing else.
    onNotice: (text) => flags.jsonProgress === true || terminal.err(`tagleaf: ${text}\n`),
  });
}
