import { join } from 'node:path';
import { readRegularFileSync } from '../files/regular-file.ts';
import { sha256Of } from '../files/digest.ts';
import { writeEntry } from './write-entry.ts';

/** Small results by their keys, in one file of a cache: those that the last run asked for. */
export interface Memo {
  /** What was made for a key before, else what `make` makes. */
  readonly of: <T>(key: string, make: () => T) => T;
  /** Writes what was asked for, where that is not what the file holds. */
  readonly finish: () => void;
}

/** The name of the file in the folder of a cache. */
export const memoName = 'plans';

/** Reads the memo of a cache. One that is damaged is empty. */
export function openMemo(folder: string): Memo {
  const path = join(folder, memoName);
  const known = readMemo(path);
  const asked = new Map<string, unknown>();
  let isNew = false;
  return {
    of: <T>(key: string, make: () => T): T => {
      const isKnown = known.has(key);
      if (!isKnown) isNew = true;
      // Sound: a key says what was made for it, and by which version; the digest, that it is what was written.
      const value = isKnown ? (known.get(key) as T) : make();
      asked.set(key, value);
      return value;
    },
    finish: () => {
      if (!isNew && asked.size === known.size) return;
      const text = Buffer.from(JSON.stringify([...asked]));
      writeEntry(path, [Buffer.from(`${sha256Of(text)}\n`), text]);
    },
  };
}

const digestLength = 65;

function readMemo(path: string): ReadonlyMap<string, unknown> {
  try {
    const bytes = readRegularFileSync(path);
    const text = bytes.subarray(digestLength);
    if (bytes.toString('latin1', 0, digestLength) !== `${sha256Of(text)}\n`) return new Map();
    // Sound: the digest says that these are the bytes that were written.
    return new Map(JSON.parse(text.toString('utf8')) as readonly (readonly [string, unknown])[]);
  } catch {
    return new Map();
  }
}
