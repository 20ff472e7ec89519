import { join } from 'node:path';
import { formatHead } from '../ledger/append-line.ts';
import { change } from './disk-failure.ts';
import { readLedgerFile, type LedgerFile } from './ledger-file.ts';
import { storeNames, type Store } from './store.ts';

/**
 * Mends what a process left that was killed while it appended: a line without its end is cut off, since it was never
 * filed; a whole line that `ledger.head` does not count yet is counted. A ledger with problems is left as it is.
 *
 * @throws ResourceError where the store cannot be written.
 */
export async function recoverLedger(store: Store): Promise<LedgerFile> {
  const found = await readLedgerFile(store);
  if (found.unfinished === undefined) return found;
  const ledger = join(store.path, storeNames.ledger);
  await change(store, `mend the ledger ${ledger}`, async () => {
    if (found.unfinished === 'torn-line') await store.files.cut(ledger, found.bytes);
    if (found.unfinished === 'no-ledger') await store.files.writeFile(ledger, new Uint8Array());
    if (found.unfinished !== 'torn-line') await replaceHead(store, Buffer.from(formatHead(found.head)));
  });
  const { unfinished: _, ...mended } = found;
  return mended;
}

/** Writes `ledger.head` beside the old one and renames it into place. */
async function replaceHead({ path, files }: Store, bytes: Uint8Array): Promise<void> {
  const head = join(path, storeNames.head);
  await files.writeFile(`${head}.part`, bytes);
  await files.rename(`${head}.part`, head);
}
