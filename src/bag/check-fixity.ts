import { join } from 'node:path';
import pLimit from 'p-limit';
import { digestFile } from '../files/digest.ts';
import { withRegularFile } from '../files/regular-file.ts';
import type { FoundFault } from './bag-finding.ts';
import type { BagFile } from './list-bag.ts';
import type { Manifest } from './read-manifests.ts';

/**
 * Compares every file that is there with every manifest that lists it; each is read once, `atOnce` of them at a time.
 * Memory holds a block of each.
 */
export async function checkFixity(
  folder: string,
  files: readonly BagFile[],
  { manifests, atOnce }: { readonly manifests: readonly Manifest[]; readonly atOnce: number },
): Promise<readonly FoundFault[]> {
  const limit = pLimit(atOnce);
  const listed = files.filter(({ path }) => manifests.some(({ digests }) => digests.has(path)));
  const faults = await limit.map(listed, async ({ path }) => checkFile(folder, path, manifests));
  return faults.flat();
}

async function checkFile(
  folder: string,
  path: string,
  manifests: readonly Manifest[],
): Promise<readonly FoundFault[]> {
  const listing = manifests.filter(({ digests }) => digests.has(path));
  try {
    const names = listing.map(({ algorithm }) => algorithm);
    const { digests } = await withRegularFile(join(folder, path), 'refuse', (file) =>
      digestFile(file, names),
    );
    const broken = listing.filter((manifest) => manifest.digests.get(path) !== digests[manifest.algorithm]);
    if (broken.length === 0) return [];
    const reason = `has another digest than in ${broken.map(({ name }) => name).join(' and ')}`;
    return [{ kind: 'file-changed', path, reason }];
  } catch (error) {
    const reason = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return [{ kind: 'unreadable', path, reason }];
  }
}
