import { parsePlainDate } from '../document/plain-date.ts';
import { InternalError } from '../diagnostics/errors.ts';
import { checkEvent } from './check-event.ts';
import { presentVersions } from './disposability.ts';
import type { DisposalIntendedEvent, DisposedEvent, FiledEvent, LedgerEntry } from './ledger-event.ts';
import type {
  DisposalState,
  HoldState,
  LedgerState,
  PlanState,
  RecordState,
  RefusedEntry,
  VersionState,
} from './ledger-state.ts';

/** What a fold needs beside the state to go on. */
export interface FoldedState extends LedgerState {
  /** The collections that list a record which is not filed yet. */
  readonly awaited: ReadonlyMap<string, readonly string[]>;
}

/** The state while it is built; what is in the maps is replaced, never edited. */
interface OpenState extends FoldedState {
  readonly records: Map<string, RecordState>;
  readonly holds: Map<string, HoldState>;
  readonly plans: Map<string, PlanState>;
  readonly refused: RefusedEntry[];
  readonly awaited: Map<string, readonly string[]>;
}

/** A fold over the first entries of a ledger, that can go on with those that were added since. */
export interface Fold {
  readonly count: number;
  /** The entry that was folded last; the same object, not an equal one, so that no other ledger is gone on with. */
  readonly last: LedgerEntry;
  readonly state: FoldedState;
}

/** The state of every record after all entries. An entry that `checkEvent` refuses is named and changes nothing. */
export function foldLedger(entries: readonly LedgerEntry[]): LedgerState {
  const { records, holds, plans, refused } = continueFold(undefined, entries)?.state ?? openState(undefined);
  return { records, holds, plans, refused };
}

/** The fold over all entries, taken up where `before` ends if that is a fold over the first of them; none over no entry. */
export function continueFold(before: Fold | undefined, entries: readonly LedgerEntry[]): Fold | undefined {
  const known = before && entries[before.count - 1] === before.last ? before : undefined;
  const state = openState(known?.state);
  for (const entry of known ? entries.slice(known.count) : entries) {
    const on = parsePlainDate(entry.at.slice(0, 10));
    if (on === undefined) throw new InternalError(`“${entry.at}” is no time`, { stage: 'records/ledger' });
    const refusal = checkEvent(state, entry, on);
    if (refusal === undefined) apply(state, entry);
    else state.refused.push({ seq: entry.seq, refusal });
  }
  const last = entries.at(-1);
  return last && { count: entries.length, last, state };
}

/** What is in the maps is replaced, never edited, so that copies of the maps are enough. */
function openState(state: FoldedState | undefined): OpenState {
  return {
    records: new Map(state?.records),
    holds: new Map(state?.holds),
    plans: new Map(state?.plans),
    refused: [...(state?.refused ?? [])],
    awaited: new Map(state?.awaited),
  };
}

function apply(state: OpenState, entry: LedgerEntry): void {
  const { seq, at } = entry;
  switch (entry.event) {
    case 'filed':
      return file(state, { ...entry, at });
    case 'hold-placed': {
      const { holdId: id, matter, authority, by, records } = entry;
      state.holds.set(id, { id, matter, authority, by, records, placedAt: at });
      return change(state, records, ({ holds }) => ({ holds: [...holds, id] }));
    }
    case 'hold-released': {
      const { holdId: id, by, reason } = entry;
      const hold = state.holds.get(id);
      if (hold) state.holds.set(id, { ...hold, released: { at, by, reason } });
      return change(state, hold?.records ?? [], ({ holds }) => ({
        holds: holds.filter((one) => one !== id),
      }));
    }
    case 'scheduled': {
      const { record, retention, approvalSha256 } = entry;
      const scheduled = { seq, at, approvalSha256 };
      return change(state, [record], ({ versions }) => ({
        versions: versions.map((version) =>
          version.disposed ? version : { ...version, retention, scheduled },
        ),
      }));
    }
    case 'audited': {
      const { outcome, failures } = entry;
      return change(state, entry.records, ({ id, audits }) => {
        const reasons = failures.filter(({ record }) => record === id).map(({ reason }) => reason);
        return { audits: [...audits, { seq, at, outcome, reasons }] };
      });
    }
    case 'transferred': {
      const { record, to, receiptSha256 } = entry;
      return change(state, [record], ({ transfers }) => ({
        transfers: [...transfers, { seq, at, to, receiptSha256 }],
      }));
    }
    case 'disposal-intended':
      return intendDisposal(state, { ...entry, at });
    case 'disposed':
      return dispose(state, { ...entry, at });
    case 'disposal-withdrawn':
      closeInPlan(state, entry.planSha256, entry.records);
      return change(state, entry.records, () => ({ disposal: { state: 'none' } }));
    case 'disposal-done': {
      const plan = state.plans.get(entry.planSha256);
      if (plan) state.plans.set(entry.planSha256, { ...plan, done: true });
    }
  }
}

