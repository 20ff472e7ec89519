import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { check, lock } from 'proper-lockfile';
import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';
import { storeNames, type Store } from './store.ts';

/** A store that no other process changes while this one does. */
export interface StoreLock {
  /** @throws ResourceError where another process took the lock, because this one stood still for too long. */
  readonly assertHeld: () => void;
  readonly release: () => Promise<void>;
}

const pauseMs = 200;

/**
 * Takes a lock of a store: a folder made by one process only, touched while it is held, and taken over once it is
 * `staleMs` old. `name` is the lock's path in the store, that of the whole store where absent.
 *
 * @throws ResourceError where another process holds it for longer than `waitMs`, or it cannot be made.
 */
export async function takeLock(
  store: Store,
  {
    name = storeNames.lock,
    staleMs = store.lock.staleMs,
  }: { readonly name?: string; readonly staleMs?: number } = {},
): Promise<StoreLock> {
  let taken: Error | undefined;
  const options = {
    lockfilePath: join(store.path, name),
    realpath: false,
    stale: staleMs,
    onCompromised: (error: Error) => void (taken = error),
  };
  const release = await retry(store, () => lock(join(store.path, name), options));
  return {
    assertHeld: () => {
      if (taken === undefined) return;
      throw new ResourceError(
        `Another process took over the lock of ${store.path}, since this one stood still for too long. Nothing more was written; run the command again.`,
        { path: store.path, cause: taken },
      );
    },
    release: async () => {
      // A lock that was taken over is not ours to release; one that cannot be released is taken over once it is old.
      if (taken === undefined) await release().catch(() => undefined);
    },
  };
}

/** Whether a living process holds the lock of this path in the store. */
export async function isHeld(
  store: Store,
  { name, staleMs }: { readonly name: string; readonly staleMs: number },
): Promise<boolean> {
  const lockfilePath = join(store.path, name);
  return check(lockfilePath, { lockfilePath, realpath: false, stale: staleMs });
}

async function retry<T>(store: Store, attempt: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      return await attempt();
    } catch (cause) {
      if (!isLocked(cause))
        throw new ResourceError(`Cannot lock the store ${store.path}`, { path: store.path, cause });
      if (waitedMs >= store.lock.waitMs) throw busy(store, cause);
    }
    await wait(pauseMs);
  }
}

function isLocked(error: unknown): boolean {
  return errorCode(error) === 'ELOCKED';
}

function busy(store: Store, cause: unknown): ResourceError {
  const seconds = Math.round(store.lock.waitMs / 1000);
  return new ResourceError(
    `Another process has worked on the store ${store.path} for more than ${seconds} seconds. Nothing was changed; run the command again when the other has ended.`,
    { path: store.path, cause },
  );
}
