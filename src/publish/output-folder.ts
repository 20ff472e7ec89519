import { lstatSync } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { makeFolder } from '../files/flush.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { sha256Of } from '../files/digest.ts';
import { isMissing } from '../files/missing.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { readRegularFileSync } from '../files/regular-file.ts';
import { clearLeftovers, writeWhole } from '../files/write-whole.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import type { Settings } from '../project/settings.ts';

/** The name of the list, in an output folder, of the files that runs wrote there: one a line, `/` between the parts. */
export const writtenFilesName = '.tagleaf-files';

/** The folder that a run writes to. Names are paths below it. */
export interface OutputFolder {
  /** The first of these files that is there though no run wrote it; `undefined` where all may be written. */
  readonly foreign: (names: readonly string[]) => Promise<string | undefined>;
  /**
   * Writes one file whole. Its name is listed first, so that a run that is killed in between can be repeated.
   *
   * @throws ResourceError
   */
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Whether a file stands there with these bytes, as it would be written. */
  readonly holds: (name: string, bytes: { readonly bytes: number; readonly sha256: string }) => boolean;
  /**
   * Counts a file as written that stands there as it is to be.
   *
   * @throws ResourceError
   */
  readonly leave: (name: string) => Promise<void>;
  /**
   * Sorts the list, takes out what is no longer there, and removes what killed runs left half beside the files of this one.
   *
   * @throws ResourceError
   */
  readonly finish: () => Promise<void>;
}

const unwritten: OutputFolder = {
  foreign: async () => undefined,
  write: async () => undefined,
  holds: () => false,
  leave: async () => undefined,
  finish: async () => undefined,
};

/**
 * Opens the output folder of a run, which need not be there; one that writes nothing has none.
 *
 * @throws ResourceError where its list is there and cannot be read.
 */
export async function openOutputFolder({ out, write, force }: Settings): Promise<OutputFolder> {
  if (!write) return unwritten;
  const list = join(out, writtenFilesName);
  const written = await readIfThere(list).catch((error: unknown) => {
    if (!(error instanceof ResourceError) || errorCode(error.cause) !== 'ENOTDIR') throw error;
    throw new ResourceError(`Cannot write to ${out}: it is a file, or lies in one`, {
      path: out,
      cause: error,
    });
  });
  const listed = new Set(written?.toString('utf8').split('\n').filter(Boolean));
  const made = new Set<string>();
  const note = async (name: string): Promise<void> => {
    if (!listed.has(name)) await append(list, name);
    listed.add(name);
    made.add(name);
  };
  return {
    foreign: async (names) => {
      if (force) return undefined;
      for (const name of names) {
        if (!listed.has(name) && !(await isMissing(join(out, name)))) return name;
      }
      return undefined;
    },
    write: async (name, bytes) => {
      await note(name);
      await writeWhole(join(out, name), bytes);
    },
    holds: (name, bytes) => hasBytes(join(out, name), bytes),
    leave: note,
    finish: async () => {
      if (made.size === 0) return;
      const there: string[] = [];
      for (const name of listed) {
        if (made.has(name) || !(await isMissing(join(out, name)))) there.push(name);
      }
      const text = there.toSorted(compareCodePoints).map((name) => `${name}\n`);
      await writeWhole(list, Buffer.from(text.join('')));
      const { mtimeMs } = await stat(list);
      for (const folder of new Set([...made].map((name) => dirname(join(out, name))))) {
        await clearLeftovers(folder, mtimeMs);
      }
    },
  };
}

/** Whether a regular file has these bytes; what cannot be read has others. */
function hasBytes(
  path: string,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): boolean {
  try {
    const status = lstatSync(path);
    return status.isFile() && status.size === bytes && sha256Of(readRegularFileSync(path)) === sha256;
  } catch {
    return false;
  }
}

/** Not flushed: a name that a loss of power took costs a `--force`, and a flush for each file would cost more. */
async function append(list: string, name: string): Promise<void> {
  try {
    await makeFolder(dirname(list));
    await appendFile(list, `${name}\n`);
  } catch (cause) {
    throw new ResourceError(`Cannot write ${list}`, { path: list, cause });
  }
}