function file(state: OpenState, event: FiledEvent & { readonly at: string }): void {
  const { record: id, members = [], facts } = event;
  const { version, bag, tagManifestSha512, contentSha256, bytes, files, at } = event;
  const manifest = { version, bag, tagManifestSha512, contentSha256, bytes, files };
  const filed: VersionState = { ...manifest, facts, members, retention: facts.retention, at };
  const before = state.records.get(id) ?? newRecord(id, state.awaited.get(id));
  state.awaited.delete(id);
  state.records.set(id, { ...before, versions: [...before.versions, filed] });
  for (const member of members) {
    if (state.records.has(member)) continue;
    state.awaited.set(member, withOne(state.awaited.get(member) ?? [], id));
  }
  change(state, members, ({ collections }) => ({ collections: withOne(collections, id) }));
}

function intendDisposal(state: OpenState, event: DisposalIntendedEvent & { readonly at: string }): void {
  const { planSha256, approver, authority, approvalSha256, records, at } = event;
  const plan = { planSha256, approver, authority, approvalSha256, at, records, open: records, done: false };
  state.plans.set(planSha256, plan);
  change(state, records, () => ({ disposal: { state: 'intended', planSha256 } }));
}

function dispose(state: OpenState, event: DisposedEvent & { readonly at: string }): void {
  const { record: id, planSha256, tombstone, at } = event;
  change(state, [id], ({ versions }) => ({
    versions: versions.map((version) =>
      version.version === event.version ? { ...version, disposed: { at, planSha256, tombstone } } : version,
    ),
  }));
  const record = state.records.get(id);
  if (record === undefined) return;
  leaveMembers(state, record);
  if (presentVersions(record).length > 0) return;
  const done: DisposalState = { state: 'done' };
  change(state, [id], () => ({ disposal: done }));
  closeInPlan(state, planSha256, [id]);
}

/** Members that no version of a collection lists any more are its members no longer. */
function leaveMembers(state: OpenState, collection: RecordState): void {
  const listed = new Set(presentVersions(collection).flatMap(({ members }) => members));
  const former = collection.versions.flatMap(({ members }) => members).filter((id) => !listed.has(id));
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== collection.id);
  for (const member of new Set(former)) {
    const awaiting = state.awaited.get(member);
    if (awaiting) state.awaited.set(member, others(awaiting));
    change(state, [member], ({ collections }) => ({ collections: others(collections) }));
  }
}

function closeInPlan(state: OpenState, planSha256: string, records: readonly string[]): void {
  const plan = state.plans.get(planSha256);
  if (plan === undefined) return;
  state.plans.set(planSha256, { ...plan, open: plan.open.filter((id) => !records.includes(id)) });
}

/** Replaces some fields of the records that are there. */
function change(
  state: OpenState,
  ids: readonly string[],
  fields: (record: RecordState) => Partial<RecordState>,
): void {
  for (const id of ids) {
    const record = state.records.get(id);
    if (record) state.records.set(id, { ...record, ...fields(record) });
  }
}

function newRecord(id: string, collections: readonly string[] = []): RecordState {
  const disposal: DisposalState = { state: 'none' };
  return { id, versions: [], holds: [], collections, audits: [], transfers: [], disposal };
}

function withOne(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
