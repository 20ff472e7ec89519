import { extname, join } from 'node:path';
import { sha256Of } from '../files/digest.ts';
import { isMissing } from '../files/missing.ts';
import { change } from './disk-failure.ts';
import { storeNames } from './store.ts';
import type { LockedStore } from './with-lock.ts';

/** A file on which an event rests: an approval, a schedule, a receipt. */
export interface Evidence {
  readonly bytes: Uint8Array;
  /** Of the file that somebody handed in; its extension is kept. */
  readonly path: string;
}

/**
 * Keeps files in `evidence/`, each under its SHA-256, and then does what names them; where that fails, what was kept for it is taken
 * away again.
 *
 * @throws ResourceError where they cannot be written.
 */
export async function withEvidence<T>(
  locked: LockedStore,
  files: readonly Evidence[],
  work: (names: readonly string[]) => Promise<T>,
): Promise<T> {
  const added: string[] = [];
  try {
    const names: string[] = [];
    for (const file of files) names.push(await keep(locked, file, added));
    return await work(names);
  } catch (error) {
    // What of this fails is told by `verify`, and does no harm.
    for (const path of added) await locked.files.remove(path).catch(() => undefined);
    throw error;
  }
}

/** The name of a file in `evidence/`; the paths of what was added for it go to `added`. */
async function keep(locked: LockedStore, { bytes, path }: Evidence, added: string[]): Promise<string> {
  const folder = join(locked.path, storeNames.evidence);
  const [, extension = 'bin'] = /^\.([a-z0-9]{1,8})$/u.exec(extname(path).toLowerCase()) ?? [];
  const name = `${sha256Of(bytes)}.${extension}`;
  const place = join(folder, name);
  if (!(await isMissing(place))) return name;
  added.push(`${place}.part`, place);
  await change(locked, `keep ${path} as ${place}`, async () => {
    await locked.files.makeFolder(folder);
    // Whole or not at all: a name there is the digest of what it names.
    await locked.files.writeFile(`${place}.part`, bytes);
    await locked.files.rename(`${place}.part`, place);
  });
  return name;
}
