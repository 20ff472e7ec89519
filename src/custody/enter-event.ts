import { UsageError } from '../diagnostics/errors.ts';
import { eventNameWords, isEventName } from '../ledger/facts/event-name.ts';
import { appendEvent } from '../store/append-event.ts';
import type { CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';

/** Something that happened, or did not happen after all, in the matter of records. */
export interface EnterEventOptions {
  readonly store: Store;
  readonly records: readonly string[];
  /** As cutoffs name it, for instance `case-closed`. */
  readonly name: string;
}

/**
 * Enters that something happened from which cutoffs begin. What was entered of the same name before no longer counts.
 *
 * @throws UsageError where the name is none. @throws RefusedError where the day is to come, or a record is unknown, gone or going.
 */
export async function enterEvent(
  { store, records, name, on }: EnterEventOptions & { /** `YYYY-MM-DD`. */ readonly on: string },
  { now }: CommandContext,
): Promise<{ readonly records: readonly string[]; readonly name: string; readonly on: string }> {
  checkName(name);
  return withLock(store, async (locked) => {
    await appendEvent(locked, { event: 'event-entered', records, name, on }, now());
    return { records, name, on };
  });
}

/**
 * Enters that what was entered did not happen.
 *
 * @throws UsageError where the name is none. @throws RefusedError where it was not entered.
 */
export async function withdrawEvent(
  { store, records, name, reason }: EnterEventOptions & { readonly reason: string },
  { now }: CommandContext,
): Promise<{ readonly records: readonly string[]; readonly name: string }> {
  checkName(name);
  return withLock(store, async (locked) => {
    await appendEvent(locked, { event: 'event-withdrawn', records, name, reason }, now());
    return { records, name };
  });
}

function checkName(name: string): void {
  if (!isEventName(name)) throw new UsageError(`--name takes ${eventNameWords}, not \`${name}\``);
}
