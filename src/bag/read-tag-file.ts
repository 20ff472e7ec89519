import { join } from 'node:path';
import { readRegularFile } from '../files/regular-file.ts';

/** A tag file of more bytes than this is not read: it would be the manifest of millions of files. */
export const largestTagFile: number = 256 * 1024 * 1024;

/**
 * The bytes of a tag file, by its path from the bag's folder.
 *
 * @throws Error where it is no regular file, too large, or cannot be read.
 */
export async function readTagFile(folder: string, path: string): Promise<Uint8Array> {
  return readRegularFile(join(folder, path), { links: 'refuse', atMost: largestTagFile });
}
