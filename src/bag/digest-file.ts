import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Algorithm } from './algorithms.ts';

/** What was read of a file: how much, and its digests in lower-case hexadecimal digits, in the order asked for. */
export interface Digested {
  readonly bytes: number;
  readonly digests: readonly string[];
}

// A larger block is no faster: the digests take the time.
const blockBytes = 1024 * 1024;

/**
 * Opens a regular file for reading. A link is not followed where `links` is `refuse`.
 *
 * @throws Error where it is no regular file, or cannot be opened.
 */
export async function openRegularFile(path: string, links: 'follow' | 'refuse'): Promise<FileHandle> {
  // Without O_NONBLOCK a named pipe would wait for a writer for ever.
  const flags =
    constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (links === 'refuse' ? (constants.O_NOFOLLOW ?? 0) : 0);
  const file = await open(path, flags);
  try {
    if (!(await file.stat()).isFile()) throw new Error(`${path} is not a regular file`);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * Reads an open file to its end, once for all digests, and hands each block on. One block is held in memory.
 * One thread is enough: the two digests of a record together take less time than `sha256sum` takes for one.
 */
export async function digestFile(
  file: FileHandle,
  names: readonly Algorithm[],
  onBlock?: (block: Uint8Array) => Promise<void>,
): Promise<Digested> {
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafe(Math.min(Math.max(size + 1, 1024), blockBytes));
  const hashes = names.map((name) => createHash(name));
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return { bytes, digests: hashes.map((hash) => hash.digest('hex')) };
    const block = buffer.subarray(0, bytesRead);
    for (const hash of hashes) hash.update(block);
    bytes += bytesRead;
    await onBlock?.(block);
  }
}

/** The digests of bytes in memory. */
export function digestBytes(bytes: Uint8Array, names: readonly Algorithm[]): Digested {
  const digests = names.map((name) => createHash(name).update(bytes).digest('hex'));
  return { bytes: bytes.length, digests };
}
