import { join } from 'node:path';
import type { FiledEvent, LedgerEntry } from '../ledger/ledger-event.ts';
import { bagPlaces } from '../store/bag-places.ts';
import { readSeal } from '../store/incoming.ts';
import { RefusedError } from '../store/refused-error.ts';
import { storeNames, type Store } from '../store/store.ts';

/**
 * Makes sure of a version that is said to be filed already: its bag has the seal that the ledger has, be it in its place, on its way
 * there or to be disposed of, or the ledger says that it was disposed of. What is in the bag is for `verify` to tell.
 *
 * @throws RefusedError (integrity) where it is not so.
 */
export async function assertFiled(
  store: Store,
  { record, version, tagManifestSha512 }: FiledEvent,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const { bag, filed, pending } = bagPlaces(store, record, version);
  for (const folder of [filed, pending, join(store.path, storeNames.incoming, bag)])
    if ((await readSeal(folder)) === tagManifestSha512) return;
  const isDisposed = entries.some(
    (entry) => entry.event === 'disposed' && entry.record === record && entry.version === version,
  );
  if (isDisposed) return;
  const why = `The ledger says that ${record} is filed as ${bag}, but ${filed} is not the bag that was filed`;
  throw new RefusedError([{ refused: 'integrity', why }]);
}
