import type { PlainDate } from '../document/plain-date.ts';
import { checkAll, checkOnce, refuse } from './check-records.ts';
import { disposability, presentVersions } from './disposability.ts';
import type { DisposalIntendedEvent, DisposalWithdrawnEvent, DisposedEvent } from './ledger-event.ts';
import type { LedgerState } from './ledger-state.ts';
import { gravest, type Refusal } from './refusal.ts';

/** Why a plan may not begin. */
export function checkIntended(
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

/** Why a version may not go. */
export function checkDisposed(state: LedgerState, event: DisposedEvent, on: PlainDate): Refusal | undefined {
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

/** Why records cannot be taken out of a plan. */
export function checkWithdrawn(
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
