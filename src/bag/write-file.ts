import { mkdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { changeFile } from '../files/flush.ts';

/**
 * Makes a file of a bag with its folders and hands it to what fills it; then its bytes are flushed to the disk.
 * What is there already is never overwritten. A half-written file stays: who makes the bag removes it whole.
 *
 * @throws ResourceError
 */
export async function makeFile<T>(
  folder: string,
  path: string,
  fill: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const target = join(folder, path);
  try {
    await mkdir(dirname(target), { recursive: true });
    return await changeFile(target, 'wx', fill);
  } catch (cause) {
    if (cause instanceof ResourceError) throw cause;
    throw new ResourceError(`Cannot write ${target}`, { path: target, cause });
  }
}
