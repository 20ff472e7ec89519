import { join } from 'node:path';
import { shownPath } from '../project/shown-path.ts';
import type { Settings } from '../project/settings.ts';
import type { OutputFolder } from './output-folder.ts';

/** The first of these files of the output folder that is there though no run wrote it, and how people are told. */
export async function findForeign(
  names: readonly string[],
  { outputs, settings }: { readonly outputs: OutputFolder; readonly settings: Settings },
): Promise<{ readonly path: string; readonly reason: string } | undefined> {
  const foreign = await outputs.foreign(names);
  if (foreign === undefined) return undefined;
  const path = join(settings.out, foreign);
  const reason = `${shownPath(path, settings.cwd)} is there already, and no run of Tagleaf wrote it`;
  return { path, reason };
}
