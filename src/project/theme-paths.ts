import { resolve } from 'node:path';
import { pathInside } from '../files/inside.ts';
import { readThemeLayers } from '../pdf/theme/read-theme-layers.ts';
import { baseThemeFinder } from './find-base-theme.ts';
import { findTheme, isThemePath } from './find-theme.ts';
import { packageRoot } from './package-root.ts';
import type { Settings } from './settings.ts';
import { shownPath } from './shown-path.ts';

/** The files of the project that its theme is read from, absolute; of a theme that cannot be read, the one that is named. */
export async function themePaths(
  settings: Pick<Settings, 'theme' | 'themeAsFiled' | 'templates' | 'cwd'>,
): Promise<readonly string[]> {
  const { theme, cwd } = settings;
  try {
    const path = await findTheme(settings);
    const layers = await readThemeLayers({ path, name: shownPath(path, cwd) }, baseThemeFinder(settings));
    const paths = layers.map((layer) => layer.path);
    return paths.filter(
      (one) => pathInside(packageRoot(), one) === undefined || pathInside(cwd, one) !== undefined,
    );
  } catch {
    return isThemePath(theme) ? [resolve(cwd, theme)] : [];
  }
}
