import { join, resolve } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { listNames } from '../files/list-names.ts';
import type { Fold } from '../ledger/fold-ledger.ts';
import type { KnownLines } from '../ledger/parse-ledger.ts';
import type { Actor } from './actor.ts';
import { refuseLinks } from './refuse-links.ts';
import { diskFiles, type StoreFiles } from './store-files.ts';

/** A folder of bags and their ledger. */
export interface Store {
  /** Absolute. */
  readonly path: string;
  readonly files: StoreFiles;
  readonly lock: LockTimes;
  readonly memory: LedgerMemory;
  /** Who changes it: every event that names nobody else names them. */
  readonly actor?: Actor;
}

/**
 * What was read of the ledger of a store before: it only grows, and is read again at every command. Many commands of one run
 * may share it; what it holds of another ledger is of no use and does no harm.
 */
export interface LedgerMemory {
  lines?: KnownLines;
  fold?: Fold;
}

/** How long the lock of a store is waited for. */
export interface LockTimes {
  /** Milliseconds until the lock of a process that was killed is taken over. */
  readonly staleMs: number;
  /** Milliseconds until waiting for another process is given up. */
  readonly waitMs: number;
}

/** The names in a store beside those of its bags. */
export const storeNames = {
  ledger: 'ledger.jsonl',
  head: 'ledger.head',
  lock: 'ledger.lock',
  incoming: 'incoming',
  pending: 'pending',
  tombstones: 'tombstones',
  plans: 'plans',
  secret: 'waivers.secret',
  evidence: 'evidence',
} as const;

const standardTimes: LockTimes = { staleMs: 10_000, waitMs: 60_000 };

/**
 * Opens a store. With `create`, a folder that is not there or is empty becomes one; its ledger is begun by the first lock.
 *
 * @throws ResourceError where the folder is no store, a part of it is a link, or it cannot be made.
 */
export async function openStore(
  path: string,
  options: {
    readonly create?: boolean;
    readonly files?: StoreFiles;
    readonly lock?: LockTimes;
    readonly memory?: LedgerMemory;
    readonly actor?: Actor | undefined;
  } = {},
): Promise<Store> {
  const store = {
    path: resolve(path),
    files: options.files ?? diskFiles,
    lock: options.lock ?? standardTimes,
    memory: options.memory ?? {},
    ...(options.actor && { actor: options.actor }),
  };
  const names = await listNames(store.path, `the store ${store.path}`);
  if (names?.some(marksStore) === true) {
    await refuseLinks(store.path, Object.values(storeNames));
    return store;
  }
  const isEmpty = names === undefined || names.every((name) => name === storeNames.lock);
  if (options.create !== true || !isEmpty) {
    throw new ResourceError(notAStore(path, names), { path });
  }
  try {
    await store.files.makeFolder(store.path);
    // Marks the folder, so that another process that creates it meanwhile finds a store.
    await store.files.makeFolder(join(store.path, storeNames.incoming));
  } catch (cause) {
    throw new ResourceError(`Cannot make the store ${path}`, { path, cause });
  }
  return store;
}

const bagNamePattern = /_v\d{4,}$/u;

/** Whether a name in a store is that of a bag, `<record>_v0001`. */
export function isBagName(name: string): boolean {
  return bagNamePattern.test(name);
}

/** Whether a folder looks like a store: it has a ledger, or what only a store has where the ledger was taken away. */
export async function isStore(path: string): Promise<boolean> {
  const names = await listNames(path, `the store ${path}`);
  return names?.includes(storeNames.ledger) === true || names?.includes(storeNames.head) === true;
}

function marksStore(name: string): boolean {
  const { ledger, head, incoming } = storeNames;
  return name === ledger || name === head || name === incoming || isBagName(name);
}

function notAStore(path: string, names: readonly string[] | undefined): string {
  if (names === undefined)
    return `There is no store ${path}: the folder does not exist. \`tagleaf records pack\` makes it.`;
  if (names.length === 0)
    return `${path} is empty, so it is no store yet. \`tagleaf records pack\` makes it one.`;
  return `${path} is not a store: it has no ${storeNames.ledger}. Name the folder that holds it, or an empty one.`;
}
