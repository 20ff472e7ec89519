import { ResourceError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';
import type { Store } from './store.ts';

/** What went wrong with a disk, for a person: words without a full stop. */
export function describeDiskFailure(error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EDQUOT') return 'the quota of the disk is used up';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'writing is not allowed there';
  return error instanceof Error ? error.message : String(error);
}

/**
 * Changes something of a store on the disk.
 *
 * @throws ResourceError that says what could not be done and why.
 */
export async function change<T>(store: Store, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ResourceError) throw cause;
    throw new ResourceError(`Cannot ${what}: ${describeDiskFailure(cause)}`, { path: store.path, cause });
  }
}
