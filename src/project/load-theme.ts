import { readTheme } from '../pdf/theme/read-theme.ts';
import type { Theme } from '../pdf/theme/theme.ts';
import { baseThemeFinder } from './find-base-theme.ts';
import { findTheme } from './find-theme.ts';
import type { Settings } from './settings.ts';
import { shownPath } from './shown-path.ts';

/**
 * The theme of a project.
 *
 * @throws UsageError where there is none or it is wrong; ResourceError where it cannot be read.
 */
export async function loadTheme(
  settings: Pick<Settings, 'theme' | 'themeAsFiled' | 'templates' | 'cwd'>,
): Promise<Theme> {
  const path = await findTheme(settings);
  return readTheme(path, {
    name: shownPath(path, settings.cwd),
    findBase: baseThemeFinder(settings),
    asFiled: settings.themeAsFiled,
  });
}
