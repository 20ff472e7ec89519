import { join } from 'node:path';
import { groupBy } from '../lists/group-by.ts';
import type { PlainDate } from '../document/plain-date.ts';
import { findRefusals, presentVersions } from '../ledger/disposability.ts';
import type { LedgerState, RecordState } from '../ledger/ledger-state.ts';
import { localDay } from '../files/local-day.ts';
import { formatInstant } from '../files/instant.ts';
import { readSoundLedger, readSoundState } from '../store/append-event.ts';
import { change } from '../store/disk-failure.ts';
import { formatPlan, planPath, planRecord, type DisposalPlan } from './disposal-plan.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { refuseAll } from '../store/refused-error.ts';
import { daysOf } from '../store/days-of.ts';
import { findRecord, type CommandContext } from '../store/store-state.ts';
import { storeNames, type Store } from '../store/store.ts';
import { withLock, type LockedStore } from '../store/with-lock.ts';

/** A plan that was written. */
export interface WrittenPlan {
  readonly plan: DisposalPlan;
  readonly sha256: string;
  /** The absolute path of its file. */
  readonly path: string;
}

/**
 * Writes down what may go today, one plan for each disposition authority: the records named, or every record that may go. Nothing is
 * deleted, and the ledger stays as it is.
 *
 * @throws RefusedError where a record that was named may not go.
 */
export async function planDisposal(
  options: { readonly store: Store; readonly records: readonly string[] },
  { now }: CommandContext,
): Promise<readonly WrittenPlan[]> {
  return withLock(options.store, async (locked) => {
    const at = now();
    const state = await readSoundState(locked);
    const on = daysOf(at).first;
    const ids = [...new Set(options.records)];
    refuseAll(ids.flatMap((id) => findPlanRefusals(state, id, on)));
    const due =
      ids.length > 0
        ? ids
        : [...state.records.keys()].filter((id) => findPlanRefusals(state, id, on).length === 0);
    const plans: WrittenPlan[] = [];
    const planned = due.map((id) => findRecord(state, id));
    for (const [authority, records] of groupBy(planned, (record) => authoritiesOf(record)[0] ?? ''))
      plans.push(await writePlan(locked, { authority, records, at }));
    return plans;
  });
}

/** Why a record may not be planned for a day. */
function findPlanRefusals(state: LedgerState, id: string, on: PlainDate): readonly Refusal[] {
  const refusals = findRefusals(state, id, { on });
  const record = state.records.get(id);
  if (refusals.length > 0 || record === undefined) return refusals;
  const authorities = authoritiesOf(record);
  if (authorities.length === 1) return [];
  const why = `The versions of ${id} stand under ${authorities.length} authorities (${authorities.join(', ')}), and one plan has one`;
  return [{ refused: 'schedule-wrong', why }];
}

/** The authorities under which the versions of a record that are there may go. */
export function authoritiesOf(record: RecordState): readonly string[] {
  return [...new Set(presentVersions(record).map(({ retention }) => retention.authority ?? ''))];
}

async function writePlan(
  locked: LockedStore,
  of: { readonly authority: string; readonly records: readonly RecordState[]; readonly at: Date },
): Promise<WrittenPlan> {
  const { head } = await readSoundLedger(locked);
  const records = of.records.map(planRecord);
  const local = localDay(of.at);
  const plan: DisposalPlan = {
    plan: 'tagleaf-disposal-1',
    made: formatInstant(of.at),
    ...(local.zone === 'UTC' ? {} : { madeOn: local }),
    authority: of.authority,
    ledgerHead: head.hash,
    bytes: records.flatMap(({ versions }) => versions).reduce((sum, { bytes }) => sum + bytes, 0),
    records,
  };
  const { bytes, sha256 } = formatPlan(plan);
  const path = planPath(locked, sha256);
  await change(locked, `write the plan ${path}`, async () => {
    await locked.files.makeFolder(join(locked.path, storeNames.plans));
    try {
      await locked.files.writeFile(path, bytes);
    } catch (error) {
      await locked.files.remove(path).catch(() => undefined);
      throw error;
    }
  });
  return { plan, sha256, path };
}
