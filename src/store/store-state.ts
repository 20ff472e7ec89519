import { continueFold, foldLedger } from '../ledger/fold-ledger.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import type { LedgerState, RecordState } from '../ledger/ledger-state.ts';
import { readLedgerFile, type LedgerFile, type LedgerProblem } from './ledger-file.ts';
import { RefusedError } from './refused-error.ts';
import type { Store } from './store.ts';

/** What a store's ledger says, and what it amounts to. */
export interface StoreState {
  readonly ledger: LedgerFile;
  readonly state: LedgerState;
}

/** What a command is handed beside its options. */
export interface CommandContext {
  readonly now: () => Date;
}

/** The state of a store without its lock: for commands that only read. Problems of the ledger are told, not thrown. */
export async function stateOf(store: Store): Promise<StoreState> {
  const ledger = await readLedgerFile(store);
  return { ledger, state: foldOf(store, ledger.entries) };
}

/** What speaks against a ledger: what does not fit together, and events that should never have been added, of which the state knows nothing. */
export function problemsOf({ ledger, state }: StoreState): readonly LedgerProblem[] {
  const refused = state.refused.map(({ seq, refusal }) => ({
    line: seq,
    reason: `Line ${seq}: The event should never have been added: ${refusal.why}`,
  }));
  return [...ledger.problems, ...refused];
}

/** The state that entries of a store's ledger amount to, taken up where its memory ends. */
export function foldOf({ memory }: Store, entries: readonly LedgerEntry[]): LedgerState {
  const fold = continueFold(memory.fold, entries);
  if (!fold) return foldLedger([]);
  memory.fold = fold;
  return fold.state;
}

/**
 * One record of a store.
 *
 * @throws RefusedError (record-unknown) where it was never filed.
 */
export function findRecord(state: LedgerState, id: string): RecordState {
  const record = state.records.get(id);
  if (record) return record;
  throw new RefusedError([{ refused: 'record-unknown', why: `${id} was never filed here` }]);
}
