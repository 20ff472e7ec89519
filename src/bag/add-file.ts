import type { FileHandle } from 'node:fs/promises';
import { InternalError, ResourceError } from '../diagnostics/errors.ts';
import { digestBytes, digestFile, type Digested } from '../files/digest.ts';
import { writeBlock } from '../files/flush.ts';
import { withRegularFile } from '../files/regular-file.ts';
import { recordAlgorithms } from './algorithms.ts';
import { findUnreadablePath, findUnsafePath } from './bag-path.ts';
import { makeFile } from './write-file.ts';
import type { PayloadFile, PayloadRole } from './payload-file.ts';

/** What is to become a payload file. */
export interface NewPayloadFile {
  /** The bag's folder. */
  readonly folder: string;
  /** The path of a regular file, or the bytes themselves. */
  readonly from: string | Uint8Array;
  /** Path from the bag's folder, with `/` between its parts; begins with `data/`. */
  readonly to: string;
  readonly role: PayloadRole;
  readonly puid?: string;
  readonly mediaType?: string;
  readonly originalName?: string | undefined;
}

/**
 * Writes one file into the payload of a bag that is not sealed yet; what comes back was measured on the bytes written.
 * Memory holds one block of the file. Several may be added at a time.
 *
 * @throws ResourceError where the file cannot be read or written, or is there already.
 * @throws InternalError where a program could not find the file under that path again: see `findPayloadPathFault`.
 */
export async function addFile(file: NewPayloadFile): Promise<PayloadFile> {
  const { folder, from, to, role, puid, mediaType, originalName } = file;
  const fault = findPayloadPathFault(to);
  if (fault !== undefined) throw new InternalError(`The path ${JSON.stringify(to)} ${fault}`, { stage });
  const { bytes, digests } = await (typeof from === 'string'
    ? copyFile(folder, from, to)
    : makeFile(folder, to, (target) => writeBytes(target, from)));
  return {
    path: to,
    bytes,
    ...digests,
    role,
    ...(puid === undefined ? {} : { puid }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(originalName === undefined ? {} : { originalName }),
  };
}

type RecordDigests = Digested<(typeof recordAlgorithms)[number]>;

const stage = 'records/bag';

/** Why a file may not be added to a payload under a path, as a sentence without its subject; `undefined` where it may. */
export function findPayloadPathFault(path: string): string | undefined {
  if (!path.startsWith('data/')) return 'does not begin with "data/"';
  return findUnsafePath(path) ?? findUnreadablePath(path);
}

async function copyFile(folder: string, from: string, to: string): Promise<RecordDigests> {
  try {
    return await withRegularFile(from, 'follow', (source) =>
      makeFile(folder, to, (target) =>
        digestFile(source, recordAlgorithms, (block) => writeBlock(target, block)),
      ),
    );
  } catch (cause) {
    if (cause instanceof ResourceError) throw cause;
    throw new ResourceError(`Cannot read ${from}`, { path: from, cause });
  }
}

async function writeBytes(target: FileHandle, bytes: Uint8Array): Promise<RecordDigests> {
  await writeBlock(target, bytes);
  return digestBytes(bytes, recordAlgorithms);
}
