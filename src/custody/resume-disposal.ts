import { listNames } from '../files/list-names.ts';
import { join } from 'node:path';
import { readSoundState } from '../store/append-event.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import { change } from '../store/disk-failure.ts';
import type { CommandContext } from '../store/store-state.ts';
import { storeNames, type Store } from '../store/store.ts';
import { withLock, type LockedStore } from '../store/with-lock.ts';

/**
 * Finishes the disposals that were begun, in the order in which they were; none where nothing is unfinished. Their approvals stand
 * in the ledger. What may not go any more is put back.
 *
 * @throws RefusedError (integrity) where a bag is not what was filed, or is lost.
 * @throws ResourceError where the disk fails; the rest is then finished by running it again.
 */
export async function resumeDisposal(
  options: { readonly store: Store },
  { now }: CommandContext,
): Promise<readonly CarriedOut[]> {
  return withLock(options.store, async (locked) => {
    const finished: CarriedOut[] = [];
    for (const { planSha256, done } of (await readSoundState(locked)).plans.values())
      if (!done) finished.push(await carryOut(locked, planSha256, { now, checked: false }));
    await sweepTombstoneParts(locked);
    return finished;
  });
}

/** Removes tombstones and papers that were prepared by a process that was killed before the disposal was begun. */
export async function sweepTombstoneParts(locked: LockedStore): Promise<void> {
  const { plans, records } = await readSoundState(locked);
  const open = [...plans.values()].filter(({ done }) => !done).flatMap((plan) => plan.open);
  const needed = open.flatMap((id) => records.get(id)?.versions.map(({ bag }) => `${bag}.json.part`) ?? []);
  for (const below of [storeNames.tombstones, storeNames.evidence]) {
    const folder = join(locked.path, below);
    for (const name of (await listNames(folder)) ?? []) {
      if (!name.endsWith('.part') || needed.includes(name)) continue;
      const path = join(folder, name);
      await change(locked, `remove ${path}`, () => locked.files.remove(path));
    }
  }
}
