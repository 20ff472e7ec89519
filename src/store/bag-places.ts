import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { bagName } from '../ledger/facts/record-id.ts';
import { isMissing } from '../files/missing.ts';
import { storeNames, type Store } from './store.ts';

/** Where the folders and files of one version of a record are. */
export interface BagPlaces {
  readonly bag: string;
  /** Where a filed bag stands. */
  readonly filed: string;
  /** Where it stands until a person's disposal can no longer be taken back. */
  readonly pending: string;
  /** What is being deleted. */
  readonly deleting: string;
  /** What is left of it, and the same before the disposal is begun. */
  readonly tombstone: string;
  readonly tombstonePart: string;
}

/** The places of a version; made from its id and number, never from a name in the ledger. */
export function bagPlaces({ path }: Store, record: string, version: number): BagPlaces {
  const bag = bagName(record, version);
  return {
    bag,
    filed: join(path, bag),
    pending: join(path, storeNames.pending, bag),
    deleting: join(path, storeNames.pending, `${bag}${deletingEnd}`),
    tombstone: join(path, tombstonePath(bag)),
    tombstonePart: join(path, `${tombstonePath(bag)}.part`),
  };
}

/** The end of the name of a folder that is being deleted. */
export const deletingEnd = '.deleting';

/** The path of a tombstone from the store's folder, with `/`: as the ledger names it. */
export function tombstonePath(bag: string): string {
  return `${storeNames.tombstones}/${bag}.json`;
}

/** Where the bytes of a version lie. */
export type BagWhereabouts = 'filed' | 'pending' | 'deleting' | 'gone';

/** Where the bytes of a version lie now. */
export async function locateBag(places: BagPlaces): Promise<BagWhereabouts> {
  if (!(await isMissing(places.filed))) return 'filed';
  if (!(await isMissing(places.pending))) return 'pending';
  return (await isMissing(places.deleting)) ? 'gone' : 'deleting';
}

/** Whether a path is a folder itself, not a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}
