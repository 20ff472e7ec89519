import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';

/**
 * Writes a file so that a reader sees the old bytes or the new ones, never half: into a new file beside it, flushed, then
 * renamed. The new file is removed where any step fails.
 *
 * @throws ResourceError
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  // The name is gone after the rename, so chance does not reach the output; it keeps two runs apart.
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 80)}.${randomBytes(6).toString('hex')}.part`,
  );
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeAndFlush(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new ResourceError(`Cannot write ${path}`, { path, cause: error });
  }
}

async function writeAndFlush(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
