import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { withRegularFile } from './regular-file.ts';

/** How much was digested, and its digests in lower-case hexadecimal digits by the names of their algorithms. */
export interface Digested<Name extends string> {
  readonly bytes: number;
  readonly digests: Readonly<Record<Name, string>>;
}

/** SHA-256 in lower-case hexadecimal digits; of a text, that of its bytes in UTF-8. */
export function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-512 in lower-case hexadecimal digits; of a text, that of its bytes in UTF-8. */
export function sha512Of(data: string | Uint8Array): string {
  return createHash('sha512').update(data).digest('hex');
}

/**
 * SHA-256 of a file in lower-case hexadecimal digits; links are followed, and one block is held in memory.
 *
 * @throws Error where it is no regular file, or cannot be read.
 */
export async function sha256OfFile(path: string): Promise<string> {
  const { digests } = await withRegularFile(path, 'follow', (file) => digestFile(file, ['sha256']));
  return digests.sha256;
}

/** The digests of bytes in memory, by algorithms as Node names them. */
export function digestBytes<Name extends string>(bytes: Uint8Array, names: readonly Name[]): Digested<Name> {
  const hashes = hashesFor(names);
  for (const [, hash] of hashes) hash.update(bytes);
  return { bytes: bytes.length, digests: digestsOf(hashes) };
}

// A larger block is no faster: the digests take the time.
const blockBytes = 1024 * 1024;

/**
 * Reads an open file to its end, once for all digests, and hands each block on. One block is held in memory.
 * One thread is enough: the two digests of a record together take less time than `sha256sum` takes for one.
 */
export async function digestFile<Name extends string>(
  file: FileHandle,
  names: readonly Name[],
  onBlock?: (block: Uint8Array) => Promise<void>,
): Promise<Digested<Name>> {
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafe(Math.min(Math.max(size + 1, 1024), blockBytes));
  const hashes = hashesFor(names);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return { bytes, digests: digestsOf(hashes) };
    const block = buffer.subarray(0, bytesRead);
    for (const [, hash] of hashes) hash.update(block);
    bytes += bytesRead;
    await onBlock?.(block);
  }
}

type Hashes<Name extends string> = readonly (readonly [Name, ReturnType<typeof createHash>])[];

function hashesFor<Name extends string>(names: readonly Name[]): Hashes<Name> {
  return names.map((name) => [name, createHash(name)]);
}

function digestsOf<Name extends string>(hashes: Hashes<Name>): Readonly<Record<Name, string>> {
  const digests = Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('hex')]));
  // Each name that was asked for has its entry.
  return digests as Record<Name, string>;
}
