import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readRegularFileSync } from '../files/regular-file.ts';
import { pathInside } from '../files/inside.ts';
import type { NearbyFiles } from '../posts/context/post-context.ts';
import { variableFiles } from '../posts/context/project-variables.ts';

/** Larger files are no text to be shown in a post. */
const largestBytes = 1_000_000;

/** Where the files are that posts may see. */
export interface NearbyFolders {
  /** The folder of the posts. */
  readonly root: string;
  /** The folder of the site above it, of which files are seen too that are kept to be included or served as they are, and the configuration. */
  readonly siteRoot?: string | undefined;
}

/** The files of a folder, as the posts in it may see them: nothing that lies outside, also behind a link. */
export function nearbyFiles(folders: NearbyFolders): NearbyFiles {
  return {
    has: (path) => findNearby(path, folders) !== undefined,
    read: (path) => {
      const found = findNearby(path, folders);
      if (found === undefined || found.bytes > largestBytes) return undefined;
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
          readRegularFileSync(found.path),
        );
      } catch {
        return undefined;
      }
    },
  };
}

/** A file on the disk. */
export interface NearbyFile {
  /** Absolute, without links. */
  readonly path: string;
  readonly bytes: number;
}

/** Folders of a site beside those of its posts: what Jekyll and Eleventy include, and what Hugo and Jekyll serve as it is. */
const siteFolders: ReadonlySet<string> = new Set(['_includes', 'includes', 'static', 'assets']);

/** The configuration of a site, whose words a post may print. */
const siteConfig: ReadonlySet<string> = new Set(variableFiles);

/** The file that is read for a path: of the folder of the posts, else one of the site that lies in a folder for such files, or is its configuration. */
export function findNearby(path: string, { root, siteRoot }: NearbyFolders): NearbyFile | undefined {
  const found = findFile(root, path);
  if (found !== undefined || siteRoot === undefined) return found;
  if (siteConfig.has(path)) return findFile(siteRoot, path);
  const [folder = '', ...rest] = path.split('/');
  return siteFolders.has(folder) ? findFile(join(siteRoot, folder), rest.join('/')) : undefined;
}

function findFile(root: string, path: string): NearbyFile | undefined {
  try {
    const [realRoot, realFile] = [realpathSync(root), realpathSync(join(root, path))];
    const status = statSync(realFile);
    if (!status.isFile() || pathInside(realRoot, realFile) === undefined) return undefined;
    return { path: realFile, bytes: status.size };
  } catch {
    // What cannot be reached is not there; a picture that is shown all the same is told of where it is read.
    return undefined;
  }
}
