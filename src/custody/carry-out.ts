import { shorten } from '../characters/shorten.ts';
import { findRefusals, presentVersions } from '../ledger/disposability.ts';
import type { PlanState, VersionState } from '../ledger/ledger-state.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { appendEvent, assertOurs, readSoundLedger, readSoundState } from '../store/append-event.ts';
import { bagPlaces, locateBag, tombstonePath, type BagPlaces } from '../store/bag-places.ts';
import { checkBag, findEntry } from '../verify/check-version.ts';
import { change } from '../store/disk-failure.ts';
import { RefusedError } from '../store/refused-error.ts';
import { daysOf } from '../store/days-of.ts';
import { findRecord, type CommandContext } from '../store/store-state.ts';
import { isMissing } from '../files/missing.ts';
import { makeTombstone } from './tombstone.ts';
import type { LockedStore } from '../store/with-lock.ts';

/** What became of a plan. */
export interface CarriedOut {
  readonly planSha256: string;
  /** The bags that are gone by this run. */
  readonly disposed: readonly { readonly record: string; readonly bag: string; readonly tombstone: string }[];
  /** Records that were taken out of the plan again, and why. */
  readonly withdrawn: readonly { readonly record: string; readonly refusals: readonly Refusal[] }[];
}

/**
 * Carries a plan on from wherever it stands: its intent is in the ledger. A record that may not go any more, since a hold was placed
 * after a crash, is put back and taken out of the plan.
 */
export async function carryOut(
  locked: LockedStore,
  planSha256: string,
  {
    now,
    checked,
  }: CommandContext & { /** Whether every bag was just found whole. */ readonly checked: boolean },
): Promise<CarriedOut> {
  const disposed: CarriedOut['disposed'][number][] = [];
  const withdrawn: CarriedOut['withdrawn'][number][] = [];
  for (const id of (await findPlan(locked, planSha256)).open) {
    for (const version of presentVersions(findRecord(await readSoundState(locked), id))) {
      const step: Step = {
        id,
        version,
        planSha256,
        places: bagPlaces(locked, id, version.version),
        now,
        checked,
      };
      const refusals = await disposeVersion(locked, step);
      if (refusals.length > 0) {
        withdrawn.push({ record: id, refusals });
        break;
      }
      disposed.push({ record: id, bag: step.places.bag, tombstone: step.places.tombstone });
    }
  }
  await appendEvent(locked, { event: 'disposal-done', planSha256 }, now());
  return { planSha256, disposed, withdrawn };
}

interface Step extends CommandContext {
  readonly id: string;
  readonly version: VersionState;
  readonly planSha256: string;
  readonly places: BagPlaces;
  readonly checked: boolean;
}

async function findPlan(locked: LockedStore, planSha256: string): Promise<PlanState> {
  const plan = (await readSoundState(locked)).plans.get(planSha256);
  if (plan) return plan;
  throw new RefusedError([{ refused: 'plan-wrong', why: `No plan ${planSha256} was begun` }]);
}

/** Deletes one version; what comes back is why it was kept instead. */
async function disposeVersion(locked: LockedStore, step: Step): Promise<readonly Refusal[]> {
  const { places } = step;
  const found = await locateBag(places);
  const refusals = await askAgain(locked, step);
  if (refusals.length > 0 && (await putBack(locked, step, found === 'gone'))) {
    await withdraw(locked, step, refusals);
    return refusals;
  }
  const recovered = found === 'deleting' || found === 'gone';
  if (found === 'gone' && (await isMissing(places.tombstone))) throw lost(step);
  if (!recovered && !step.checked && !(await isWhole(locked, step, places[found]))) throw altered(step);
  await change(locked, `dispose of ${places.bag}`, async () => {
    if (found === 'filed') await locked.files.rename(places.filed, places.pending);
    if (!recovered) await placeTombstone(locked, step);
  });
  // The moment of deletion: from this rename on it is not taken back.
  if (!recovered) {
    const late = await askAgain(locked, step);
    if (late.length > 0) throw new RefusedError(late);
    await change(locked, `dispose of ${places.bag}`, () =>
      locked.files.rename(places.pending, places.deleting),
    );
  }
  if (found !== 'gone')
    await change(locked, `delete ${places.bag}`, () => locked.files.remove(places.deleting));
  const { id: record, planSha256, version } = step;
  const tombstone = tombstonePath(places.bag);
  await appendEvent(
    locked,
    {
      event: 'disposed',
      record,
      version: version.version,
      planSha256,
      tombstone,
      ...(recovered ? { recovered } : {}),
    },
    step.now(),
  );
  return [];
}

async function askAgain(locked: LockedStore, { id, planSha256, now }: Step): Promise<readonly Refusal[]> {
  await assertOurs(locked);
  return findRefusals(await readSoundState(locked), id, { on: daysOf(now()).first, resuming: planSha256 });
}

async function placeTombstone(locked: LockedStore, step: Step): Promise<void> {
  const { id, version, planSha256, places } = step;
  if (!(await isMissing(places.tombstone))) return;
  if (await isMissing(places.tombstonePart)) {
    const record = findRecord(await readSoundState(locked), id);
    const plan = await findPlan(locked, planSha256);
    const bytes = await makeTombstone({ record, version, plan, folder: places.pending });
    await locked.files.writeFile(places.tombstonePart, bytes);
  }
  await locked.files.rename(places.tombstonePart, places.tombstone);
}

/** Whether a version stands in its place again: one of which something is deleted already cannot. */
async function putBack(locked: LockedStore, step: Step, gone: boolean): Promise<boolean> {
  const { places } = step;
  if (gone) return false;
  const found = await locateBag(places);
  if (found === 'deleting' && !(await isWhole(locked, step, places.deleting))) return false;
  await change(locked, `put ${places.bag} back`, async () => {
    if (found !== 'filed')
      await locked.files.rename(places[found === 'pending' ? 'pending' : 'deleting'], places.filed);
    await locked.files.remove(places.tombstone);
    await locked.files.remove(places.tombstonePart);
  });
  return true;
}

async function isWhole(locked: LockedStore, { places }: Step, folder: string): Promise<boolean> {
  const { entries } = await readSoundLedger(locked);
  const { bag } = places;
  const { findings } = await checkBag(folder, { bag, entry: findEntry(entries, bag) });
  return findings.every(({ severity }) => severity !== 'error');
}

const longestReason = 1000;

async function withdraw(
  locked: LockedStore,
  { id, planSha256, now }: Step,
  refusals: readonly Refusal[],
): Promise<void> {
  const reason = shorten(refusals.map(({ why }) => why).join('; '), longestReason);
  await appendEvent(locked, { event: 'disposal-withdrawn', records: [id], planSha256, reason }, now());
}

function altered({ places }: Step): RefusedError {
  const why = `${places.bag} is not what was filed any more, so it is not deleted`;
  return new RefusedError([{ refused: 'integrity', why }]);
}

function lost({ places }: Step): RefusedError {
  const why = `${places.bag} is neither in its place nor pending, and has no tombstone: it is lost`;
  return new RefusedError([{ refused: 'integrity', why }]);
}
