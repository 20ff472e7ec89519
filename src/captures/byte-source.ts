import { open } from 'node:fs/promises';
import { readOnly } from '../files/regular-file.ts';

/** Bytes that are read where they are wanted: of a file, or in memory. */
export interface ByteSource {
  readonly size: number;
  /** Of a whole file, where it lies. */
  readonly path?: string;
  /** As many bytes as there are from an offset on, and no more than asked for. */
  readonly read: (at: number, length: number) => Promise<Buffer>;
}

/** A source that holds something open until it is closed. */
export interface OpenSource extends ByteSource {
  readonly close: () => Promise<void>;
}

/** Bytes in memory as a source. */
export function sourceOfBytes(bytes: Uint8Array): OpenSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: (at, length) => Promise.resolve(buffer.subarray(at, at + length)),
    close: () => Promise.resolve(),
  };
}

/**
 * A regular file as a source.
 *
 * @throws Error where it cannot be opened, or is none.
 */
export async function openFileSource(path: string): Promise<OpenSource> {
  const file = await open(path, readOnly('follow'));
  const status = await file.stat();
  if (!status.isFile()) {
    await file.close();
    throw new Error('it is no file');
  }
  return {
    size: status.size,
    path,
    read: async (at, length) => {
      const wanted = Math.max(0, Math.min(length, status.size - at));
      const buffer = Buffer.allocUnsafe(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await file.read(buffer, filled, wanted - filled, at + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    close: () => file.close(),
  };
}

/** A part of a source as a source of its own. */
export function partOf(source: ByteSource, from: number, to: number): ByteSource {
  return {
    size: to - from,
    read: (at, length) => source.read(from + at, Math.max(0, Math.min(length, to - from - at))),
  };
}

const blockBytes = 256 * 1024;

/** A source from its begin to its end, in blocks. */
export async function* blocksOf(source: ByteSource): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.size; at += blockBytes) yield await source.read(at, blockBytes);
}

/** The same source, where small reads after each other share one block. */
export function inBlocks(source: ByteSource): ByteSource {
  let from = 0;
  let block: Buffer = Buffer.alloc(0);
  return {
    size: source.size,
    read: async (at, length) => {
      if (length > blockBytes) return await source.read(at, length);
      const isThere = at >= from && Math.min(at + length, source.size) <= from + block.length;
      if (!isThere) {
        from = at;
        block = await source.read(at, blockBytes);
      }
      return block.subarray(at - from, at - from + length);
    },
  };
}
