import type { LedgerState } from './ledger-state.ts';
import type { Refusal } from './refusal.ts';
import type { LedgerRefusalId } from './rules.ts';

/** Why a record cannot be spoken of: it was never filed. */
export function checkKnown(state: LedgerState, id: string): Refusal | undefined {
  return state.records.has(id) ? undefined : refuse('record-unknown', `${id} was never filed here`);
}

/** Why nothing can be done to a record: it is unknown or gone. */
export function checkPresent(state: LedgerState, id: string): Refusal | undefined {
  const gone = state.records.get(id)?.disposal.state === 'done';
  return gone ? refuse('already-disposed', `${id} was disposed of already`) : checkKnown(state, id);
}

/** Why a record cannot be changed: it is going. */
export function checkUnplanned(state: LedgerState, id: string): Refusal | undefined {
  const planned = state.records.get(id)?.disposal.state === 'intended';
  return planned
    ? refuse('disposal-unfinished', `A disposal of ${id} was begun and is not finished`)
    : undefined;
}

/** The first refusal of several records. */
export function checkAll(
  ids: readonly string[],
  check: (id: string) => Refusal | undefined,
): Refusal | undefined {
  return ids.map(check).find((refusal) => refusal !== undefined);
}

/** Why a list is wrong: it names a record twice. */
export function checkOnce(refused: LedgerRefusalId, ids: readonly string[]): Refusal | undefined {
  const seen = new Set<string>();
  const repeated = ids.find((id) => seen.size === seen.add(id).size);
  return repeated === undefined ? undefined : refuse(refused, `${repeated} is named twice`);
}

/** A refusal of the ledger. */
export function refuse(refused: LedgerRefusalId, why: string): Refusal {
  return { refused, why };
}
