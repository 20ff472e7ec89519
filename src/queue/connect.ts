import type { Redis } from 'ioredis';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';
import { loadPackages } from './load-packages.ts';

/** The packages of a queue. */
export const queuePackages = ['bullmq', 'ioredis'] as const;

/** What all jobs go through. */
export const queueName = 'tagleaf';

/** A Redis that answered. */
export interface Connection {
  readonly client: Redis;
  /** Where it is, for people: without user and password. */
  readonly shown: string;
}

/** How long the first answer may take; later ones are waited for, since a server that is restarted comes back. */
const firstAnswerMs = 10_000;
const mostBetweenTriesMs = 2000;

/**
 * Connects to the Redis of an address, `redis://` or `rediss://`. User and password may stand in the environment
 * (`TAGLEAF_QUEUE_USERNAME`, `TAGLEAF_QUEUE_PASSWORD`), where no list of processes shows them.
 *
 * @throws UsageError for another address, or where packages are not installed; ResourceError where nothing answers.
 */
export async function connect(address: string): Promise<Connection> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^rediss?:$/u.test(url.protocol) || url.hostname === '') {
    throw new UsageError('--queue takes redis://HOST:PORT, or rediss:// for TLS');
  }
  const shown = `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`;
  const { Redis } = await loadPackages(queuePackages, () => import('ioredis'));
  const { TAGLEAF_QUEUE_USERNAME: username, TAGLEAF_QUEUE_PASSWORD: password } = process.env;
  const client = new Redis(address, {
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    // Who waits for a job waits for a server that is restarted too.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, mostBetweenTriesMs),
  });
  try {
    await firstAnswer(client);
  } catch (error) {
    client.disconnect();
    throw new ResourceError(`Cannot reach the queue at ${shown} (${reasonOf(error)})`, { path: shown });
  }
  // What goes wrong later is met by trying again; without a listener it would end the process.
  client.on('error', () => undefined);
  return { client, shown };
}

async function firstAnswer(client: Redis): Promise<void> {
  const late = AbortSignal.timeout(firstAnswerMs);
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve);
    client.once('error', reject);
    late.addEventListener('abort', () => reject(new Error('it does not answer')));
  });
}

/** Why, in a word: messages of servers and drivers may hold what is secret. */
function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined) return code;
  const [word] = (error instanceof Error && /^(?:NOAUTH|WRONGPASS|NOPERM)\b/u.exec(error.message)) || [];
  return word ?? 'it does not answer as it should';
}
