import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ResourceError } from '../../diagnostics/errors.ts';
import { digestBytes } from '../bag/digest-file.ts';
import { readTagFile } from '../bag/read-tag-file.ts';
import type { FiledEvent } from '../ledger/ledger-event.ts';
import { change } from './describe-failure.ts';
import type { LedgerFile } from './ledger-file.ts';
import { isHeld, takeLock, type StoreLock } from './lock-store.ts';
import { isBagName, isMissing, storeNames, type Store } from './store.ts';

/** A bag that is being packed, by this process alone. */
export interface IncomingClaim extends StoreLock {
  /** The absolute path of its folder below `incoming/`; there is none yet. */
  readonly folder: string;
}

/** Rendering may keep a process from touching its claim for longer than from touching the lock of the store. */
const claimStaleFactor = 3;

/**
 * Claims a bag's folder below `incoming/`, waits for another process that packs the same bag, and clears away what one
 * that was killed left there. To be asked for without the lock of the store, and released after the bag was filed or given up.
 *
 * @throws ResourceError where another process holds it for longer than the store waits, or it cannot be written.
 */
export async function claimIncoming(store: Store, bag: string): Promise<IncomingClaim> {
  const folder = join(store.path, storeNames.incoming, bag);
  const parent = join(store.path, storeNames.incoming);
  await change(store, `make ${parent}`, () => store.files.makeFolder(parent));
  const lock = await takeLock(store, { name: claimName(bag), staleMs: claimStaleMs(store) });
  return { ...lock, folder };
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
  const names = await readFolder(join(store.path, storeNames.incoming));
  const found = names.filter(isBagName).map(async (bag): Promise<IncomingBag> => {
    const entry = entries.find((event) => event.event === 'filed' && event.bag === bag);
    const claimed = await isHeld(store, claimName(bag), claimStaleMs(store));
    const folder = join(store.path, storeNames.incoming, bag);
    return { bag, folder, claimed, ...(entry?.event === 'filed' ? { entry } : {}) };
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

/**
 * Removes what killed processes left below `incoming/` and the ledger knows nothing of; what a living process packs stays.
 *
 * @throws ResourceError where the store cannot be written.
 */
export async function discardAbandoned(store: Store, ledger: LedgerFile): Promise<readonly string[]> {
  const discarded: string[] = [];
  for (const { bag, folder, entry, claimed } of await listIncoming(store, ledger)) {
    if (entry !== undefined || claimed) continue;
    await change(store, `remove ${folder}`, () => store.files.remove(folder));
    discarded.push(bag);
  }
  return discarded;
}

/** SHA-512 of a bag's `tagmanifest-sha512.txt`; `undefined` where it cannot be read. */
export async function readSeal(folder: string): Promise<string | undefined> {
  try {
    return digestBytes(await readTagFile(folder, 'tagmanifest-sha512.txt'), ['sha512']).digests[0];
  } catch {
    return undefined;
  }
}

const claimName = (bag: string): string => join(storeNames.incoming, `${bag}.lock`);
const claimStaleMs = (store: Store): number => store.lock.staleMs * claimStaleFactor;

/** The names in a folder of a store in the order of their bytes; none where there is no such folder. */
export async function readFolder(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).toSorted();
  } catch (cause) {
    if (await isMissing(path)) return [];
    throw new ResourceError(`Cannot read ${path}`, { path, cause });
  }
}
