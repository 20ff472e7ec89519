import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';

/**
 * Writes a file so that a reader sees the old bytes or the new ones, never half: into a new file beside it, flushed, then
 * renamed. The new file is removed where any step fails.
 *
 * @throws ResourceError
 */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  // The name is gone after the rename, so chance does not reach the output; it keeps two runs apart.
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 80)}.${randomBytes(6).toString('hex')}.part`,
  );
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeAndFlush(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw new ResourceError(`Cannot write ${path}`, { path, cause: error });
  }
}

// The synchronous functions take a tenth of the CPU time of the others, and nothing else waits for the loop meanwhile.
function writeAndFlush(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The error that led here is the one to tell.
  }
}
