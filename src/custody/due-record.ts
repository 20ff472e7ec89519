import type { Refusal } from '../ledger/refusal.ts';

/** The groups of the report, in their order. */
export const dueGroups = [
  'eligible',
  'transfer-due',
  'held',
  'unscheduled',
  'permanent',
  'transferred',
  'not-yet-eligible',
  'disposal-unfinished',
] as const;

/** A group of the report. What is to be handed to the archives on the day is no longer only permanent. A record that is held stands with the held, whatever else keeps it. */
export type DueGroup = (typeof dueGroups)[number];

/** What the report says of one record. */
export interface DueRecord {
  readonly record: string;
  readonly title: string;
  /** As its bag says it was filed; absent where it names none, or cannot be read. */
  readonly series?: string;
  readonly group: DueGroup;
  readonly versions: readonly DueVersion[];
  /** Every reason why it may not go on that day; none of the eligible. */
  readonly refusals: readonly Refusal[];
}

/** How the day is reckoned from which one version may go. */
export interface DueVersion {
  readonly version: number;
  readonly authority?: string;
  readonly eligibleOn?: string;
  /** Of a permanent version: from when it is to be handed to the archives. */
  readonly transferOn?: string;
  readonly arithmetic: readonly string[];
  /** Why there is no such day. */
  readonly reason?: string;
}
