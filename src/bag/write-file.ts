import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';

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
  const target = join(folder, ...path.split('/'));
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(target, 'wx');
    try {
      const filled = await fill(file);
      await file.sync();
      return filled;
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof ResourceError) throw cause;
    throw new ResourceError(`Cannot write ${target}`, { path: target, cause });
  }
}

/** Writes all of a block: one call may write less. */
export async function writeBlock(file: FileHandle, block: Uint8Array): Promise<void> {
  for (let done = 0; done < block.length;) {
    const { bytesWritten } = await file.write(block, done, block.length - done);
    done += bytesWritten;
  }
}

/**
 * Flushes the names in a folder to the disk.
 *
 * @throws ResourceError
 */
export async function syncFolder(folder: string): Promise<void> {
  // Windows flushes names with the files and cannot open a folder.
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new ResourceError(`Cannot write ${folder}`, { path: folder, cause });
  }
}
