import { realpath } from 'node:fs/promises';
import path, { type PlatformPath } from 'node:path';

/**
 * The path of a file below a folder, with `/` between the parts; empty for the folder itself, `undefined` where the file lies
 * outside. Both are compared as they are written: no link is followed, and nothing need be there.
 * `rules` are those of the system; a test hands in those of another.
 */
export function pathInside(folder: string, file: string, rules: PlatformPath = path): string | undefined {
  const below = rules.relative(folder, file);
  const parts = below.split(rules.sep);
  // What stands on another drive of Windows has no relative path.
  return parts[0] === '..' || rules.isAbsolute(below) ? undefined : parts.join('/');
}

/**
 * As `pathInside`, but links are followed first, so that a link that leads out of the folder lies outside; `undefined` also
 * where either is not there or cannot be reached.
 */
export async function realPathInside(folder: string, file: string): Promise<string | undefined> {
  try {
    const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(file)]);
    return pathInside(realFolder, realFile);
  } catch {
    return undefined;
  }
}
