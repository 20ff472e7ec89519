import type { LedgerState } from '../ledger/ledger-state.ts';
import { finishIncoming } from './incoming.ts';
import type { LedgerFile } from './ledger-file.ts';
import { takeLock } from './lock-store.ts';
import { recoverLedger } from './recover-ledger.ts';
import type { Store } from './store.ts';

/** A store while this process alone may change it. */
export interface LockedStore extends Store {
  /** @throws ResourceError where another process took the lock. */
  readonly assertHeld: () => void;
  /** The ledger as this process last saw or left it: nobody else changes it meanwhile. */
  readonly session: { ledger?: LedgerFile; state?: LedgerState };
}

/**
 * Runs `work` while no other process changes the store. What a killed process left half done is finished first, as far as
 * the ledger says that it was done: see `recoverLedger` and `finishIncoming`.
 *
 * @throws ResourceError where the lock cannot be had.
 */
export async function withLock<T>(store: Store, work: (locked: LockedStore) => Promise<T>): Promise<T> {
  const held = await takeLock(store);
  try {
    const ledger = await recoverLedger(store);
    await finishIncoming(store, ledger);
    return await work({ ...store, assertHeld: held.assertHeld, session: { ledger } });
  } finally {
    await held.release();
  }
}
