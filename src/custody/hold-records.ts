import { toInfoValue } from '../bag/bag-info.ts';
import { openHolds, presentVersions, recordsUnder } from '../ledger/disposability.ts';
import type { LedgerState } from '../ledger/ledger-state.ts';
import { appendEvent, readSoundLedger, readSoundState } from '../store/append-event.ts';
import { readSeries } from '../store/read-series.ts';
import { RefusedError } from '../store/refused-error.ts';
import { findRecord, type CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock, type LockedStore } from '../store/with-lock.ts';

/** What is held, and on whose word. */
export interface PlaceHoldOptions {
  readonly store: Store;
  /** The case or inquiry. */
  readonly matter: string;
  readonly authority: string;
  /** The person who places it. */
  readonly by: string;
  /** Record ids. */
  readonly records: readonly string[];
  /** Every record that is there and was filed in this series, beside those named, and whatever is filed in it until the release. */
  readonly series?: string;
  /** A name for the hold; else `hold-` and the number of its line in the ledger. */
  readonly id?: string;
}

/** A hold that was placed. */
export interface PlacedHold {
  readonly holdId: string;
  readonly records: readonly string[];
  /** Those of them whose disposal was begun and is not finished: `dispose execute --resume` puts back what is still there. */
  readonly unfinished: readonly string[];
  /** The collections that are held with them. */
  readonly collections: readonly string[];
}

/**
 * Places a hold: none of the records, and no collection that lists one of them, can go until it is released.
 *
 * @throws RefusedError where a record is unknown or gone, or there is nothing to hold.
 */
export async function placeHold(options: PlaceHoldOptions, { now }: CommandContext): Promise<PlacedHold> {
  const { store, matter, authority, by, series } = options;
  return withLock(store, async (locked) => {
    const state = await readSoundState(locked);
    const inSeries = series === undefined ? [] : await findSeries(locked, state, series);
    const records = [...new Set([...options.records, ...inSeries])];
    if (records.length === 0) throw new RefusedError([{ refused: 'hold-wrong', why: nothingToHold(series) }]);
    const { head } = await readSoundLedger(locked);
    const holdId = options.id ?? nameHold(state, head.count + 1);
    const ofSeries = series === undefined ? {} : { series: toInfoValue(series) };
    const event = { event: 'hold-placed', records, holdId, matter, authority, by, ...ofSeries } as const;
    await appendEvent(locked, event, now());
    const after = await readSoundState(locked);
    const found = records.map((id) => findRecord(after, id));
    return {
      holdId,
      records,
      unfinished: found.filter(({ disposal }) => disposal.state === 'intended').map(({ id }) => id),
      collections: [...new Set(found.flatMap(({ collections }) => collections))],
    };
  });
}

/** A hold that was released. */
export interface ReleasedHold {
  readonly holdId: string;
  readonly records: readonly string[];
  /** Those of them that another hold keeps. */
  readonly stillHeld: readonly string[];
}

/**
 * Releases a hold for all its records. Nothing is deleted by it.
 *
 * @throws RefusedError where there is no such hold, or it was released already.
 */
export async function releaseHold(
  options: { readonly store: Store; readonly holdId: string; readonly by: string; readonly reason: string },
  { now }: CommandContext,
): Promise<ReleasedHold> {
  const { store, holdId, by, reason } = options;
  return withLock(store, async (locked) => {
    const hold = (await readSoundState(locked)).holds.get(holdId);
    const records = hold ? recordsUnder(await readSoundState(locked), hold) : [];
    await appendEvent(locked, { event: 'hold-released', holdId, by, reason }, now());
    const state = await readSoundState(locked);
    return { holdId, records, stillHeld: records.filter((id) => openHolds(state, id).length > 0) };
  });
}

function nothingToHold(series: string | undefined): string {
  return series === undefined
    ? 'A hold needs at least one record or a series'
    : `No record that is there was filed in the series “${series}”`;
}

function nameHold(state: LedgerState, seq: number): string {
  const name = `hold-${seq}`;
  return state.holds.has(name) ? nameHold(state, seq + 1) : name;
}

/** The records of a series that are there. One whose series cannot be read is an error: the hold could miss it. */
async function findSeries(
  locked: LockedStore,
  state: LedgerState,
  series: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const record of state.records.values())
    for (const version of presentVersions(record))
      if ((await readSeries(locked, record.id, version)) === toInfoValue(series)) found.push(record.id);
  return found;
}
