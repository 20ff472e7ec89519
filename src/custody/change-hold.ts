import { openHolds } from '../ledger/disposability.ts';
import { appendEvent, readSoundState } from '../store/append-event.ts';
import type { CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';
import type { ReleasedHold } from './hold-records.ts';

/** Records that come under an open hold, or leave it. */
export interface ChangeHoldOptions {
  readonly store: Store;
  readonly holdId: string;
  readonly records: readonly string[];
  /** The person who does it. */
  readonly by: string;
}

/**
 * Puts more records under a hold that is open.
 *
 * @throws RefusedError where there is no such hold, it was released, or a record is unknown, gone, or under it already.
 */
export async function extendHold(
  { store, holdId, records, by }: ChangeHoldOptions,
  { now }: CommandContext,
): Promise<{ readonly holdId: string; readonly records: readonly string[] }> {
  return withLock(store, async (locked) => {
    await appendEvent(locked, { event: 'hold-extended', records, holdId, by }, now());
    return { holdId, records };
  });
}

/**
 * Takes records out of a hold, which stays open for the others and for what is filed in its series. Nothing is deleted by it.
 *
 * @throws RefusedError where there is no such hold, it was released, or a record is not under it.
 */
export async function reduceHold(
  { store, holdId, records, by, reason }: ChangeHoldOptions & { readonly reason: string },
  { now }: CommandContext,
): Promise<ReleasedHold> {
  return withLock(store, async (locked) => {
    await appendEvent(locked, { event: 'hold-reduced', records, holdId, by, reason }, now());
    const state = await readSoundState(locked);
    return { holdId, records, stillHeld: records.filter((id) => openHolds(state, id).length > 0) };
  });
}
