import { closeSync, mkdirSync, openSync, statfsSync, statSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CachePlace } from './cache-place.ts';
import { encodeEntry, readEntry, type EntryPart, type FoundEntry } from './entry-file.ts';
import { openMemo, type Memo } from './memo-file.ts';
import { once } from './once.ts';
import { trimCache } from './trim-cache.ts';
import { writeEntry } from './write-entry.ts';

/** What was made before, by keys that say of what: a folder that any number of runs may use at once. */
export interface CacheFolder {
  /** The entry of a key, which then counts as used; `undefined` where there is none that is whole. */
  readonly find: (key: string) => FoundEntry | undefined;
  /** Keeps an entry, or does not: a folder that cannot be written to keeps nothing, and no run fails for that. */
  readonly keep: (key: string, value: unknown, parts: readonly KeptPart[]) => void;
  /** Small results, which need no entry of their own. */
  readonly memo: Memo['of'];
  /** Removes what was not used for longest, where this run kept something and the folder has more than it may. */
  readonly finish: () => void;
}

/** A part of an entry with its bytes. */
export interface KeptPart extends EntryPart {
  readonly content: Uint8Array;
}

/** Where the entry of a key lies. */
export function entryPath(folder: string, key: string): string {
  return join(folder, key.slice(0, 2), `${key}.entry`);
}

/** Opens a cache, which need not be there. */
export function openCache(place: CachePlace): CacheFolder {
  const { folder } = place;
  const now = once(() => markUse(folder));
  // No run takes more than half of what is free: what it is asked to write needs room too.
  const free = once(() => freeBytes(folder) / 2);
  const memo = openMemo(folder);
  let taken = 0;
  let isKeeping = true;
  return {
    find: (key) => {
      const path = entryPath(folder, key);
      const entry = readEntry(path, key);
      if (entry) touch(path, now());
      return entry;
    },
    keep: (key, value, parts) => {
      if (!isKeeping || now() === undefined) return;
      const stretches = encodeEntry(key, value, parts);
      const size = stretches.reduce((sum, { length }) => sum + length, 0);
      if (taken + size > Math.min(free(), place.mostBytes)) return;
      taken += size;
      isKeeping = writeEntry(entryPath(folder, key), stretches);
    },
    memo: memo.of,
    finish: () => {
      const used = now();
      if (used !== undefined && isKeeping) memo.finish();
      if (taken > 0 && used !== undefined) trimCache(place, used);
    },
  };
}

/** The time of this run in seconds, by the clock of the file system; `undefined` where nothing can be written there. */
function markUse(folder: string): number | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    // No version control takes a folder whose own list leaves all of it out.
    writeSmall(join(folder, '.gitignore'), '*\n');
    const mark = join(folder, 'last-used');
    writeSmall(mark, '\n');
    return statSync(mark).mtimeMs / 1000;
  } catch {
    return undefined;
  }
}

function writeSmall(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
}

function touch(path: string, seconds: number | undefined): void {
  if (seconds === undefined) return;
  try {
    utimesSync(path, seconds, seconds);
  } catch {
    // Another run removed it, or it may only be read: it is used all the same.
  }
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
