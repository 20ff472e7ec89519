import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxedJob } from 'bullmq';
import { openContentStore, type ContentStore } from './content-store.ts';
import { environment } from './process-order-environment.ts';
import { orderMaker, type MakeOrder } from './make-order.ts';
import { openOrder } from './open-order.ts';
import type { OrderNews, OrderResult } from './order.ts';
import { fitOf, unpackSettings } from './packed-settings.ts';

/** Runs of these settings, or why this machine cannot make them. */
type Ready = { readonly make: MakeOrder } | { readonly refused: string };

/** More runs at once are forgotten: the oldest first. */
const mostRuns = 4;
/** A worker that handed a job back takes no other for so long, so that those who can make it find it first. */
const refusalMs = 1000;

const folder = mkdtempSync(join(tmpdir(), 'tagleaf-worker-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
// Who started it was killed: without this BullMQ tells that to nobody, for ever (6.7).
process.once('disconnect', () => process.exit());

const runs = new Map<string, Promise<Ready>>();
let store: Promise<ContentStore> | undefined;

/** Makes the order of a job: run by BullMQ in a process of its own, one job after the other. */
export default async function processOrder(job: SandboxedJob, token?: string): Promise<OrderResult> {
  store ??= openContentStore(process.env[environment.store] ?? '');
  const from = await store;
  const order = await openOrder(job.data, from);
  const ready = await readyFor(order.settings, from);
  const worker = process.env[environment.name] ?? '';
  const tell = (news: OrderNews): Promise<void> => job.updateProgress(news);
  if ('refused' in ready) {
    await tell({ refused: ready.refused, worker });
    await job.moveToWait(token);
    await sleep(refusalMs);
    // By its name BullMQ knows that the job is no longer this worker's.
    throw Object.assign(new Error('handed back'), { name: 'WaitingError' });
  }
  await tell({ taken: worker, pid: process.pid });
  return ready.make(order, from);
}

function readyFor(settings: string, from: ContentStore): Promise<Ready> {
  const known = runs.get(settings);
  if (known) return known;
  const opened = open(settings, from);
  runs.set(settings, opened);
  // What could not be fetched may be there later.
  opened.catch(() => runs.delete(settings));
  for (const oldest of runs.keys()) {
    if (runs.size <= mostRuns) break;
    runs.delete(oldest);
  }
  return opened;
}

async function open(sha256: string, from: ContentStore): Promise<Ready> {
  const own = { folder: join(folder, sha256), modulesFrom: process.cwd() };
  const { settings, fit } = await unpackSettings(sha256, from, own);
  try {
    if ((await fitOf(settings)) !== fit) {
      return { refused: 'it has another version of Tagleaf or Node, or other fonts' };
    }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
  return { make: await orderMaker(settings) };
}
