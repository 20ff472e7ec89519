import type { Retention } from './facts/record-facts.ts';

/** What a filed version said of itself, as far as its retention is reckoned from it. Dates are `YYYY-MM-DD`. */
export interface FiledFacts {
  readonly title: string;
  readonly retention: Retention;
  readonly released?: string;
  readonly updated?: string;
  readonly filed: string;
}

/** A version of a record came into the store. */
export interface FiledEvent {
  readonly event: 'filed';
  readonly record: string;
  /** 1 for the first, and one more for each that follows. */
  readonly version: number;
  /** The name of its folder, `<record>_v0001`. */
  readonly bag: string;
  readonly tagManifestSha512: string;
  /** Of source and configuration: the same again is already filed. */
  readonly contentSha256: string;
  readonly bytes: number;
  readonly files: number;
  /** Names the record itself; every version but the first has it. */
  readonly supersedes?: string;
  /** The record ids of a collection's members. */
  readonly members?: readonly string[];
  readonly facts: FiledFacts;
}

/** No version of these records, and of no collection that holds one of them, can go until the hold is released. */
export interface HoldPlacedEvent {
  readonly event: 'hold-placed';
  readonly records: readonly string[];
  readonly holdId: string;
  /** The case or inquiry. */
  readonly matter: string;
  readonly authority: string;
  readonly by: string;
}

/** A hold ended, for all its records. */
export interface HoldReleasedEvent {
  readonly event: 'hold-released';
  readonly holdId: string;
  readonly by: string;
  readonly reason: string;
}

/** A schedule was approved for a record: it counts for every version filed before. */
export interface ScheduledEvent {
  readonly event: 'scheduled';
  readonly record: string;
  readonly retention: Retention;
  readonly authority: string;
  readonly approvalSha256: string;
}

/** Fixity of records was checked. */
export interface AuditedEvent {
  readonly event: 'audited';
  readonly records: readonly string[];
  readonly outcome: 'success' | 'fail';
  /** What was found, by record; none of a success. */
  readonly failures: readonly { readonly record: string; readonly reason: string }[];
}

/** A copy was handed over and received; nothing is deleted by it. */
export interface TransferredEvent {
  readonly event: 'transferred';
  readonly record: string;
  readonly receiptSha256: string;
  readonly to: string;
}

/** An approved plan is about to be carried out. */
export interface DisposalIntendedEvent {
  readonly event: 'disposal-intended';
  readonly records: readonly string[];
  readonly planSha256: string;
  readonly approver: string;
  readonly authority: string;
  readonly approvalSha256: string;
}

/** One version is gone; its tombstone stays. */
export interface DisposedEvent {
  readonly event: 'disposed';
  readonly record: string;
  readonly version: number;
  readonly planSha256: string;
  /** The path of the tombstone in the store. */
  readonly tombstone: string;
  /**
   * The bag was already gone when an unfinished disposal was resumed. The event then states what happened: a hold placed since
   * cannot refuse it.
   */
  readonly recovered?: true;
}

/** Records are taken out of a plan before they were deleted, for instance because a hold was placed after a crash. */
export interface DisposalWithdrawnEvent {
  readonly event: 'disposal-withdrawn';
  readonly records: readonly string[];
  readonly planSha256: string;
  readonly reason: string;
}

/** Everything in the plan is gone or was withdrawn. */
export interface DisposalDoneEvent {
  readonly event: 'disposal-done';
  readonly planSha256: string;
}

/** What can be said of a filed record after its bag was sealed. */
export type LedgerEvent =
  | FiledEvent
  | HoldPlacedEvent
  | HoldReleasedEvent
  | ScheduledEvent
  | AuditedEvent
  | TransferredEvent
  | DisposalIntendedEvent
  | DisposedEvent
  | DisposalWithdrawnEvent
  | DisposalDoneEvent;

/** An event with its place in the chain. */
export type LedgerEntry = LedgerEvent & {
  /** SHA-256 of the line before, without its line feed, in lower-case hex; 64 zeros in the first. */
  readonly prev: string;
  /** The number of the line, from 1. */
  readonly seq: number;
  /** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly at: string;
};

/** What `ledger.head` holds: how many lines there are, and the SHA-256 of the last without its line feed. */
export interface LedgerHead {
  readonly count: number;
  readonly hash: string;
}
