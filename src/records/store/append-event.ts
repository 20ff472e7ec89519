import { join } from 'node:path';
import { ResourceError } from '../../diagnostics/errors.ts';
import { appendLine, formatHead } from '../ledger/append-line.ts';
import type { LedgerEvent, LedgerHead } from '../ledger/ledger-event.ts';
import { measureLedger, readLedgerFile, type LedgerFile } from './ledger-file.ts';
import { IntegrityError } from './refusal.ts';
import { storeNames } from './store.ts';
import type { LockedStore } from './with-lock.ts';

/**
 * The ledger of a locked store, read once.
 *
 * @throws IntegrityError where it has problems: nothing is changed on the word of a broken ledger.
 */
export async function readSoundLedger(locked: LockedStore): Promise<LedgerFile> {
  const ledger = (locked.session.ledger ??= await readLedgerFile(locked));
  if (ledger.problems.length === 0) return ledger;
  throw new IntegrityError(
    ledger.problems.map(({ reason }) => ({
      kind: 'integrity',
      reason: `The ledger of ${locked.path} is broken: ${reason}`,
      rule: '36 CFR 1236.10',
      cure: 'Nothing was changed. Run `tagleaf records verify --all`, and restore the store from a copy whose head you kept.',
    })),
  );
}

/**
 * Adds an event to the ledger of a locked store; what comes back is the head after it. Line and head are on the disk then,
 * or, where an error is thrown, neither is.
 *
 * @throws IntegrityError where the ledger is broken.
 * @throws ResourceError where the lock was lost, or the disk is full.
 */
export async function appendEvent(locked: LockedStore, event: LedgerEvent, at: Date): Promise<LedgerHead> {
  const before = await readSoundLedger(locked);
  const { entry, line, head } = appendLine({ event, at: formatInstant(at) }, before.head);
  const bytes = Buffer.from(line);
  const path = join(locked.path, storeNames.ledger);
  const headPath = join(locked.path, storeNames.head);
  const part = `${headPath}.part`;
  await assertUnchanged(locked, before);
  try {
    // First what needs room on the disk: the rename needs none.
    await locked.files.writeFile(part, Buffer.from(formatHead(head)));
    await locked.files.append(path, bytes);
    await locked.files.rename(part, headPath);
  } catch (cause) {
    await undo(locked, { path, part, bytes: before.bytes });
    throw new ResourceError(`Cannot write the ledger ${path}: ${reasonOf(cause)}. Nothing was added to it.`, {
      path,
      cause,
    });
  }
  locked.session.ledger = {
    entries: [...before.entries, entry],
    head,
    bytes: before.bytes + bytes.length,
    problems: [],
  };
  return head;
}

/** UTC, `YYYY-MM-DDThh:mm:ssZ`. */
export function formatInstant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** A lock is taken over from a process that stood still; two that do so at the same moment are told apart by this. */
async function assertUnchanged(locked: LockedStore, { bytes }: LedgerFile): Promise<void> {
  locked.assertHeld();
  if ((await measureLedger(locked)) === bytes) return;
  throw new ResourceError(
    `Another process wrote the ledger of ${locked.path} meanwhile. Nothing was added to it; run the command again.`,
    { path: locked.path },
  );
}

/** What of it fails is mended by the next command that takes the lock. */
async function undo(
  { files, session }: LockedStore,
  { path, part, bytes }: { readonly path: string; readonly part: string; readonly bytes: number },
): Promise<void> {
  delete session.ledger;
  await files.cut(path, bytes).catch(() => undefined);
  await files.remove(part).catch(() => undefined);
}

/** What went wrong with a disk, for a person. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EDQUOT') return 'the quota of the disk is used up';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'writing is not allowed there';
  return error instanceof Error ? error.message : String(error);
}
