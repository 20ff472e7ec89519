import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { entryOf, type FolderEntry } from '../files/list-folder.ts';
import { appendAll } from '../lists/append-all.ts';
import type { FoundFault } from './bag-finding.ts';

/** A regular file of a bag. */
export interface BagFile {
  /** Path from the bag's folder, with `/` between its parts. */
  readonly path: string;
  readonly bytes: number;
}

/** What stands in a bag's folder, in the order of the paths, and what must not stand there. */
export interface BagListing {
  readonly files: readonly BagFile[];
  readonly folders: readonly string[];
  readonly faults: readonly FoundFault[];
}

interface Entry extends Pick<FolderEntry, 'name' | 'kind'> {
  readonly path: string;
}

/**
 * Lists everything below a bag's folder. No link is followed; what cannot be read is told.
 * The synchronous functions take a tenth of the time of the others.
 */
export function listBag(folder: string): BagListing {
  const files: BagFile[] = [];
  const folders: string[] = [];
  const faults: FoundFault[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    const entries = readEntries(folder, below, faults);
    appendAll(faults, checkNames(entries));
    if (entries.length === 0 && below !== '')
      faults.push({ kind: 'folder-empty', path: below, reason: 'is a folder without files' });
    for (const { path, kind } of entries) {
      if (kind === 'folder') {
        folders.push(path);
        waiting.push(path);
      } else if (kind === 'file') {
        const bytes = sizeOf(join(folder, path));
        if (bytes === undefined)
          faults.push({ kind: 'unreadable', path, reason: 'went away while it was looked at' });
        else files.push({ path, bytes });
      } else {
        const reason = 'is neither a regular file nor a folder';
        faults.push({ kind: 'not-a-file', path, reason });
      }
    }
  }
  files.sort((left, right) => compareCodePoints(left.path, right.path));
  return { files, folders: folders.toSorted(compareCodePoints), faults };
}

function readEntries(folder: string, below: string, faults: FoundFault[]): readonly Entry[] {
  const entries: Entry[] = [];
  try {
    for (const found of readdirSync(join(folder, below), { withFileTypes: true, encoding: 'buffer' })) {
      const { name, isUtf8, kind } = entryOf(found);
      const path = below === '' ? name : `${below}/${name}`;
      if (!isUtf8) {
        faults.push({ kind: 'name-encoding', path, reason: 'has a name that is not UTF-8' });
        continue;
      }
      entries.push({ name, path, kind });
    }
  } catch (error) {
    const reason = `cannot be listed: ${error instanceof Error ? error.message : String(error)}`;
    faults.push({ kind: 'unreadable', path: below === '' ? '.' : below, reason });
  }
  return entries;
}

/** Names that other file systems take for one, and names in another form than NFC (RFC 8493 §6.1.1). */
function checkNames(entries: readonly Entry[]): readonly FoundFault[] {
  const faults: FoundFault[] = [];
  const known = new Map<string, string>();
  for (const { name, path } of entries.toSorted((left, right) => compareCodePoints(left.path, right.path))) {
    if (name.normalize('NFC') !== name)
      faults.push({ kind: 'name-not-normalised', path, reason: 'has a name that is not in the form NFC' });
    const folded = foldName(name);
    const twin = known.get(folded);
    if (twin === undefined) known.set(folded, path);
    else faults.push({ kind: 'name-clash', path, reason: `has the name of ${twin} but for case or form` });
  }
  return faults;
}

/** What file systems that know no case make of a name. */
function foldName(name: string): string {
  return name.normalize('NFD').toUpperCase().normalize('NFC');
}

function sizeOf(path: string): number | undefined {
  try {
    return lstatSync(path).size;
  } catch {
    return undefined;
  }
}
