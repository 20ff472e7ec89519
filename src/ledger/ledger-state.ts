import type { Retention } from './facts/record-facts.ts';
import type { FiledFacts } from './ledger-event.ts';
import type { Refusal } from './refusal.ts';

/** One filed version of a record. */
export interface VersionState {
  readonly version: number;
  readonly bag: string;
  readonly tagManifestSha512: string;
  readonly contentSha256: string;
  readonly bytes: number;
  readonly files: number;
  readonly facts: FiledFacts;
  /** The record ids that a collection lists; none of a post. */
  readonly members: readonly string[];
  /** The schedule in force: the filed one, until another was approved. */
  readonly retention: Retention;
  /** The last approval after filing. */
  readonly scheduled?: { readonly seq: number; readonly at: string; readonly approvalSha256: string };
  /** When the line was written, UTC. */
  readonly at: string;
  /** The archives have it. */
  readonly transferred?: TransferredState;
  /** What is left of a version that is gone. */
  readonly disposed?: { readonly at: string; readonly planSha256: string; readonly tombstone: string };
}

/** Something that happened in the matter of a record. */
export interface Occurrence {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** What the fixity check of a record found. */
export interface AuditState {
  readonly seq: number;
  readonly at: string;
  readonly outcome: 'success' | 'fail';
  readonly reasons: readonly string[];
}

/** What the archives confirmed of a version. */
export interface TransferredState {
  readonly at: string;
  readonly packageSha256: string;
  readonly receiptSha256: string;
  readonly receivedBy: string;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  /** The copy that stayed is kept for reference, else it may go. */
  readonly keepReference: boolean;
}

/** A package that was made for the archives. */
export interface PackageState {
  readonly packageSha256: string;
  readonly to: string;
  readonly at: string;
  readonly records: readonly string[];
  readonly bags: readonly {
    readonly record: string;
    readonly bag: string;
    readonly tagManifestSha512: string;
  }[];
}

/** A handover of a copy. */
export interface TransferState {
  readonly seq: number;
  readonly at: string;
  readonly to: string;
  readonly receiptSha256: string;
}

/** `intended`: a plan that names the record is being carried out; `done`: every version is gone. */
export type DisposalState =
  | { readonly state: 'none' }
  | { readonly state: 'intended'; readonly planSha256: string }
  | { readonly state: 'done' };

/** All that the ledger says of one record. */
export interface RecordState {
  readonly id: string;
  /** Oldest first; the last is the one in force. There is always one. */
  readonly versions: readonly VersionState[];
  /** Ids of the open holds that name the record itself; `openHolds` adds those of members. */
  readonly holds: readonly string[];
  /** The collections that list the record in a version that is still there. */
  readonly collections: readonly string[];
  readonly audits: readonly AuditState[];
  readonly transfers: readonly TransferState[];
  /** Events from which cutoffs begin: of each name the last that was entered. Absent where there is none. */
  readonly occurrences?: readonly Occurrence[];
  readonly disposal: DisposalState;
}

/** A hold, open or released. */
export interface HoldState {
  readonly id: string;
  readonly matter: string;
  readonly authority: string;
  readonly by: string;
  /** Those that were named; `recordsUnder` has those that came under it since. */
  readonly records: readonly string[];
  /** What is filed in this series while it is open is held too. */
  readonly series?: string;
  readonly placedAt: string;
  readonly released?: { readonly at: string; readonly by: string; readonly reason: string };
}

/** A plan that was approved and begun. */
export interface PlanState {
  readonly planSha256: string;
  readonly approver: string;
  readonly authority: string;
  readonly approvalSha256: string;
  readonly at: string;
  /** Every record of the plan. */
  readonly records: readonly string[];
  /** Those that are neither gone nor withdrawn. */
  readonly open: readonly string[];
  /** False where it is named as unfinished. */
  readonly done: boolean;
}

/** An entry that should never have been appended; it changed nothing in the state. */
export interface RefusedEntry {
  readonly seq: number;
  readonly refusal: Refusal;
}

/** The times of a ledger's lines. */
export interface ClockState {
  /** Of the last line. */
  readonly last?: string;
  /** Lines of more than a day before the line before them; the last of them, where there are many. */
  readonly backwards: readonly { readonly seq: number; readonly at: string; readonly before: string }[];
  /** The last line that says that the clock was wrong before it. */
  readonly correctedSeq?: number;
}

/** What a ledger amounts to. */
export interface LedgerState {
  /** By record id, in order of first filing. */
  readonly records: ReadonlyMap<string, RecordState>;
  /** By hold id. */
  readonly holds: ReadonlyMap<string, HoldState>;
  /** By `planSha256`. */
  readonly plans: ReadonlyMap<string, PlanState>;
  /** By `packageSha256`. */
  readonly packages: ReadonlyMap<string, PackageState>;
  readonly refused: readonly RefusedEntry[];
  readonly clock: ClockState;
}
