import { rm, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskFiles, type StoreFiles } from '../../src/store/store-files.ts';

/** A disk of which the nth change fails; `log` holds the changes in their order. */
export interface FailingDisk {
  readonly files: StoreFiles;
  readonly log: string[];
}

/** Stops everything from the nth change on, as a kill does: the change itself is done by half. */
export function crashAt(nth: number): FailingDisk {
  return failing(nth, { code: 'ECRASH', forEver: true, fails: () => true });
}

/** Fails the nth change that needs room, or every one from there on, as a full disk does. */
export function fullAt(nth: number, { forEver }: { readonly forEver: boolean }): FailingDisk {
  const fails = (name: keyof StoreFiles): boolean =>
    ['writeFile', 'writePrivate', 'append', 'makeFolder'].includes(name);
  return failing(nth, { code: 'ENOSPC', forEver, fails });
}

function failing(
  nth: number,
  how: {
    readonly code: string;
    readonly forEver: boolean;
    readonly fails: (name: keyof StoreFiles) => boolean;
  },
): FailingDisk {
  const log: string[] = [];
  let count = 0;
  const change = async (
    name: keyof StoreFiles,
    path: string,
    half: () => Promise<unknown>,
    whole: () => Promise<void>,
  ): Promise<void> => {
    if (how.fails(name)) {
      count += 1;
      if (count === nth || (how.forEver && count > nth)) {
        if (count === nth) await half();
        throw Object.assign(new Error(`${how.code}: ${name} ${path}`), { code: how.code });
      }
    }
    log.push(`${name} ${path}`);
    await whole();
  };
  const nothing = async (): Promise<void> => undefined;
  const files: StoreFiles = {
    makeFolder: (path) => change('makeFolder', path, nothing, () => diskFiles.makeFolder(path)),
    writeFile: (path, bytes) =>
      change(
        'writeFile',
        path,
        () => writeFile(path, bytes.subarray(0, bytes.length / 2)),
        () => diskFiles.writeFile(path, bytes),
      ),
    writePrivate: (path, bytes) =>
      change(
        'writePrivate',
        path,
        () => writeFile(path, bytes.subarray(0, bytes.length / 2)),
        () => diskFiles.writePrivate(path, bytes),
      ),
    append: (path, bytes) =>
      change(
        'append',
        path,
        () => diskFiles.append(path, bytes.subarray(0, bytes.length / 2)),
        () => diskFiles.append(path, bytes),
      ),
    cut: (path, size) => change('cut', path, nothing, () => diskFiles.cut(path, size)),
    rename: (from, to) => change('rename', to, nothing, () => diskFiles.rename(from, to)),
    remove: (path) =>
      change(
        'remove',
        path,
        () => removeOne(path),
        () => diskFiles.remove(path),
      ),
  };
  return { files, log };
}

/** The first file of a folder, as a deletion that is cut short leaves it. */
async function removeOne(path: string): Promise<void> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const first = entries.find((entry) => entry.isFile());
  if (first) await rm(join(first.parentPath, first.name));
}
