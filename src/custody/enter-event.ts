import { UsageError } from '../diagnostics/errors.ts';
import { eventNameWords, isEventName } from '../ledger/facts/event-name.ts';
import type { RecordState } from '../ledger/ledger-state.ts';
import { appendEvent, readSoundState } from '../store/append-event.ts';
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

/** An event that was entered. */
interface EnteredEvent {
  readonly records: readonly string[];
  readonly name: string;
  readonly on: string;
  /** The records none of whose versions has a cutoff that begins from it: the name may be wrong, or their schedule is still to come. */
  readonly unasked: readonly string[];
}

/**
 * Enters that something happened from which cutoffs begin. What was entered of the same name before no longer counts.
 *
 * @throws UsageError where the name is none. @throws RefusedError where the day is to come, or a record is unknown, gone or going.
 */
export async function enterEvent(
  { store, records, name, on }: EnterEventOptions & { /** `YYYY-MM-DD`. */ readonly on: string },
  { now }: CommandContext,
): Promise<EnteredEvent> {
  checkName(name);
  return withLock(store, async (locked) => {
    await appendEvent(locked, { event: 'event-entered', records, name, on }, now());
    const state = await readSoundState(locked);
    const unasked = records.filter((id) => !asksFor(state.records.get(id), name));
    return { records, name, on, unasked };
  });
}

function asksFor(record: RecordState | undefined, name: string): boolean {
  const cutoffs = (record?.versions ?? []).map(({ retention }) => retention.cutoff);
  return cutoffs.some((cutoff) => (cutoff?.from === 'superseded' ? cutoff.from : cutoff?.event) === name);
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
