import { formatPlainDate, parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { compareDays } from './retention/add-period.ts';
import { eligibility, type Eligibility } from './retention/eligibility.ts';
import type { HoldState, LedgerState, RecordState, TransferredState, VersionState } from './ledger-state.ts';
import { gravest, type Refusal } from './refusal.ts';

/** How a record is asked about. */
export interface DisposabilityOptions {
  /** The day on which it would go. */
  readonly on: PlainDate;
  /** The plan that is being carried out, where an unfinished disposal is resumed. */
  readonly resuming?: string;
}

/**
 * Whether a record may go on a day. Every version that is still there must be temporary and eligible, and so must every member of a
 * collection that is still there; no hold may be open on any of them. A member that was never filed counts as unscheduled. Of
 * several reasons the one with the lowest exit code is given.
 */
export function disposability(
  state: LedgerState,
  id: string,
  options: DisposabilityOptions,
): 'disposable' | Refusal {
  return gravest(findRefusals(state, id, options)) ?? 'disposable';
}

/** Every reason why a record may not go, its own before those of its members. */
export function findRefusals(
  state: LedgerState,
  id: string,
  { on, resuming }: DisposabilityOptions,
): readonly Refusal[] {
  const record = state.records.get(id);
  if (record === undefined) return [{ refused: 'record-unknown', why: `${id} was never filed here` }];
  const { disposal } = record;
  if (disposal.state === 'done') {
    return [{ refused: 'already-disposed', why: `${id} was disposed of already` }];
  }
  const unfinished: readonly Refusal[] =
    disposal.state === 'intended' && disposal.planSha256 !== resuming
      ? [{ refused: 'disposal-unfinished', why: `A disposal of ${id} was begun and is not finished` }]
      : [];
  const held = openHolds(state, id).map(({ hold, through }): Refusal => {
    const by = through === id ? '' : `, as its member ${through} is`;
    return { refused: 'held', why: `${id} is held for “${hold.matter}” (hold ${hold.id})${by}` };
  });
  const kept = withMembers(state, id).flatMap((part): readonly Refusal[] => {
    const name = part === id ? id : `${id} cannot go before its member ${part}, which`;
    const found = state.records.get(part);
    if (found === undefined) {
      return [{ refused: 'unscheduled', why: `${name} was never filed here: nothing says when it may go` }];
    }
    return presentVersions(found).flatMap((version) => refuseVersion(found, version, { name, on }) ?? []);
  });
  return [...unfinished, ...held, ...kept];
}

/**
 * The eligibility of one version under the schedule that is in force for it. A version is superseded when the next is filed, and the
 * last when somebody enters the event `superseded`.
 */
export function versionEligibility(
  { versions, occurrences = [] }: Pick<RecordState, 'versions' | 'occurrences'>,
  { version, retention, facts, transferred }: VersionState,
): Eligibility {
  const happened = (name: string | undefined): string | undefined =>
    occurrences.find((one) => one.name === name)?.on;
  const read = (written: string | undefined): PlainDate | undefined =>
    written === undefined ? undefined : parsePlainDate(written);
  const { released, updated, filed } = facts;
  if (retention.disposition === 'permanent' && transferred !== undefined)
    return transferredEligibility(transferred);
  const next = versions.find((other) => other.version === version + 1);
  return eligibility(
    { retention },
    {
      released: read(released),
      updated: read(updated),
      filed: read(filed),
      superseded: read(next?.facts.filed ?? happened('superseded')),
      event: read(happened(retention.cutoff?.event)),
    },
  );
}

/** A permanent version that the archives have: the copy may go, unless it is kept. */
function transferredEligibility({
  receivedBy,
  receivedOn,
  keepReference,
  at,
}: TransferredState): Eligibility {
  const arithmetic = [`handed to the archives: received by ${receivedBy} on ${receivedOn}`];
  if (keepReference) return { arithmetic, reason: 'The archives have it; this copy is kept for reference' };
  const eligibleOn = parsePlainDate(at.slice(0, 10));
  const day = eligibleOn
    ? [`the copy may go from the entry of the receipt: ${formatPlainDate(eligibleOn)}`]
    : [];
  return { arithmetic: [...arithmetic, ...day], ...(eligibleOn && { eligibleOn }) };
}

/** Whether the archives have a version. */
export function isTransferred({ transferred }: VersionState): boolean {
  return transferred !== undefined;
}

function refuseVersion(
  record: RecordState,
  version: VersionState,
  { name, on }: { readonly name: string; readonly on: PlainDate },
): Refusal | undefined {
  const { disposition } = version.retention;
  if (disposition === 'permanent') {
    if (version.transferred === undefined) return { refused: 'permanent', why: `${name} is permanent` };
    if (!version.transferred.keepReference) return undefined;
    return { refused: 'permanent', why: `${name} is kept for reference, though the archives have it` };
  }
  if (disposition === 'unscheduled') return { refused: 'unscheduled', why: `${name} is unscheduled` };
  const { eligibleOn, reason } = versionEligibility(record, version);
  if (eligibleOn === undefined) {
    return { refused: 'not-yet-eligible', why: `${name} has no day from which it may go: ${reason ?? ''}` };
  }
  if (compareDays(on, eligibleOn) >= 0) return undefined;
  const why = `${name} may go from ${formatPlainDate(eligibleOn)}, not on ${formatPlainDate(on)}`;
  return { refused: 'not-yet-eligible', why };
}

/** An open hold, and the record or member by which it reaches the one asked about. */
export interface ReachingHold {
  readonly hold: HoldState;
  readonly through: string;
}

/** The open holds on a record and on the members of a collection, nested ones among them. */
export function openHolds(state: LedgerState, id: string): readonly ReachingHold[] {
  return withMembers(state, id).flatMap((through) =>
    (state.records.get(through)?.holds ?? []).flatMap((holdId) => {
      const hold = state.holds.get(holdId);
      return hold === undefined ? [] : [{ hold, through }];
    }),
  );
}

/** Every record that a hold keeps, or kept until it was released: those that were filed in its series later, too. */
export function recordsUnder(state: LedgerState, { id, records, series }: HoldState): readonly string[] {
  if (series === undefined) return records;
  const later = [...state.records.values()]
    .filter(({ holds }) => holds.includes(id))
    .map((record) => record.id);
  return [...new Set([...records, ...later])];
}

/** The versions that are still there, oldest first. */
export function presentVersions(record: RecordState): readonly VersionState[] {
  return record.versions.filter(({ disposed }) => disposed === undefined);
}

/** A record, then the members of every version of it that is still there, and theirs; each once. */
export function withMembers(state: LedgerState, id: string): readonly string[] {
  const found = new Set([id]);
  // A set is walked in order of insertion, also over what is added on the way.
  for (const next of found) {
    const record = state.records.get(next);
    for (const { members } of record ? presentVersions(record) : [])
      for (const member of members) found.add(member);
  }
  return [...found];
}
