import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathInside } from '../files/inside.ts';
import type { NearbyFiles } from '../posts/context/post-context.ts';

/** Larger files are no text to be shown in a post. */
const largestBytes = 1_000_000;

/** The files of a folder, as the posts in it may see them: nothing that lies outside, also behind a link. */
export function nearbyFiles(root: string): NearbyFiles {
  const find = (path: string): { readonly path: string; readonly bytes: number } | undefined => {
    try {
      const [realRoot, realFile] = [realpathSync(root), realpathSync(join(root, path))];
      const status = statSync(realFile);
      if (!status.isFile() || pathInside(realRoot, realFile) === undefined) return undefined;
      return { path: realFile, bytes: status.size };
    } catch {
      // What cannot be reached is not there; a picture that is shown all the same is told of where it is read.
      return undefined;
    }
  };
  return {
    has: (path) => find(path) !== undefined,
    read: (path) => {
      const found = find(path);
      if (found === undefined || found.bytes > largestBytes) return undefined;
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(found.path));
      } catch {
        return undefined;
      }
    },
  };
}
