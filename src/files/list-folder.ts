import { type Dirent, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { ResourceError } from '../diagnostics/errors.ts';
import { compareCodePoints } from './compare-code-points.ts';
import { errorCode } from './error-code.ts';

/** What is wrong with a name that is not UTF-8, and its cure. */
export const nameNotUtf8 = 'its name is not UTF-8; rename it';

/** A name in a folder. */
export interface FolderEntry {
  /** Of a name that is not UTF-8, U+FFFD stands for each byte that is none: nothing can be opened by it. */
  readonly name: string;
  readonly isUtf8: boolean;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/**
 * What stands in a folder, sorted by the code points of the names; `undefined` where there is no such folder. No link is followed.
 * `name` is what the error calls it.
 *
 * @throws ResourceError where it is there and cannot be read, or a file stands where it or a folder above it should.
 */
export async function listFolder(
  folder: string,
  name: string = folder,
): Promise<readonly FolderEntry[] | undefined> {
  try {
    // As bytes, since a name need not be UTF-8.
    const found = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
    return found.map(entryOf).toSorted((left, right) => compareCodePoints(left.name, right.name));
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new ResourceError(`Cannot read ${name}`, { path: folder, cause });
  }
}

/** What stands in a folder, at once and in no order; nothing where it is not there or cannot be read. No link is followed. */
export function glanceAtFolder(folder: string): readonly FolderEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map(entryOf);
  } catch {
    return [];
  }
}

/** An entry as Node gives it, its name in bytes. */
export function entryOf(found: Dirent<Buffer>): FolderEntry {
  const name = found.name.toString('utf8');
  return { name, isUtf8: Buffer.from(name).equals(found.name), kind: kindOf(found) };
}

function kindOf(found: Dirent<Buffer>): FolderEntry['kind'] {
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'folder';
  return found.isSymbolicLink() ? 'link' : 'other';
}
