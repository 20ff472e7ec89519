import type { InferOutput } from 'valibot';
import type { chained } from './event-parts.ts';
import type { entrySchema } from './event-schema.ts';

type Line = InferOutput<typeof entrySchema>;

/** An event with its place in the chain. */
export type LedgerEntry = Readonly<Line>;

type EventOf<Entry> = Entry extends Line ? Readonly<Omit<Entry, keyof typeof chained>> : never;
type Named<Name extends Line['event']> = EventOf<Extract<Line, { event: Name }>>;

/** What can be said of a filed record after its bag was sealed. */
export type LedgerEvent = EventOf<Line>;

/** A version of a record came into the store. */
export type FiledEvent = Named<'filed'>;

/** What a filed version said of itself, as far as its retention is reckoned from it. Dates are `YYYY-MM-DD`. */
export type FiledFacts = FiledEvent['facts'];

/**
 * No version of these records, and of no collection that holds one of them, can go until the hold is released. With a series, what is
 * filed in it later is held too.
 */
export type HoldPlacedEvent = Named<'hold-placed'>;

/** A hold ended, for all its records. */
export type HoldReleasedEvent = Named<'hold-released'>;

/** More records are held by a hold that is open. */
export type HoldExtendedEvent = Named<'hold-extended'>;

/** Records are held by a hold no longer, which stays open for the others. */
export type HoldReducedEvent = Named<'hold-reduced'>;

/** A schedule was approved for a record: it counts for every version filed before. */
export type ScheduledEvent = Named<'scheduled'>;

/** The same schedule was approved for several records. */
export type RecordsScheduledEvent = Named<'records-scheduled'>;

/** Something happened from which cutoffs begin; the last entry of a name counts. */
export type EventEnteredEvent = Named<'event-entered'>;

/** What was entered of that name did not happen. */
export type EventWithdrawnEvent = Named<'event-withdrawn'>;

/** Fixity of records was checked. */
export type AuditedEvent = Named<'audited'>;

/** A copy was handed over and received; nothing is deleted by it. */
export type TransferredEvent = Named<'transferred'>;

/** A package of permanent records was made for the archives; nothing is deleted by it. */
export type TransferPackedEvent = Named<'transfer-packed'>;

/** The archives have a package: their receipt lists its digests. */
export type TransferReceivedEvent = Named<'transfer-received'>;

/** Whether the copies of what the archives have stay for reference. */
export type ReferenceDecidedEvent = Named<'reference-decided'>;

/** An approved plan is about to be carried out. */
export type DisposalIntendedEvent = Named<'disposal-intended'>;

/** One version is gone; its tombstone stays. */
export type DisposedEvent = Named<'disposed'>;

/** Records are taken out of a plan before they were deleted, for instance because a hold was placed after a crash. */
export type DisposalWithdrawnEvent = Named<'disposal-withdrawn'>;

/** Everything in the plan is gone or was withdrawn. */
export type DisposalDoneEvent = Named<'disposal-done'>;

/** The clock was wrong before: later lines are held against this one. */
export type ClockCorrectedEvent = Named<'clock-corrected'>;

/** What `ledger.head` holds: how many lines there are, and the SHA-256 of the last without its line feed. */
export interface LedgerHead {
  readonly count: number;
  readonly hash: string;
}
