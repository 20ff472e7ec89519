import { appendFile, mkdir, open, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../bag/write-file.ts';

/**
 * Every way in which a store is changed. Each flushes what it did to the disk before it comes back, and throws what Node
 * throws. Tests hand in one that fails.
 */
export interface StoreFiles {
  /** Makes a folder with those above it; there may be one already. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes a file, over one that is there. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Adds bytes to the end of a file that is there. */
  readonly append: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Cuts a file after `size` bytes. */
  readonly cut: (path: string, size: number) => Promise<void>;
  /** Renames a file over another, or a folder to a name that is free. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file, or a folder with everything in it; a link is removed, never followed. */
  readonly remove: (path: string) => Promise<void>;
}

/** The disk itself. */
export const diskFiles: StoreFiles = {
  makeFolder: async (path) => {
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return;
    for (let made = path; made !== dirname(first); made = dirname(made)) await syncFolder(dirname(made));
  },
  writeFile: async (path, bytes) => {
    await writeFile(path, bytes, { flush: true });
    await syncFolder(dirname(path));
  },
  append: async (path, bytes) => {
    await appendFile(path, bytes, { flush: true });
  },
  cut: async (path, size) => {
    await truncate(path, size);
    await flushFile(path);
  },
  rename: async (from, to) => {
    await rename(from, to);
    await syncFolder(dirname(to));
    if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
  },
  remove: async (path) => {
    await rm(path, { recursive: true, force: true });
    await syncFolder(dirname(path));
  },
};

async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
