import type { PlainDate } from '../document/plain-date.ts';
import { bagName } from './facts/record-id.ts';
import { findRetentionGaps } from './facts/retention-gaps.ts';
import { disposability, presentVersions, withMembers } from './disposability.ts';
import type {
  DisposalIntendedEvent,
  DisposalWithdrawnEvent,
  DisposedEvent,
  FiledEvent,
  HoldPlacedEvent,
  LedgerEvent,
  ScheduledEvent,
} from './ledger-event.ts';
import type { LedgerState } from './ledger-state.ts';
import { gravest, type Refusal } from './refusal.ts';
import type { LedgerRefusalId } from './rules.ts';

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
    case 'hold-released': {
      const hold = state.holds.get(event.holdId);
      if (hold === undefined) return refuse('hold-wrong', `There is no hold ${event.holdId}`);
      return hold.released && refuse('hold-wrong', `Hold ${event.holdId} was released already`);
    }
    case 'scheduled':
      return checkScheduled(state, event);
    case 'audited':
      return event.records.map((id) => checkKnown(state, id)).find((refusal) => refusal !== undefined);
    case 'transferred':
      return checkPresent(state, event.record);
    case 'disposal-intended':
      return checkIntended(state, event, on);
    case 'disposed':
      return checkDisposed(state, event, on);
    case 'disposal-withdrawn':
      return checkWithdrawn(state, event);
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

function checkHoldPlaced(state: LedgerState, { holdId, records }: HoldPlacedEvent): Refusal | undefined {
  if (state.holds.has(holdId)) return refuse('hold-wrong', `There was a hold ${holdId} before`);
  return checkOnce('hold-wrong', records) ?? checkAll(records, (id) => checkPresent(state, id));
}

function checkScheduled(state: LedgerState, event: ScheduledEvent): Refusal | undefined {
  const { record: id, retention, authority } = event;
  const refused = checkPresent(state, id) ?? checkUnplanned(state, id);
  if (refused) return refused;
  const [gap] = findRetentionGaps(retention);
  if (gap !== undefined) return refuse('schedule-wrong', `The schedule of ${id} is not whole: ${gap}`);
  if (retention.authority === undefined || retention.authority === authority) return undefined;
  const why = `The schedule of ${id} names the authority “${retention.authority}”, not “${authority}”`;
  return refuse('schedule-wrong', why);
}

function checkIntended(
  state: LedgerState,
  { planSha256, records }: DisposalIntendedEvent,
  on: PlainDate,
): Refusal | undefined {
  if (state.plans.has(planSha256)) return refuse('plan-wrong', 'The plan was carried out before');
  const refusals = records.flatMap((id) => {
    const answer = disposability(state, id, { on });
    return answer === 'disposable' ? [] : [answer];
  });
  return gravest(refusals) ?? checkOnce('plan-wrong', records);
}

function checkDisposed(state: LedgerState, event: DisposedEvent, on: PlainDate): Refusal | undefined {
  const { record: id, planSha256, recovered } = event;
  const plan = state.plans.get(planSha256);
  if (!plan?.open.includes(id))
    return refuse('plan-wrong', `No plan to dispose of ${id} is being carried out`);
  const record = state.records.get(id);
  const present = record ? presentVersions(record) : [];
  if (!present.some(({ version }) => version === event.version)) {
    return refuse('version-wrong', `${id} has no version ${event.version} that is still there`);
  }
  if (recovered) return undefined;
  const answer = disposability(state, id, { on, resuming: planSha256 });
  return answer === 'disposable' ? undefined : answer;
}

function checkWithdrawn(
  state: LedgerState,
  { planSha256, records }: DisposalWithdrawnEvent,
): Refusal | undefined {
  const open = state.plans.get(planSha256)?.open ?? [];
  return (
    checkOnce('plan-wrong', records) ??
    checkAll(records, (id) =>
      open.includes(id)
        ? undefined
        : refuse('plan-wrong', `No plan to dispose of ${id} is being carried out`),
    )
  );
}

function checkKnown(state: LedgerState, id: string): Refusal | undefined {
  return state.records.has(id) ? undefined : refuse('record-unknown', `${id} was never filed here`);
}

function checkPresent(state: LedgerState, id: string): Refusal | undefined {
  const gone = state.records.get(id)?.disposal.state === 'done';
  return gone ? refuse('already-disposed', `${id} was disposed of already`) : checkKnown(state, id);
}

function checkUnplanned(state: LedgerState, id: string): Refusal | undefined {
  const planned = state.records.get(id)?.disposal.state === 'intended';
  return planned
    ? refuse('disposal-unfinished', `A disposal of ${id} was begun and is not finished`)
    : undefined;
}

function checkAll(ids: readonly string[], check: (id: string) => Refusal | undefined): Refusal | undefined {
  return ids.map(check).find((refusal) => refusal !== undefined);
}

function checkOnce(refused: LedgerRefusalId, ids: readonly string[]): Refusal | undefined {
  const seen = new Set<string>();
  const repeated = ids.find((id) => seen.size === seen.add(id).size);
  return repeated === undefined ? undefined : refuse(refused, `${repeated} is named twice`);
}

function refuse(refused: LedgerRefusalId, why: string): Refusal {
  return { refused, why };
}
