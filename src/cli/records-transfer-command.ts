import { transferRecord } from '../custody/transfer-record.ts';
import { answerRecords, clock, openStoreOf, type StoreFlags } from './answer-records.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records transfer` as they were typed. */
export interface TransferFlags extends StoreFlags {
  readonly receipt: string;
  readonly to: string;
}

/** Runs `tagleaf records transfer`. */
export async function transferCommand(
  record: string,
  flags: TransferFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { receipt, to } = flags;
  return answerRecords(flags, terminal, async () => {
    const done = await transferRecord({ store: await openStoreOf(flags), record, receipt, to }, clock);
    const text = `entered: a copy of ${record} was handed to ${to}. Nothing was deleted.\nSHA-256 of the receipt, which is for you to keep: ${done.receiptSha256}\n`;
    return { json: done, text };
  });
}
