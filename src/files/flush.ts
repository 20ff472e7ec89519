import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errorCode } from './error-code.ts';

/** How a file is opened to be changed: made anew, where none may be; emptied first; at its end; in its middle; made anew for those whom a mode lets. */
export type OpenFor = 'wx' | 'w' | 'a' | 'r+' | { readonly flags: 'wx'; readonly mode: number };

/**
 * Opens a file, hands it to what changes it, and flushes its bytes to the disk. The name of a new file is not flushed by that:
 * see `flushFolder`. A half-written file stays.
 *
 * @throws what Node throws.
 */
export async function changeFile<T>(
  path: string,
  openFor: OpenFor,
  change: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await (typeof openFor === 'string'
    ? open(path, openFor)
    : open(path, openFor.flags, openFor.mode));
  try {
    const changed = await change(file);
    await file.sync();
    return changed;
  } finally {
    await file.close();
  }
}

/** Writes all of a block where the file stands: one call of Node's may write less. */
export async function writeBlock(file: FileHandle, block: Uint8Array): Promise<void> {
  for (let done = 0; done < block.length;) {
    const { bytesWritten } = await file.write(block, done, block.length - done);
    done += bytesWritten;
  }
}

/**
 * Flushes the names in a folder to the disk: until then a new, renamed or removed file may be as it was after a loss of power,
 * however well its bytes were flushed.
 *
 * @throws what Node throws.
 */
export async function flushFolder(folder: string): Promise<void> {
  // Windows flushes names with the files and cannot open a folder.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some file systems of networks cannot flush a folder; there is nothing more to be done.
    if (!cannotFlush.has(errorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

const cannotFlush: ReadonlySet<unknown> = new Set(['EINVAL', 'ENOTSUP']);

/**
 * Makes a folder with those above it, and flushes the names of all that were not there.
 *
 * @throws what Node throws.
 */
export async function makeFolder(path: string): Promise<void> {
  const whole = resolve(path);
  const first = await mkdir(whole, { recursive: true });
  if (first === undefined) return;
  for (let made = whole; made !== dirname(first); made = dirname(made)) await flushFolder(dirname(made));
}
