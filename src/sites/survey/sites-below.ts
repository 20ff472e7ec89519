import { join, posix } from 'node:path';
import { listFolder, type FolderEntry } from '../../files/list-folder.ts';
import { appendAll } from '../../lists/append-all.ts';
import { siteIn, type Site } from '../find-site.ts';
import { listAlone } from './list-alone.ts';

/** A site in a folder, and what stands in that. */
export interface SiteBelow {
  readonly site: Site;
  /** From the folder that was looked into, with `/` between the parts. */
  readonly path: string;
  readonly names: ReadonlySet<string>;
}

/** So many levels below are looked into: `docs/book/book.toml` is found, and what lies deeper is hardly the site of its repository. */
const mostLevels = 2;

/** So many folders are listed; a repository with more of them on two levels is not searched to its end. */
const mostFolders = 1_000;

/** Folders that hold what others wrote, or what a program did. */
const foreign: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  '_site',
  '_build',
]);

/** What the folder of a repository's own site is called. Of sites that lie equally deep, one of these comes first. */
const usual: ReadonlySet<string> = new Set(['docs', 'doc', 'website', 'site', 'book', 'web', 'www', 'src']);

/**
 * The sites in the folders below one, told by their configuration or by a list of contents: what lies less deep comes first, then
 * what is called as such folders are, then by names. A site is not searched for others, no link is followed, and a folder that
 * cannot be read has none.
 */
export async function sitesBelow(folder: string): Promise<readonly SiteBelow[]> {
  const found: SiteBelow[] = [];
  let level = await foldersIn(folder, '');
  let rest = mostFolders;
  for (let depth = 1; depth <= mostLevels; depth += 1) {
    const next: string[] = [];
    for (const path of usualFirst(level)) {
      if (rest === 0) return found;
      rest -= 1;
      const here = join(folder, path);
      const entries = await entriesOf(here);
      const names = new Set(entries.map(({ name }) => name));
      const site = (await siteIn(here, names)) ?? (await listAlone(here, names));
      if (site) found.push({ site, path, names });
      else appendAll(next, foldersOf(entries, path));
    }
    level = next;
  }
  return found;
}

async function foldersIn(folder: string, path: string): Promise<readonly string[]> {
  return foldersOf(await entriesOf(folder), path);
}

function foldersOf(entries: readonly FolderEntry[], path: string): readonly string[] {
  return entries
    .filter(({ name, kind, isUtf8 }) => kind === 'folder' && isUtf8 && !isHidden(name) && !foreign.has(name))
    .map(({ name }) => posix.join(path, name));
}

/** Whether a name is passed over: it is hidden, or holds what no line of a configuration can, such as a line break. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || /\p{Cc}/u.test(name);
}

async function entriesOf(folder: string): Promise<readonly FolderEntry[]> {
  return (await listFolder(folder).catch(() => undefined)) ?? [];
}

function usualFirst(paths: readonly string[]): readonly string[] {
  const strange = (path: string): number => path.split('/').filter((name) => !usual.has(name)).length;
  return paths.toSorted((left, right) => strange(left) - strange(right));
}
