import { formatPlainDate } from '../document/plain-date.ts';
import {
  disposability,
  isTransferred,
  openHolds,
  presentVersions,
  versionEligibility,
} from '../ledger/disposability.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import type { HoldState, LedgerState, RecordState } from '../ledger/ledger-state.ts';
import { daysOf } from '../store/days-of.ts';
import type { LedgerProblem } from '../store/ledger-file.ts';
import { findRecord, problemsOf, stateOf, type CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';

/** Whether a record may go, in one word. */
export type RecordStatus =
  | 'eligible'
  | 'held'
  | 'unscheduled'
  | 'not-yet-eligible'
  | 'permanent'
  | 'transferred'
  | 'disposed'
  | 'disposal-unfinished';

/** One line of a list of records. */
export interface ListedRecord {
  readonly record: string;
  readonly title: string;
  readonly status: RecordStatus;
  /** How many versions are there. */
  readonly versions: number;
  readonly bytes: number;
  /** Ids of the holds that reach it, also through a member. */
  readonly holds: readonly string[];
}

/** The records and open holds of a store. */
export interface RecordList {
  readonly records: readonly ListedRecord[];
  readonly holds: readonly HoldState[];
  /** What is wrong with the ledger: the list then proves nothing. */
  readonly problems: readonly LedgerProblem[];
}

/** The records of a store in the order of their filing, and its open holds. */
export async function listRecords(
  { store }: { readonly store: Store },
  { now }: CommandContext,
): Promise<RecordList> {
  const found = await stateOf(store);
  const { state } = found;
  const records = [...state.records.values()].map((record): ListedRecord => {
    const present = presentVersions(record);
    return {
      record: record.id,
      title: record.versions.at(-1)?.facts.title ?? '',
      status: statusOf(state, record.id, now()),
      versions: present.length,
      bytes: present.reduce((sum, { bytes }) => sum + bytes, 0),
      holds: [...new Set(openHolds(state, record.id).map(({ hold }) => hold.id))],
    };
  });
  const holds = [...state.holds.values()].filter(({ released }) => released === undefined);
  return { records, holds, problems: problemsOf(found) };
}

/** Whether a record may go at a time, in one word. */
function statusOf(state: LedgerState, id: string, at: Date): RecordStatus {
  const answer = disposability(state, id, { on: daysOf(at).first });
  if (answer === 'disposable') return 'eligible';
  switch (answer.refused) {
    case 'permanent': {
      const record = state.records.get(id);
      const isHanded = record !== undefined && presentVersions(record).every(isTransferred);
      return isHanded ? 'transferred' : 'permanent';
    }
    case 'held':
    case 'unscheduled':
    case 'not-yet-eligible':
    case 'disposal-unfinished':
      return answer.refused;
    default:
      return 'disposed';
  }
}

/** Everything that a store knows of one record. */
export interface ShownRecord {
  readonly record: RecordState;
  readonly status: RecordStatus;
  /** Of each version that is there: the day from which it may go, and how it is reckoned. */
  readonly eligibility: readonly {
    readonly version: number;
    readonly eligibleOn?: string;
    readonly transferOn?: string;
    readonly arithmetic: readonly string[];
    readonly reason?: string;
  }[];
  /** The open holds that reach it, and the record or member by which they do. */
  readonly holds: readonly { readonly hold: HoldState; readonly through: string }[];
  /** Its lines in the ledger. */
  readonly events: readonly LedgerEntry[];
  readonly problems: readonly LedgerProblem[];
}

/**
 * Everything that a store knows of one record.
 *
 * @throws RefusedError (record-unknown) where it was never filed.
 */
export async function showRecord(
  { store, record: id }: { readonly store: Store; readonly record: string },
  { now }: CommandContext,
): Promise<ShownRecord> {
  const found = await stateOf(store);
  const { ledger, state } = found;
  const record = findRecord(state, id);
  return {
    record,
    status: statusOf(state, id, now()),
    eligibility: presentVersions(record).map((version) => {
      const { eligibleOn, transferOn, arithmetic, reason } = versionEligibility(record, version);
      return {
        version: version.version,
        arithmetic,
        ...(eligibleOn === undefined ? {} : { eligibleOn: formatPlainDate(eligibleOn) }),
        ...(transferOn === undefined ? {} : { transferOn: formatPlainDate(transferOn) }),
        ...(reason === undefined ? {} : { reason }),
      };
    }),
    holds: openHolds(state, id),
    events: ledger.entries.filter((entry) => concerns(entry, record, state)),
    problems: problemsOf(found),
  };
}

function concerns(entry: LedgerEntry, record: RecordState, { holds, plans }: LedgerState): boolean {
  const { id } = record;
  if (entry.event === 'hold-placed' || entry.event === 'hold-released') {
    const hold = holds.get(entry.holdId);
    const isInSeries = record.versions.some(({ facts }) => facts.series === hold?.series);
    return hold?.records.includes(id) === true || (hold?.series !== undefined && isInSeries);
  }
  if ('record' in entry) return entry.record === id;
  if ('records' in entry) return entry.records.includes(id);
  if (!('planSha256' in entry)) return false;
  return plans.get(entry.planSha256)?.records.includes(id) === true;
}
