import { lstat } from 'node:fs/promises';
import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from './error-code.ts';

/** Whether an error says that nothing has the name that was asked for: it is not there, or what stands above it is no folder. */
export function saysMissing(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** As `saysMissing`, or the name is one that no file can have: a folder has it, it is too long, turns in a circle or holds a zero byte. */
export function saysNoFile(error: unknown): boolean {
  return saysMissing(error) || namesNoFile.has(errorCode(error));
}

const namesNoFile: ReadonlySet<unknown> = new Set([
  'EISDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'ERR_INVALID_ARG_VALUE',
]);

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
