import { join } from 'node:path';
import { formatPlainDate, parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { compareDays } from '../ledger/retention/add-period.ts';
import { findRefusals } from '../ledger/disposability.ts';
import type { LedgerState } from '../ledger/ledger-state.ts';
import { appendAll } from '../lists/append-all.ts';
import { formatInstant } from '../files/instant.ts';
import { daysOf } from '../store/days-of.ts';
import { appendEvent, readSoundLedger, readSoundState } from '../store/append-event.ts';
import { bagPlaces } from '../store/bag-places.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import { checkBag, findEntry } from '../verify/check-version.ts';
import { withEvidence } from '../store/keep-evidence.ts';
import { change } from '../store/disk-failure.ts';
import { planRecord, readPlan, type DisposalPlan, type PlannedVersion } from './disposal-plan.ts';
import { authoritiesOf } from './plan-disposal.ts';
import { mismatch, readApproval, type Approval } from './read-approval.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { refuseAll } from '../store/refused-error.ts';
import { sweepTombstoneParts } from './resume-disposal.ts';
import { findRecord, type CommandContext } from '../store/store-state.ts';
import { storeNames, type Store } from '../store/store.ts';
import { makeTombstone } from './tombstone.ts';
import { withLock, type LockedStore } from '../store/with-lock.ts';

/**
 * Deletes the records of an approved plan, under one lock: intent into the ledger, then each version out of its place, its tombstone
 * into place, its bytes away, its end into the ledger. Whatever can fail for want of room is done before the intent. Every
 * version is asked about again at the moment of its deletion.
 *
 * @throws RefusedError where a record may not go, the approval is not of this plan and store, or a bag is not what was filed:
 *   then nothing is deleted of any record.
 * @throws ResourceError where the disk fails; what was begun is then finished by `resumeDisposal`.
 */
export async function executeDisposal(
  options: { readonly store: Store; readonly approval: string },
  { now }: CommandContext,
): Promise<CarriedOut> {
  return withLock(options.store, async (locked) => {
    const at = now();
    const approval = await readApproval(options.approval, daysOf(at).last);
    const state = await readSoundState(locked);
    await sweepTombstoneParts(locked);
    const plan = await findApprovedPlan(locked, options.approval, approval);
    refuseAll(checkAgainstState(state, { plan, approval, on: daysOf(at).first }));
    refuseAll(await checkBags(locked, plan));
    const planSha256 = approval.planSha256 ?? '';
    const { approver, authority, sha256: approvalSha256 } = approval;
    const intent = { planSha256, approver, authority, approvalSha256 };
    await prepare(locked, { state, plan, intent: { ...intent, at: formatInstant(at) } });
    const records = plan.records.map(({ record }) => record);
    try {
      await withEvidence(locked, [approval.file], (evidence) =>
        appendEvent(locked, { event: 'disposal-intended', records, ...intent, evidence }, at),
      );
    } catch (error) {
      await discardParts(locked, plan);
      throw error;
    }
    return carryOut(locked, planSha256, { now, checked: true });
  });
}

async function findApprovedPlan(store: Store, path: string, approval: Approval): Promise<DisposalPlan> {
  const { planSha256 } = approval;
  if (planSha256 === undefined)
    refuseAll([mismatch(`The approval ${path} names no plan: it has no “plan_sha256”`)]);
  const plan = await readPlan(store, planSha256 ?? '');
  const refusals: Refusal[] = [];
  const planned = plan.records.map(({ record }) => record);
  const missing = planned.filter((id) => !approval.records.includes(id));
  const extra = approval.records.filter((id) => !planned.includes(id));
  if (missing.length > 0)
    refusals.push(
      mismatch(`The approval ${path} leaves out ${missing.join(', ')}, which the plan would dispose of`),
    );
  if (extra.length > 0)
    refusals.push(
      mismatch(`The approval ${path} names ${extra.join(', ')}, which the plan would not dispose of`),
    );
  if (approval.authority !== plan.authority)
    refusals.push(
      mismatch(
        `The approval ${path} is under “${approval.authority}”, but the plan is under “${plan.authority}”`,
      ),
    );
  // Of the two days that it was, the plan tells the one where it was made; an approval may be of either.
  const days = [plan.made.slice(0, 10), plan.madeOn?.day ?? plan.made.slice(0, 10)].toSorted();
  const made = parsePlainDate(days[0] ?? '');
  if (made === undefined || compareDays(approval.date, made) < 0)
    refusals.push(
      mismatch(
        `The approval ${path} is of ${formatPlainDate(approval.date)}, but the plan was made on ${plan.madeOn?.day ?? plan.made.slice(0, 10)}`,
      ),
    );
  refuseAll(refusals);
  return plan;
}

/** What has happened since the plan was made. */
function checkAgainstState(
  state: LedgerState,
  {
    plan,
    approval,
    on,
  }: { readonly plan: DisposalPlan; readonly approval: Approval; readonly on: PlainDate },
): readonly Refusal[] {
  return plan.records.flatMap((planned): readonly Refusal[] => {
    const refusals = findRefusals(state, planned.record, { on });
    const record = state.records.get(planned.record);
    if (refusals.length > 0 || record === undefined) return refusals;
    if (JSON.stringify(planRecord(record).versions) !== JSON.stringify(planned.versions))
      return [mismatch(`${planned.record} has changed since the plan was made`)];
    const other = authoritiesOf(record).find((authority) => authority !== approval.authority);
    if (other === undefined) return [];
    return [mismatch(`${planned.record} stands under “${other}”, not under “${approval.authority}”`)];
  });
}

/** Nothing is deleted that is not what was filed: it could be something else that must be kept. */
async function checkBags(locked: LockedStore, plan: DisposalPlan): Promise<readonly Refusal[]> {
  const { entries } = await readSoundLedger(locked);
  const refusals: Refusal[] = [];
  for (const { record, version, bag } of versionsOf(plan)) {
    const entry = findEntry(entries, bag);
    const { findings } = await checkBag(bagPlaces(locked, record, version.version).filed, { bag, entry });
    const errors = findings.filter(({ severity }) => severity === 'error');
    appendAll(
      refusals,
      errors.map(({ reason }): Refusal => ({
        refused: 'integrity',
        why: `${record} is not what was filed, so it is not deleted. ${reason}`,
      })),
    );
  }
  return refusals;
}

function versionsOf(
  plan: DisposalPlan,
): readonly { readonly record: string; readonly version: PlannedVersion; readonly bag: string }[] {
  return plan.records.flatMap(({ record, versions }) =>
    versions.map((version) => ({ record, version, bag: version.bag })),
  );
}

/** Everything that needs room on the disk: a full one is told while nothing has begun. */
async function prepare(
  locked: LockedStore,
  of: {
    readonly state: LedgerState;
    readonly plan: DisposalPlan;
    readonly intent: Parameters<typeof makeTombstone>[0]['plan'];
  },
): Promise<void> {
  try {
    await change(locked, `prepare the disposal in ${locked.path}`, async () => {
      await locked.files.makeFolder(join(locked.path, storeNames.pending));
      await locked.files.makeFolder(join(locked.path, storeNames.tombstones));
      for (const { record: id, version: planned } of versionsOf(of.plan)) {
        const record = findRecord(of.state, id);
        const version = record.versions.find((one) => one.version === planned.version);
        if (version === undefined) continue;
        const { filed: folder, tombstonePart } = bagPlaces(locked, id, planned.version);
        const bytes = await makeTombstone({ record, version, folder, plan: of.intent });
        await locked.files.writeFile(tombstonePart, bytes);
      }
    });
  } catch (error) {
    await discardParts(locked, of.plan);
    throw error;
  }
}

/** What of this fails is removed by the next disposal, and told by `verify` until then. */
async function discardParts(locked: LockedStore, plan: DisposalPlan): Promise<void> {
  for (const { record, version } of versionsOf(plan)) {
    const { tombstonePart } = bagPlaces(locked, record, version.version);
    await locked.files.remove(tombstonePart).catch(() => undefined);
  }
}
