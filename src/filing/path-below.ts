import { realpath } from 'node:fs/promises';
import { posix, relative, sep } from 'node:path';

/** The path of a file below a folder, links followed, with `/`; `undefined` where it lies outside or is not there. */
export async function pathBelow(folder: string, path: string): Promise<string | undefined> {
  try {
    const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(path)]);
    const inside = relative(realFolder, realFile).split(sep).join('/');
    return inside.startsWith('../') || inside === '..' || posix.isAbsolute(inside) ? undefined : inside;
  } catch {
    return undefined;
  }
}
