import { appendEvent } from '../store/append-event.ts';
import type { CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';

/**
 * Enters that the clock was wrong before: later lines are held against this one, and audits before it no longer count as done lately.
 *
 * @throws RefusedError (integrity) where the ledger is broken.
 */
export async function correctClock(
  { store, by, reason }: { readonly store: Store; readonly by: string; readonly reason: string },
  { now }: CommandContext,
): Promise<{ readonly line: number }> {
  return withLock(store, async (locked) => {
    const { count } = await appendEvent(locked, { event: 'clock-corrected', by, reason }, now());
    return { line: count };
  });
}
