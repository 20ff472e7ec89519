import { parsePlainDate } from '../document/plain-date.ts';
import { InternalError } from '../diagnostics/errors.ts';
import { applyEvent } from './apply-event.ts';
import { nextClock } from './check-time.ts';
import { checkEvent } from './check-event.ts';
import type { LedgerEntry } from './ledger-event.ts';
import type { LedgerState } from './ledger-state.ts';
import { openState, type FoldedState } from './open-state.ts';

/** A fold over the first entries of a ledger, that can go on with those that were added since. */
export interface Fold {
  readonly count: number;
  /** The entry that was folded last; the same object, not an equal one, so that no other ledger is gone on with. */
  readonly last: LedgerEntry;
  readonly state: FoldedState;
}

/** The state of every record after all entries. An entry that `checkEvent` refuses is named and changes nothing. */
export function foldLedger(entries: readonly LedgerEntry[]): LedgerState {
  const state = continueFold(undefined, entries)?.state ?? openState(undefined);
  const { records, holds, plans, packages, refused, clock } = state;
  return { records, holds, plans, packages, refused, clock };
}

/** The fold over all entries, taken up where `before` ends if that is a fold over the first of them; none over no entry. */
export function continueFold(before: Fold | undefined, entries: readonly LedgerEntry[]): Fold | undefined {
  const known = before && entries[before.count - 1] === before.last ? before : undefined;
  const state = openState(known?.state);
  for (const entry of known ? entries.slice(known.count) : entries) {
    const on = parsePlainDate(entry.at.slice(0, 10));
    if (on === undefined) throw new InternalError(`“${entry.at}” is no time`, { stage: 'records/ledger' });
    const refusal = checkEvent(state, entry, on);
    if (refusal === undefined) {
      applyEvent(state, entry);
      state.clock = nextClock(state.clock, entry);
    } else state.refused.push({ seq: entry.seq, refusal });
  }
  const last = entries.at(-1);
  return last && { count: entries.length, last, state };
}
