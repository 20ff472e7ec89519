import { join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { appendAll } from '../lists/append-all.ts';
import { compareCodePoints } from './compare-code-points.ts';
import { listFolder, nameNotUtf8, type FolderEntry } from './list-folder.ts';

/**
 * The paths of all that stands below a folder but the folders themselves, with `/` between their parts, sorted by their code points;
 * `undefined` where there is no such folder. No link is followed, and a link is listed. What `wanted` says no to is left out.
 *
 * @throws ResourceError where a folder cannot be read, or the name of one, or of what is wanted, is not UTF-8.
 */
export async function listBelow(
  folder: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[] | undefined> {
  const paths: string[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    const entries = await listFolder(join(folder, below));
    if (entries === undefined && below === '') return undefined;
    const pathOf = ({ name }: FolderEntry): string => (below === '' ? name : `${below}/${name}`);
    const kept = (entries ?? []).filter(({ kind, name }) => kind === 'folder' || wanted(name));
    const odd = kept.find(({ isUtf8 }) => !isUtf8);
    if (odd) {
      const path = join(folder, pathOf(odd));
      throw new ResourceError(`Cannot read ${path}: ${nameNotUtf8}`, { path });
    }
    appendAll(paths, kept.filter(({ kind }) => kind !== 'folder').map(pathOf));
    appendAll(waiting, kept.filter(({ kind }) => kind === 'folder').map(pathOf));
  }
  return paths.toSorted(compareCodePoints);
}
