import { join } from 'node:path';
import pLimit from 'p-limit';
import type { FoundFault } from './bag-finding.ts';
import { digestFile, openRegularFile } from './digest-file.ts';
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
    const file = await openRegularFile(join(folder, path), 'refuse');
    try {
      const { digests } = await digestFile(
        file,
        listing.map(({ algorithm }) => algorithm),
      );
      const broken = listing.filter((manifest, index) => manifest.digests.get(path) !== digests[index]);
      if (broken.length === 0) return [];
      const reason = `has another digest than in ${broken.map(({ name }) => name).join(' and ')}`;
      return [{ kind: 'file-changed', path, reason }];
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return [{ kind: 'unreadable', path, reason }];
  }
}
