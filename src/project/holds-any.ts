import { opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** So many names are looked at: what holds more without one that is wanted is taken to hold one. */
const mostNames = 2000;

/** Whether a name that is passed over would have been wanted, or is a folder that holds one that would; in doubt, it is. */
export async function holdsAny(path: string, accepts: (name: string) => boolean): Promise<boolean> {
  // What Git keeps is nobody's content.
  if (basename(path) === '.git') return false;
  const status = await stat(path).catch(() => undefined);
  if (!status?.isDirectory()) return accepts(basename(path));
  const waiting = [path];
  let seen = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await opendir(folder).catch(() => undefined);
    if (!entries) continue;
    for await (const entry of entries) {
      seen += 1;
      if (seen > mostNames || (entry.isFile() && accepts(entry.name))) return true;
      if (entry.isDirectory()) waiting.push(join(folder, entry.name));
    }
  }
  return false;
}
