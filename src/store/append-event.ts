import { join } from 'node:path';
import { parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { InternalError, ResourceError } from '../diagnostics/errors.ts';
import { formatInstant } from '../files/instant.ts';
import { appendLine, formatHead } from '../ledger/append-line.ts';
import { checkTime } from '../ledger/check-time.ts';
import { checkEvent } from '../ledger/check-event.ts';
import type { LedgerEvent, LedgerHead } from '../ledger/ledger-event.ts';
import type { LedgerState } from '../ledger/ledger-state.ts';
import { sayWho } from './actor.ts';
import { assertBounded } from './bound-event.ts';
import { describeDiskFailure } from './disk-failure.ts';
import { measureLedger, readLedgerFile, type LedgerFile, type LedgerProblem } from './ledger-file.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { refuseAll, RefusedError } from './refused-error.ts';
import { foldOf, problemsOf } from './store-state.ts';
import { storeNames, type Store } from './store.ts';
import type { LockedStore } from './with-lock.ts';

/**
 * What the ledger of a locked store amounts to; read once, and kept up by `appendEvent`.
 *
 * @throws RefusedError (integrity) where it is broken: nothing is changed on the word of a broken ledger.
 */
export async function readSoundState(locked: LockedStore): Promise<LedgerState> {
  const ledger = await readSoundLedger(locked);
  const state = (locked.session.state ??= foldOf(locked, ledger.entries));
  refuseBroken(locked, problemsOf({ ledger, state }));
  return state;
}

/**
 * The ledger of a locked store; read once, and kept up by `appendEvent`.
 *
 * @throws RefusedError (integrity) where it has problems.
 */
export async function readSoundLedger(locked: LockedStore): Promise<LedgerFile> {
  const ledger = (locked.session.ledger ??= await readLedgerFile(locked));
  refuseBroken(locked, ledger.problems);
  return ledger;
}

/** @throws RefusedError (integrity) where a ledger has problems. */
export function refuseBroken(store: Store, problems: readonly LedgerProblem[]): void {
  refuseAll(problems.map(({ reason }) => broken(store, reason)));
}

function broken({ path }: Store, reason: string): Refusal {
  return { refused: 'integrity', why: `The ledger of ${path} is broken, so nothing is changed. ${reason}` };
}

/**
 * Adds an event to the ledger of a locked store, with who does it; what comes back is the head after it. Line and head are on the disk then,
 * or, where an error is thrown, neither is.
 *
 * @throws RefusedError where the event may not follow (`checkEvent`), or the ledger is broken.
 * @throws ResourceError where the lock was lost, or the disk is full.
 */
export async function appendEvent(locked: LockedStore, said: LedgerEvent, at: Date): Promise<LedgerHead> {
  const event = sayWho(said, locked.actor);
  const state = await readSoundState(locked);
  const before = await readSoundLedger(locked);
  assertBounded(event);
  assertMayFollow(state, event, at);
  const untimely = checkTime(state.clock, formatInstant(at), event.event);
  if (untimely !== undefined) throw new RefusedError([untimely]);
  const { entry, line, head } = appendLine({ event, at: formatInstant(at) }, before.head);
  const bytes = Buffer.from(line);
  await assertOurs(locked);
  await writeLine(locked, { bytes, head, size: before.bytes });
  const entries = [...before.entries, entry];
  locked.session.ledger = { entries, head, bytes: before.bytes + bytes.length, problems: [] };
  delete locked.session.state;
  return head;
}

/**
 * Asks whether an event may follow, before anything is written for it.
 *
 * @throws RefusedError where it may not (`checkEvent`).
 */
export function assertMayFollow(state: LedgerState, event: LedgerEvent, at: Date): void {
  const refusal = checkEvent(state, event, dayOf(at));
  if (refusal !== undefined) throw new RefusedError([refusal]);
}

/** The day in UTC. */
export function dayOf(at: Date): PlainDate {
  const day = parsePlainDate(formatInstant(at).slice(0, 10));
  if (day === undefined) throw new InternalError('The clock shows no day', { stage: 'records/store' });
  return day;
}

async function writeLine(
  locked: LockedStore,
  { bytes, head, size }: { readonly bytes: Uint8Array; readonly head: LedgerHead; readonly size: number },
): Promise<void> {
  const path = join(locked.path, storeNames.ledger);
  const headPath = join(locked.path, storeNames.head);
  const part = `${headPath}.part`;
  try {
    // First what needs room on the disk: the rename needs none.
    await locked.files.writeFile(part, Buffer.from(formatHead(head)));
    await locked.files.append(path, bytes);
    await locked.files.rename(part, headPath);
  } catch (cause) {
    delete locked.session.ledger;
    delete locked.session.state;
    // What of this fails is mended by the next command that takes the lock.
    await locked.files.cut(path, size).catch(() => undefined);
    await locked.files.remove(part).catch(() => undefined);
    const reason = `Cannot write the ledger ${path}: ${describeDiskFailure(cause)}. Nothing was added to it`;
    throw new ResourceError(reason, { path, cause });
  }
}

/**
 * Asks whether the ledger is still as this process left it. A lock is taken over from a process that stood still; it may wake before
 * it can know that.
 *
 * @throws ResourceError where another process holds the lock, or wrote.
 */
export async function assertOurs(locked: LockedStore): Promise<void> {
  locked.assertHeld();
  const { bytes } = await readSoundLedger(locked);
  if ((await measureLedger(locked)) === bytes) return;
  throw new ResourceError(
    `Another process wrote the ledger of ${locked.path} meanwhile. Nothing more was written; run the command again`,
    { path: locked.path },
  );
}
