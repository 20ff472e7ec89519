import { ResourceError } from '../diagnostics/errors.ts';
import { sha256OfFile } from '../files/digest.ts';
import { appendEvent } from '../store/append-event.ts';
import { describeDiskFailure } from '../store/disk-failure.ts';
import type { CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';

/** A handover that has taken place. */
export interface TransferOptions {
  readonly store: Store;
  readonly record: string;
  /** The path of the receipt, in any form; its SHA-256 goes to the ledger. Keep the file. */
  readonly receipt: string;
  /** Who received it. */
  readonly to: string;
}

/**
 * Records that a copy of a record was handed over and received. Nothing is moved or deleted by it.
 *
 * @throws RefusedError where the record is unknown or gone.
 * @throws ResourceError where the receipt cannot be read.
 */
export async function transferRecord(
  { store, record, receipt, to }: TransferOptions,
  { now }: CommandContext,
): Promise<{ readonly record: string; readonly receiptSha256: string; readonly to: string }> {
  const receiptSha256 = await digestReceipt(receipt);
  return withLock(store, async (locked) => {
    await appendEvent(locked, { event: 'transferred', record, receiptSha256, to }, now());
    return { record, receiptSha256, to };
  });
}

async function digestReceipt(path: string): Promise<string> {
  try {
    return await sha256OfFile(path);
  } catch (cause) {
    throw new ResourceError(`Cannot read the receipt ${path}: ${describeDiskFailure(cause)}`, {
      path,
      cause,
    });
  }
}
