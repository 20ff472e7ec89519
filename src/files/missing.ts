import { lstat } from 'node:fs/promises';
import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from './error-code.ts';

/** Whether an error says that nothing has the name that was asked for: it is not there, or what stands above it is no folder. */
export function saysMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/**
 * Whether nothing has this name; a link has it, wherever it leads.
 *
 * @throws ResourceError where that cannot be told.
 */
export async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (cause) {
    if (saysMissing(cause)) return true;
    throw new ResourceError(`Cannot read ${path}`, { path, cause });
  }
}
