import { checkAll, checkOnce, checkPresent, refuse } from './check-records.ts';
import type { HoldExtendedEvent, HoldPlacedEvent, HoldReducedEvent } from './ledger-event.ts';
import type { LedgerState } from './ledger-state.ts';
import type { Refusal } from './refusal.ts';

/** Why a hold cannot be placed. */
export function checkHoldPlaced(
  state: LedgerState,
  { holdId, records }: HoldPlacedEvent,
): Refusal | undefined {
  if (state.holds.has(holdId)) return refuse('hold-wrong', `There was a hold ${holdId} before`);
  return checkOnce('hold-wrong', records) ?? checkAll(records, (id) => checkPresent(state, id));
}

/** Why records cannot be added to a hold. */
export function checkHoldExtended(
  state: LedgerState,
  { holdId, records }: HoldExtendedEvent,
): Refusal | undefined {
  return (
    checkHoldOpen(state, holdId) ??
    checkOnce('hold-wrong', records) ??
    checkAll(
      records,
      (id) =>
        checkPresent(state, id) ??
        (isUnder(state, id, holdId) ? refuse('hold-wrong', `${id} is held by ${holdId} already`) : undefined),
    )
  );
}

/** Why records cannot be taken out of a hold. */
export function checkHoldReduced(
  state: LedgerState,
  { holdId, records }: HoldReducedEvent,
): Refusal | undefined {
  return (
    checkHoldOpen(state, holdId) ??
    checkOnce('hold-wrong', records) ??
    checkAll(records, (id) =>
      isUnder(state, id, holdId) ? undefined : refuse('hold-wrong', `${id} is not held by ${holdId}`),
    )
  );
}

/** Why nothing can be done with a hold: there is none, or it was released. */
export function checkHoldOpen(state: LedgerState, holdId: string): Refusal | undefined {
  const hold = state.holds.get(holdId);
  if (hold === undefined) return refuse('hold-wrong', `There is no hold ${holdId}`);
  return hold.released && refuse('hold-wrong', `Hold ${holdId} was released already`);
}

function isUnder(state: LedgerState, record: string, holdId: string): boolean {
  return state.records.get(record)?.holds.includes(holdId) === true;
}
