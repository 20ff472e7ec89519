import { placeHold, releaseHold, type PlacedHold } from '../custody/hold-records.ts';
import { openStore } from '../store/store.ts';
import { answerRecords, clock, type StoreFlags } from './answer-records.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records hold place` as they were typed. */
export interface HoldPlaceFlags extends StoreFlags {
  readonly series?: string;
  readonly matter: string;
  readonly authority: string;
  readonly by: string;
  readonly id?: string;
}

/** The flags of `tagleaf records hold release` as they were typed. */
export interface HoldReleaseFlags extends StoreFlags {
  readonly by: string;
  readonly reason: string;
}

/** Runs `tagleaf records hold place`. */
export async function holdPlaceCommand(
  records: readonly string[],
  flags: HoldPlaceFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { series, matter, authority, by, id } = flags;
  return answerRecords(flags, terminal, async () => {
    const given = { ...(series === undefined ? {} : { series }), ...(id === undefined ? {} : { id }) };
    const store = await openStore(flags.store);
    const placed = await placeHold({ store, matter, authority, by, records, ...given }, clock);
    return { json: placed, text: describePlaced(placed) };
  });
}

/** Runs `tagleaf records hold release`. */
export async function holdReleaseCommand(
  holdId: string,
  flags: HoldReleaseFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { by, reason } = flags;
  return answerRecords(flags, terminal, async () => {
    const released = await releaseHold({ store: await openStore(flags.store), holdId, by, reason }, clock);
    const { records, stillHeld } = released;
    const still = stillHeld.length === 0 ? '' : `still held by another hold: ${stillHeld.join(', ')}\n`;
    const text = `released ${holdId}: ${records.join(', ')}. Nothing was deleted.\n${still}`;
    return { json: released, text };
  });
}

function describePlaced({ holdId, records, collections, unfinished }: PlacedHold): string {
  const withThem =
    collections.length === 0 ? '' : `held with them, as collections: ${collections.join(', ')}\n`;
  const begun =
    unfinished.length === 0
      ? ''
      : `A disposal of ${unfinished.join(', ')} was begun before: run \`tagleaf records dispose execute --resume\`, which puts back what is still there.\n`;
  return `placed ${holdId} on ${records.join(', ')}\n${withThem}${begun}`;
}
