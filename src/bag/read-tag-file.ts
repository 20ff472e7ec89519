import { join } from 'node:path';
import { openRegularFile } from './digest-file.ts';

/** A tag file of more bytes than this is not read: it would be the manifest of millions of files. */
export const largestTagFile: number = 256 * 1024 * 1024;

/**
 * The bytes of a tag file, by its path from the bag's folder.
 *
 * @throws Error where it is no regular file, too large, or cannot be read.
 */
export async function readTagFile(folder: string, path: string): Promise<Uint8Array> {
  const file = await openRegularFile(join(folder, path), 'refuse');
  try {
    const { size } = await file.stat();
    if (size > largestTagFile) throw new Error(`it has ${size} bytes, more than ${largestTagFile}`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
