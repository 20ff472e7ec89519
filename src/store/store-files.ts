import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { changeFile, flushFolder, makeFolder, writeBlock } from '../files/flush.ts';

/**
 * Every way in which a store is changed. Each flushes what it did to the disk before it comes back, and throws what Node
 * throws. Tests hand in one that fails.
 */
export interface StoreFiles {
  /** Makes a folder with those above it; there may be one already. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes a file, over one that is there. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Writes a file that only its owner may read, over one that is there. */
  readonly writePrivate: (path: string, bytes: Uint8Array) => Promise<void>;
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
  makeFolder,
  writeFile: async (path, bytes) => {
    await changeFile(path, 'w', (file) => writeBlock(file, bytes));
    await flushFolder(dirname(path));
  },
  writePrivate: async (path, bytes) => {
    await rm(path, { force: true });
    await changeFile(path, { flags: 'wx', mode: 0o600 }, (file) => writeBlock(file, bytes));
    await flushFolder(dirname(path));
  },
  append: async (path, bytes) => {
    await changeFile(path, 'a', (file) => writeBlock(file, bytes));
  },
  cut: async (path, size) => {
    await changeFile(path, 'r+', (file) => file.truncate(size));
  },
  rename: async (from, to) => {
    await rename(from, to);
    await flushFolder(dirname(to));
    if (dirname(from) !== dirname(to)) await flushFolder(dirname(from));
  },
  remove: async (path) => {
    await rm(path, { recursive: true, force: true });
    await flushFolder(dirname(path));
  },
};
