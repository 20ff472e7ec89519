import { presentVersions } from './disposability.ts';
import type { DisposalIntendedEvent, DisposedEvent } from './ledger-event.ts';
import type { DisposalState, RecordState } from './ledger-state.ts';
import { change, type OpenState } from './open-state.ts';

/** A plan begins to be carried out. */
export function applyDisposalIntended(
  state: OpenState,
  event: DisposalIntendedEvent & { readonly at: string },
): void {
  const { planSha256, approver, authority, approvalSha256, records, at } = event;
  const plan = { planSha256, approver, authority, approvalSha256, at, records, open: records, done: false };
  state.plans.set(planSha256, plan);
  change(state, records, () => ({ disposal: { state: 'intended', planSha256 } }));
}

/** A version is gone. */
export function applyDisposed(state: OpenState, event: DisposedEvent & { readonly at: string }): void {
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

/** Records are open in a plan no longer: they are gone, or were withdrawn. */
export function closeInPlan(state: OpenState, planSha256: string, records: readonly string[]): void {
  const plan = state.plans.get(planSha256);
  if (plan === undefined) return;
  state.plans.set(planSha256, { ...plan, open: plan.open.filter((id) => !records.includes(id)) });
}
