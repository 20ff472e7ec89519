import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the name of a file ends with that is being written. */
export const partEnding = /\.\d+\.part$/u;

/**
 * Writes a file of a cache beside and renames it: who reads meanwhile finds the old one or the new one. Says whether that could be
 * done. Nothing is flushed, for what is lost is made again.
 */
export function writeEntry(path: string, stretches: readonly Uint8Array[]): boolean {
  // Of two processes that write the same at once, each has its own.
  const temporary = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      for (const stretch of stretches) {
        for (let done = 0; done < stretch.length;) done += writeSync(file, stretch, done);
      }
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    return true;
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // Who trims the cache removes it.
    }
    return false;
  }
}
