import { join } from 'node:path';
import { infoValues, parseBagInfo } from '../bag/bag-info.ts';
import { parseManifest } from '../bag/manifest.ts';
import { readTagFile } from '../bag/read-tag-file.ts';
import type { VersionState } from '../ledger/ledger-state.ts';
import { bagPlaces, locateBag } from './bag-places.ts';
import { describeDiskFailure } from './disk-failure.ts';
import { RefusedError } from './refused-error.ts';
import { sha512Of } from '../files/digest.ts';
import { isMissing } from '../files/missing.ts';
import { storeNames, type Store } from './store.ts';

/**
 * The series in which a version was filed; `undefined` where it names none. It stands in the ledger, and for what 0.1.0 filed in
 * `bag-info.txt` alone, which is believed only
 * where the ledger vouches for it: the entry for the tag manifest, and that for the file.
 *
 * @throws RefusedError (integrity) where it cannot be read, or is not what was filed.
 */
export async function readSeries(
  store: Store,
  record: string,
  { version, bag, tagManifestSha512, facts }: VersionState,
): Promise<string | undefined> {
  if (facts.series !== undefined) return facts.series;
  const refuse = (why: string): RefusedError =>
    new RefusedError([{ refused: 'integrity', why: `The series of ${bag} cannot be told: ${why}` }]);
  try {
    const folder = await findFolder(store, record, version);
    const manifest = await readTagFile(folder, 'tagmanifest-sha512.txt');
    const info = await readTagFile(folder, 'bag-info.txt');
    const listed = parseManifest(manifest, 'sha512').entries.find(({ path }) => path === 'bag-info.txt');
    if (sha512Of(manifest) !== tagManifestSha512 || sha512Of(info) !== listed?.digest)
      throw refuse('its bag-info.txt is not what was filed');
    return infoValues(parseBagInfo(info).info, 'Record-Series')[0];
  } catch (error) {
    throw error instanceof RefusedError ? error : refuse(describeDiskFailure(error));
  }
}

async function findFolder(store: Store, record: string, version: number): Promise<string> {
  const places = bagPlaces(store, record, version);
  const found = await locateBag(places);
  if (found !== 'gone') return places[found];
  const incoming = join(store.path, storeNames.incoming, places.bag);
  return (await isMissing(incoming)) ? places.filed : incoming;
}
