import { sha256Of } from '../files/digest.ts';
import { appendEvent, assertMayFollow, readSoundState } from '../store/append-event.ts';
import { withEvidence } from '../store/keep-evidence.ts';
import { readReceiptBytes } from './receipt.ts';
import type { CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';

/** A handover that has taken place. */
export interface TransferOptions {
  readonly store: Store;
  readonly record: string;
  /** The path of the receipt, in any form; it is kept, and its SHA-256 goes to the ledger. */
  readonly receipt: string;
  /** Who received it. */
  readonly to: string;
}

/**
 * Records that a copy of a record was handed over and received. Nothing is moved or deleted by it, and the record is no nearer to
 * its end: see `receiveTransfer`.
 *
 * @throws RefusedError where the record is unknown or gone.
 * @throws ResourceError where the receipt cannot be read.
 */
export async function transferRecord(
  { store, record, receipt, to }: TransferOptions,
  { now }: CommandContext,
): Promise<{ readonly record: string; readonly receiptSha256: string; readonly to: string }> {
  const bytes = await readReceiptBytes(receipt);
  const receiptSha256 = sha256Of(bytes);
  return withLock(store, async (locked) => {
    const at = now();
    const event = { event: 'transferred', record, receiptSha256, to } as const;
    assertMayFollow(await readSoundState(locked), event, at);
    await withEvidence(locked, [{ bytes, path: receipt }], (evidence) =>
      appendEvent(locked, { ...event, evidence }, at),
    );
    return { record, receiptSha256, to };
  });
}
