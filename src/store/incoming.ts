import { join } from 'node:path';
import { listNames } from '../files/list-names.ts';
import { sha512Of } from '../files/digest.ts';
import { readTagFile } from '../bag/read-tag-file.ts';
import { bagName } from '../ledger/facts/record-id.ts';
import type { FiledEvent } from '../ledger/ledger-event.ts';
import { change } from './disk-failure.ts';
import type { LedgerFile } from './ledger-file.ts';

import { isHeld, takeLock, type StoreLock } from './lock-store.ts';
import { recoverLedger } from './recover-ledger.ts';
import { isMissing } from '../files/missing.ts';
import { isBagName, storeNames, type Store } from './store.ts';

/** Rendering may keep a process from touching its claim for longer than from touching the lock of the store. */
const claimStaleFactor = 3;

/** A bag that is being packed, by this process alone. */
export interface IncomingClaim extends StoreLock {
  /** The absolute path of its folder below `incoming/`; there is none yet. */
  readonly folder: string;
}

/**
 * Claims a bag's folder below `incoming/`: waits for another process that packs the same bag, and clears away what killed
 * processes left there and the ledger knows nothing of. To be asked for without the lock of the store, and released after the bag
 * was filed or given up.
 *
 * @throws ResourceError where another process holds it for longer than the store waits, or it cannot be written.
 */
export async function claimIncoming(store: Store, bag: string): Promise<IncomingClaim> {
  const parent = join(store.path, storeNames.incoming);
  await change(store, `make ${parent}`, () => store.files.makeFolder(parent));
  const lock = await takeLock(store, claimLock(store, bag));
  try {
    await tidy(store, bag);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return { ...lock, folder: join(parent, bag) };
}

async function tidy(store: Store, ours: string): Promise<void> {
  // Under the lock of the store, so that no entry comes meanwhile.
  const held = await takeLock(store);
  try {
    const ledger = await recoverLedger(store);
    await finishIncoming(store, ledger);
    if (ledger.problems.length > 0) return;
    for (const { bag, folder, entry, claimed } of await listIncoming(store, ledger)) {
      if (entry !== undefined || (claimed && bag !== ours)) continue;
      await change(store, `remove ${folder}`, () => store.files.remove(folder));
    }
  } finally {
    await held.release();
  }
}

/** What stands below `incoming/`: committed where the ledger has its entry, else abandoned unless a living process packs it. */
export interface IncomingBag {
  readonly bag: string;
  readonly folder: string;
  readonly entry?: FiledEvent;
  /** A living process is packing it. */
  readonly claimed: boolean;
}

/** The bags below `incoming/`, in the order of their names. */
export async function listIncoming(store: Store, { entries }: LedgerFile): Promise<readonly IncomingBag[]> {
  const names = (await listNames(join(store.path, storeNames.incoming))) ?? [];
  const found = names.filter(isBagName).map(async (bag): Promise<IncomingBag> => {
    const entry = entries.find((event) => event.event === 'filed' && event.bag === bag);
    // What was disposed of does not come back.
    const isGone = entries.some(
      (event) => event.event === 'disposed' && bagName(event.record, event.version) === bag,
    );
    const claimed = await isHeld(store, claimLock(store, bag));
    const folder = join(store.path, storeNames.incoming, bag);
    return { bag, folder, claimed, ...(entry?.event === 'filed' && !isGone ? { entry } : {}) };
  });
  return Promise.all(found);
}

/**
 * Moves bags to their place that the ledger says are filed, where a process was killed between the two; a bag that is not
 * the one that was filed stays where it is, for `verify` to tell.
 *
 * @throws ResourceError where the store cannot be written.
 */
export async function finishIncoming(store: Store, ledger: LedgerFile): Promise<readonly string[]> {
  const finished: string[] = [];
  if (ledger.problems.length > 0) return finished;
  for (const { bag, folder, entry } of await listIncoming(store, ledger)) {
    const place = join(store.path, bag);
    if (entry === undefined || !(await isMissing(place))) continue;
    if ((await readSeal(folder)) !== entry.tagManifestSha512) continue;
    await change(store, `move ${folder} to ${place}`, () => store.files.rename(folder, place));
    finished.push(bag);
  }
  return finished;
}

/** SHA-512 of a bag's `tagmanifest-sha512.txt`; `undefined` where it cannot be read. */
export async function readSeal(folder: string): Promise<string | undefined> {
  try {
    return sha512Of(await readTagFile(folder, 'tagmanifest-sha512.txt'));
  } catch {
    return undefined;
  }
}

/** The lock of a bag that is being packed: its path in the store, and when it is stale. */
function claimLock(store: Store, bag: string): { readonly name: string; readonly staleMs: number } {
  return { name: join(storeNames.incoming, `${bag}.lock`), staleMs: store.lock.staleMs * claimStaleFactor };
}
