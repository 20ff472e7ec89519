import { UsageError } from '../diagnostics/errors.ts';
import { packTransfer } from '../custody/pack-transfer.ts';
import { decideReference, receiveTransfer } from '../custody/receive-transfer.ts';
import { transferRecord } from '../custody/transfer-record.ts';
import { answerRecords, clock, openStoreOf, type RecordsAnswer, type StoreFlags } from './answer-records.ts';
import { counted } from './counted.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records transfer` as they were typed. */
export interface TransferFlags extends StoreFlags {
  readonly package?: string;
  readonly series?: string;
  readonly due?: boolean;
  readonly receipt?: string;
  readonly to?: string;
  readonly keepReference?: boolean;
  readonly endReference?: boolean;
  readonly reason?: string;
}

/** Runs `tagleaf records transfer`: makes a package, enters its receipt, or decides on the copies that stayed. */
export async function transferCommand(
  records: readonly string[],
  flags: TransferFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const work = chooseWork(records, flags);
  return answerRecords(flags, terminal, work);
}

function chooseWork(records: readonly string[], flags: TransferFlags): () => Promise<RecordsAnswer> {
  const { receipt, to, reason, package: folder, keepReference = false, endReference = false } = flags;
  const [record] = records;
  if (folder !== undefined && to !== undefined && receipt === undefined)
    return () => pack(records, { ...flags, to, folder });
  if (receipt !== undefined && folder === undefined && records.length === 0 && to === undefined)
    return () => receive(receipt, flags);
  if (receipt !== undefined && record !== undefined && records.length === 1 && to !== undefined)
    return () => enter(record, { ...flags, receipt, to });
  if (reason !== undefined && records.length > 0 && keepReference !== endReference)
    return () => decide(records, { ...flags, reason, keep: keepReference });
  throw new UsageError(
    'make a package with --package and --to; enter its receipt with --receipt alone, or a copy that was handed over with a record, --receipt and --to; or decide on copies with --keep-reference or --end-reference and a --reason',
  );
}

async function pack(
  records: readonly string[],
  flags: TransferFlags & { readonly to: string; readonly folder: string },
): Promise<RecordsAnswer> {
  const { to, folder, series, due = false } = flags;
  if (records.length === 0 && series === undefined && !due)
    throw new UsageError('name records, a series with --series, or all that is due with --due');
  const of = { records, due, ...(series === undefined ? {} : { series }) };
  const made = await packTransfer({ store: await openStoreOf(flags), folder, to, ...of }, clock);
  const text = [
    `packed ${counted(made.records.length, 'record')} in ${counted(made.bags.length, 'bag')} for ${to}: ${made.folder}\n`,
    ...made.bags.map((bag) => `  ${bag}\n`),
    `SHA-256 of its manifest-sha512.txt: ${made.packageSha256}\n`,
    'Nothing was deleted. When receipt.yaml comes back filled in, enter it with `tagleaf records transfer --receipt FILE`.\n',
  ].join('');
  return { json: made, text };
}

async function receive(receipt: string, flags: TransferFlags): Promise<RecordsAnswer> {
  const { keepReference = false } = flags;
  const done = await receiveTransfer({ store: await openStoreOf(flags), receipt, keepReference }, clock);
  const copies = keepReference
    ? 'stay for reference'
    : 'may now be disposed of: `tagleaf records dispose plan`';
  const text = `transferred, received by ${done.receivedBy}: ${done.records.join(', ')}. Nothing was deleted; the copies ${copies}.\n`;
  return { json: done, text };
}

async function enter(
  record: string,
  flags: TransferFlags & { readonly receipt: string; readonly to: string },
): Promise<RecordsAnswer> {
  const { receipt, to } = flags;
  const done = await transferRecord({ store: await openStoreOf(flags), record, receipt, to }, clock);
  const text = `entered: a copy of ${record} was handed to ${to}. Nothing was deleted.\nThe receipt is kept; its SHA-256: ${done.receiptSha256}\n`;
  return { json: done, text };
}

async function decide(
  records: readonly string[],
  flags: TransferFlags & { readonly reason: string; readonly keep: boolean },
): Promise<RecordsAnswer> {
  const { reason, keep } = flags;
  const done = await decideReference({ store: await openStoreOf(flags), records, keep, reason }, clock);
  const what = keep ? 'kept for reference' : 'no longer kept for reference';
  return { json: done, text: `${what}: ${records.join(', ')}. Nothing was deleted.\n` };
}
