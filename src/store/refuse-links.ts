import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';

/**
 * Refuses a store in which one of these names is a link: what is written, moved and cleared away below it would lie outside of the
 * store, in a folder that nobody named.
 *
 * @throws ResourceError that names the link.
 */
export async function refuseLinks(store: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = join(store, name);
    const status = await lstat(path).catch(() => undefined);
    if (status?.isSymbolicLink() !== true) continue;
    const reason = `${path} is a link, and a store writes nothing outside of its folder: put there what it leads to`;
    throw new ResourceError(reason, { path });
  }
}
