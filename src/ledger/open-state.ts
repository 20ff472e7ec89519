import type {
  ClockState,
  DisposalState,
  HoldState,
  LedgerState,
  PackageState,
  PlanState,
  RecordState,
  RefusedEntry,
} from './ledger-state.ts';

/** What a fold needs beside the state to go on. */
export interface FoldedState extends LedgerState {
  /** The collections that list a record which is not filed yet. */
  readonly awaited: ReadonlyMap<string, readonly string[]>;
  /** The open holds of a series, whatever is filed in it. */
  readonly seriesHolds: ReadonlyMap<string, readonly string[]>;
}

/** The state while it is built; what is in the maps is replaced, never edited. */
export interface OpenState extends FoldedState {
  readonly records: Map<string, RecordState>;
  readonly holds: Map<string, HoldState>;
  readonly plans: Map<string, PlanState>;
  readonly packages: Map<string, PackageState>;
  readonly refused: RefusedEntry[];
  clock: ClockState;
  readonly awaited: Map<string, readonly string[]>;
  readonly seriesHolds: Map<string, readonly string[]>;
}

/** A state to go on building. What is in the maps is replaced, never edited, so that copies of the maps are enough. */
export function openState(state: FoldedState | undefined): OpenState {
  return {
    records: new Map(state?.records),
    holds: new Map(state?.holds),
    plans: new Map(state?.plans),
    packages: new Map(state?.packages),
    refused: [...(state?.refused ?? [])],
    clock: state?.clock ?? { backwards: [] },
    awaited: new Map(state?.awaited),
    seriesHolds: new Map(state?.seriesHolds),
  };
}

/** Replaces some fields of the records that are there. */
export function change(
  state: OpenState,
  ids: readonly string[],
  fields: (record: RecordState) => Partial<RecordState>,
): void {
  for (const id of ids) {
    const record = state.records.get(id);
    if (record) state.records.set(id, { ...record, ...fields(record) });
  }
}

/** A record before its first version is entered. */
export function newRecord(id: string, collections: readonly string[] = []): RecordState {
  const disposal: DisposalState = { state: 'none' };
  return { id, versions: [], holds: [], collections, audits: [], transfers: [], disposal };
}

/** A list with an id at its end, unless it is there. */
export function withOne(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
