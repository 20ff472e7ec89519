import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { ResourceError } from '../diagnostics/errors.ts';
import { compareCodePoints } from './compare-code-points.ts';
import { errorCode } from './error-code.ts';

/**
 * The names of all that stands in a folder, sorted by their code points; `undefined` where there is no such folder. `name` is what
 * the error calls it.
 *
 * @throws ResourceError where it is there and cannot be read, or a file stands where it or a folder above it should.
 */
export async function listNames(
  folder: string,
  name: string = folder,
): Promise<readonly string[] | undefined> {
  const entries = await readEntries(folder, name);
  return entries?.map((entry) => entry.name).toSorted(compareCodePoints);
}

/** As `listNames`, of regular files alone, and none whose name begins with a full stop; a link is no regular file. */
export async function listFiles(folder: string): Promise<readonly string[] | undefined> {
  const entries = await readEntries(folder, folder);
  const files = entries?.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  return files?.map((entry) => entry.name).toSorted(compareCodePoints);
}

async function readEntries(folder: string, name: string): Promise<readonly Dirent[] | undefined> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new ResourceError(`Cannot read ${name}`, { path: folder, cause });
  }
}
