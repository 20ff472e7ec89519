import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../diagnostics/errors.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { listFiles } from '../files/list-names.ts';
import { packageRoot } from './package-root.ts';
import type { Settings } from './settings.ts';

/**
 * The file of the theme asked for: a path, or a name looked up as `pdf/<name>.yaml` in the user's templates, then in ours;
 * the file `except` is none.
 *
 * @throws UsageError where there is none.
 */
export async function findTheme(
  settings: Pick<Settings, 'theme' | 'templates' | 'cwd'>,
  except?: string,
): Promise<string> {
  const { theme, templates, cwd } = settings;
  const folders = [...(templates === undefined ? [] : [templates]), join(packageRoot(), 'templates')];
  const candidates = isThemePath(theme)
    ? [resolve(cwd, theme)]
    : folders.map((folder) => join(folder, 'pdf', `${theme}.yaml`));
  for (const path of candidates.filter((candidate) => candidate !== except)) {
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  if (isThemePath(theme)) throw new UsageError(`there is no theme \`${theme}\``);
  const known = [...new Set((await Promise.all(folders.map(themesIn))).flat())].toSorted(compareCodePoints);
  throw new UsageError(`there is no theme \`${theme}\`; known themes: ${known.join(', ')}`);
}

async function themesIn(folder: string): Promise<readonly string[]> {
  const names = (await listFiles(join(folder, 'pdf'))) ?? [];
  return names.flatMap((name) => /^(.+)\.yaml$/u.exec(name)?.[1] ?? []);
}

/** Whether a theme is named by a path to its file. */
export function isThemePath(theme: string): boolean {
  return /[/\\.]/u.test(theme);
}
