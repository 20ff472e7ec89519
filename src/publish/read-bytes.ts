import { ResourceError } from '../diagnostics/errors.ts';
import { readRegularFileSync } from '../files/regular-file.ts';
import type { FoundFile } from '../project/find-files.ts';

/**
 * The bytes of a post.
 *
 * @throws ResourceError where they cannot be read.
 */
export function readBytes(post: FoundFile): Uint8Array {
  try {
    return readRegularFileSync(post.absolutePath);
  } catch (error) {
    throw new ResourceError(`Cannot read ${post.file}`, { path: post.absolutePath, cause: error });
  }
}
