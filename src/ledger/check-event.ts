import { parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { checkDisposed, checkIntended, checkWithdrawn } from './check-disposal.ts';
import { checkHoldExtended, checkHoldOpen, checkHoldPlaced, checkHoldReduced } from './check-hold.ts';
import { checkAll, checkKnown, checkOnce, checkPresent, checkUnplanned, refuse } from './check-records.ts';
import { checkReferenceDecided, checkTransferPacked, checkTransferReceived } from './check-transfer.ts';
import { withMembers } from './disposability.ts';
import { bagName } from './facts/record-id.ts';
import { findRetentionGaps } from './facts/retention-gaps.ts';
import { compareDays, nextDay } from './retention/add-period.ts';
import type {
  EventEnteredEvent,
  EventWithdrawnEvent,
  FiledEvent,
  LedgerEvent,
  ScheduledEvent,
} from './ledger-event.ts';
import type { LedgerState } from './ledger-state.ts';
import type { Refusal } from './refusal.ts';

/**
 * Why an event may not follow in the ledger; `undefined` where it may. Every command asks before it appends, and the fold asks again:
 * an entry that was refused changes nothing.
 *
 * @param on the day of the entry, in UTC.
 */
export function checkEvent(state: LedgerState, event: LedgerEvent, on: PlainDate): Refusal | undefined {
  switch (event.event) {
    case 'filed':
      return checkFiled(state, event);
    case 'hold-placed':
      return checkHoldPlaced(state, event);
    case 'hold-extended':
      return checkHoldExtended(state, event);
    case 'hold-reduced':
      return checkHoldReduced(state, event);
    case 'hold-released':
      return checkHoldOpen(state, event.holdId);
    case 'scheduled':
      return checkScheduled(state, [event.record], event);
    case 'records-scheduled':
      return checkOnce('schedule-wrong', event.records) ?? checkScheduled(state, event.records, event);
    case 'event-entered':
      return checkEntered(state, event, on);
    case 'event-withdrawn':
      return checkWithdrawnEvent(state, event);
    case 'audited':
      return event.records.map((id) => checkKnown(state, id)).find((refusal) => refusal !== undefined);
    case 'transferred':
      return checkPresent(state, event.record);
    case 'transfer-packed':
      return checkTransferPacked(state, event);
    case 'transfer-received':
      return checkTransferReceived(state, event);
    case 'reference-decided':
      return checkReferenceDecided(state, event);
    case 'disposal-intended':
      return checkIntended(state, event, on);
    case 'disposed':
      return checkDisposed(state, event, on);
    case 'disposal-withdrawn':
      return checkWithdrawn(state, event);
    case 'clock-corrected':
      return undefined;
    case 'disposal-done': {
      const plan = state.plans.get(event.planSha256);
      if (plan === undefined || plan.done) return refuse('plan-wrong', 'No such plan is being carried out');
      const [open] = plan.open;
      return open === undefined ? undefined : refuse('disposal-unfinished', `${open} is not disposed of yet`);
    }
  }
}

function checkFiled(state: LedgerState, event: FiledEvent): Refusal | undefined {
  const { record: id, version, supersedes, members = [] } = event;
  const last = state.records.get(id)?.versions.at(-1);
  const refused = last && (checkPresent(state, id) ?? checkUnplanned(state, id));
  if (refused) return refused;
  if (last?.contentSha256 === event.contentSha256) {
    return refuse('already-filed', `${id} is already filed as ${last.bag}`);
  }
  if (supersedes !== (last && id)) {
    const why = last
      ? `${id} is filed already: another version must supersede it`
      : `${id} was never filed, so there is nothing to supersede`;
    return refuse('version-wrong', why);
  }
  const next = (last?.version ?? 0) + 1;
  if (version !== next || event.bag !== bagName(id, next)) {
    return refuse('version-wrong', `The next version of ${id} is ${bagName(id, next)}`);
  }
  if (new Set(members).size < members.length) {
    return refuse('collection-wrong', `${id} lists a member twice`);
  }
  return members.map((member) => checkMember(state, member, id)).find((refusal) => refusal !== undefined);
}

/** A member may be filed later, but it must not hold the collection itself, nor be gone or going. */
function checkMember(state: LedgerState, member: string, collection: string): Refusal | undefined {
  if (withMembers(state, member).includes(collection)) {
    return refuse('collection-wrong', `${collection} would be a member of itself through ${member}`);
  }
  if (!state.records.has(member)) return undefined;
  return checkPresent(state, member) ?? checkUnplanned(state, member);
}

function checkScheduled(
  state: LedgerState,
  records: readonly string[],
  { retention, authority }: Pick<ScheduledEvent, 'retention' | 'authority'>,
): Refusal | undefined {
  const refused = checkAll(records, (one) => checkPresent(state, one) ?? checkUnplanned(state, one));
  if (refused) return refused;
  const id = records[0] ?? '';
  const [gap] = findRetentionGaps(retention);
  if (gap !== undefined) return refuse('schedule-wrong', `The schedule of ${id} is not whole: ${gap}`);
  if (retention.authority === undefined || retention.authority === authority) return undefined;
  const why = `The schedule of ${id} names the authority “${retention.authority}”, not “${authority}”`;
  return refuse('schedule-wrong', why);
}

function checkEntered(
  state: LedgerState,
  { records, name, on: written }: EventEnteredEvent,
  on: PlainDate,
): Refusal | undefined {
  const day = parsePlainDate(written);
  // People may be a day ahead of UTC.
  if (day === undefined || compareDays(day, nextDay(on)) > 0)
    return refuse('event-wrong', `“${name}” cannot have happened on ${written}, which is still to come`);
  return (
    checkOnce('event-wrong', records) ??
    checkAll(records, (id) => checkPresent(state, id) ?? checkUnplanned(state, id))
  );
}

function checkWithdrawnEvent(
  state: LedgerState,
  { records, name }: EventWithdrawnEvent,
): Refusal | undefined {
  const isEntered = (id: string): boolean =>
    state.records.get(id)?.occurrences?.some((one) => one.name === name) === true;
  return (
    checkOnce('event-wrong', records) ??
    checkAll(records, (id) => {
      const refused = checkPresent(state, id) ?? checkUnplanned(state, id);
      if (refused || isEntered(id)) return refused;
      return refuse('event-wrong', `“${name}” was not entered for ${id}`);
    })
  );
}
