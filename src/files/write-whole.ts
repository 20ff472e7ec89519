import { randomBytes } from 'node:crypto';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from './error-code.ts';
import { changeFile, flushFolder, makeFolder, writeBlock } from './flush.ts';
import { listNames } from './list-names.ts';

/**
 * Writes a file so that a reader, and who looks after a loss of power, sees the old bytes or the new ones, never half: into a new
 * file beside it, flushed, then renamed, then its folder flushed. Folders that are not there are made. The new file is removed
 * where any step fails. With `flushed` false a loss of power may take it, or leave a part: for what is known by its digest.
 *
 * @throws ResourceError
 */
export async function writeWhole(path: string, bytes: Uint8Array, { flushed = true } = {}): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName(basename(path)));
  try {
    await (flushed ? makeFolder(folder) : mkdir(folder, { recursive: true }));
    await (flushed
      ? changeFile(temporary, 'wx', (file) => writeBlock(file, bytes))
      : writeFile(temporary, bytes, { flag: 'wx' }));
    await rename(temporary, path);
    if (flushed) await flushFolder(folder);
  } catch (cause) {
    // The error that led here is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new ResourceError(`Cannot write ${path}`, { path, cause });
  }
}

// A name may have 255 bytes, and a character up to four; the name is for who finds what a killed process left.
const shownCharacters = 40;

/** The name is gone after the rename, so chance does not reach the output; it keeps two runs apart. */
function temporaryName(name: string): string {
  return `.${name.slice(0, shownCharacters)}.${randomBytes(6).toString('hex')}.part`;
}

/** Whether a name is that of a file that is being written. */
export function isTemporary(name: string): boolean {
  return temporary.test(name);
}

const temporary = /^\.[^]{1,40}\.[0-9a-f]{12}\.part$/u;
// No file of ours takes longer to write; what is younger may be another run's.
const leftAfterMs = 60 * 60 * 1000;

/**
 * Removes the half files that killed writers left in a folder. `nowMs` is the time of a file just written there: the clock of
 * the file system, not that of this machine, dated the leftovers.
 *
 * @throws ResourceError
 */
export async function clearLeftovers(folder: string, nowMs: number): Promise<void> {
  for (const name of (await listNames(folder)) ?? []) {
    if (!isTemporary(name)) continue;
    const path = join(folder, name);
    try {
      const { mtimeMs } = await lstat(path);
      if (nowMs - mtimeMs > leftAfterMs) await rm(path, { force: true });
    } catch (cause) {
      // Its own run may have finished it meanwhile.
      if (errorCode(cause) !== 'ENOENT') throw new ResourceError(`Cannot remove ${path}`, { path, cause });
    }
  }
}
