import { extendHold, reduceHold } from '../custody/change-hold.ts';
import { placeHold, releaseHold, type PlacedHold, type ReleasedHold } from '../custody/hold-records.ts';
import { answerRecords, clock, openStoreOf, type StoreFlags } from './answer-records.ts';
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
    const store = await openStoreOf(flags);
    const placed = await placeHold({ store, matter, authority, by, records, ...given }, clock);
    return { json: placed, text: describePlaced(placed) };
  });
}

/** The flags of `tagleaf records hold add` as they were typed. */
export interface HoldAddFlags extends StoreFlags {
  readonly by: string;
}

/** Runs `tagleaf records hold add`. */
export async function holdAddCommand(
  holdId: string,
  records: readonly string[],
  flags: HoldAddFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { by } = flags;
  return answerRecords(flags, terminal, async () => {
    const store = await openStoreOf(flags);
    const added = await extendHold({ store, holdId, records, by }, clock);
    return { json: added, text: `added to ${holdId}: ${records.join(', ')}\n` };
  });
}

/** Runs `tagleaf records hold remove`. */
export async function holdRemoveCommand(
  holdId: string,
  records: readonly string[],
  flags: HoldReleaseFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { by, reason } = flags;
  return answerRecords(flags, terminal, async () => {
    const store = await openStoreOf(flags);
    const freed = await reduceHold({ store, holdId, records, by, reason }, clock);
    const text = `taken out of ${holdId}: ${records.join(', ')}. The hold stays open; nothing was deleted.\n${describeStill(freed)}`;
    return { json: freed, text };
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
    const released = await releaseHold({ store: await openStoreOf(flags), holdId, by, reason }, clock);
    const text = `released ${holdId}: ${released.records.join(', ')}. Nothing was deleted.\n${describeStill(released)}`;
    return { json: released, text };
  });
}

function describeStill({ stillHeld }: ReleasedHold): string {
  return stillHeld.length === 0 ? '' : `still held by another hold: ${stillHeld.join(', ')}\n`;
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
