import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { glanceAtFolder } from '../files/list-folder.ts';
import type { CachePlace } from './cache-place.ts';
import { memoName } from './memo-file.ts';

/** A file of a cache. */
interface CacheFile {
  readonly path: string;
  readonly bytes: number;
  readonly usedMs: number;
  readonly isWhole: boolean;
}

/** What a cache holds. */
export interface CacheStats {
  readonly folder: string;
  readonly entries: number;
  readonly bytes: number;
  readonly mostBytes: number;
}

/** Counts the entries of a cache. */
export function countCache({ folder, mostBytes }: CachePlace): CacheStats {
  const entries = filesOf(folder).filter(({ isWhole }) => isWhole);
  return { folder, entries: entries.length, bytes: sizeOf(entries), mostBytes };
}

/**
 * Removes every file that a cache may have; what else lies there stays.
 *
 * @throws what Node throws.
 */
export function clearCache(folder: string): number {
  const files = filesOf(folder);
  for (const { path } of files) rmSync(path, { force: true });
  rmSync(join(folder, memoName), { force: true });
  return files.filter(({ isWhole }) => isWhole).length;
}

// No entry takes longer to write; what is younger may be another run's.
const leftAfterMs = 60 * 60 * 1000;
/** So that not every run has something to remove. */
const share = 0.9;

/** Removes the entries used longest ago, until the others fit well, and what killed runs left half. `now` is in seconds. */
export function trimCache({ folder, mostBytes }: CachePlace, now: number): void {
  const files = filesOf(folder);
  const entries = files.filter(({ isWhole }) => isWhole);
  const left = files.filter(({ isWhole, usedMs }) => !isWhole && now * 1000 - usedMs > leftAfterMs);
  let bytes = sizeOf(entries);
  const old = bytes > mostBytes ? entries.toSorted((first, second) => first.usedMs - second.usedMs) : [];
  for (const entry of old) {
    if (bytes <= mostBytes * share) break;
    remove(entry);
    bytes -= entry.bytes;
  }
  for (const file of left) remove(file);
}

function remove({ path }: CacheFile): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It counts again at the next run.
  }
}

function sizeOf(files: readonly CacheFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

const ours = /^[0-9a-f]{64}\.entry(?:\.\d+\.part)?$/u;

function filesOf(folder: string): readonly CacheFile[] {
  const folders = glanceAtFolder(folder).filter(
    ({ name, kind }) => kind === 'folder' && /^[0-9a-f]{2}$/u.test(name),
  );
  return folders.flatMap(({ name: own }) =>
    glanceAtFolder(join(folder, own)).flatMap(({ name, kind }): readonly CacheFile[] => {
      if (kind !== 'file' || !ours.test(name)) return [];
      const path = join(folder, own, name);
      try {
        const { size, mtimeMs } = lstatSync(path);
        return [{ path, bytes: size, usedMs: mtimeMs, isWhole: name.endsWith('.entry') }];
      } catch {
        // Another run removed it.
        return [];
      }
    }),
  );
}
