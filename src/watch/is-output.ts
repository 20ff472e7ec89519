import { basename } from 'node:path';
import { catalogueEndings } from '../epub/catalogue/catalogue-files.ts';
import { pathInside } from '../files/inside.ts';
import { isTemporary } from '../files/write-whole.ts';
import type { Settings } from '../project/settings.ts';
import { writtenFilesName } from '../publish/output-folder.ts';
import { linksName } from '../publish/run-build.ts';

const endings: readonly string[] = ['.pdf', '.epub', ...catalogueEndings];
const names: ReadonlySet<string> = new Set([linksName, writtenFilesName]);

/**
 * Whether a path is what builds write: it is changed by a build, and must not be the cause of another. A folder that is written to may
 * be, or hold, that of the posts: of it only what is called like an output is one.
 */
export function isOutputOf(
  { out, inputs, cache }: Pick<Settings, 'out' | 'inputs' | 'cache'>,
  path: string,
): boolean {
  if (cache && pathInside(cache.folder, path) !== undefined) return true;
  if (pathInside(out, path) === undefined) return false;
  const holdsPosts = inputs.some((input) => pathInside(out, input.path) !== undefined);
  if (!holdsPosts) return true;
  const name = basename(path);
  return names.has(name) || isTemporary(name) || endings.some((ending) => name.endsWith(ending));
}
