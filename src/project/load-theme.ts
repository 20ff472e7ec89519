import { readTheme } from '../pdf/theme/read-theme.ts';
import type { Theme } from '../pdf/theme/theme.ts';
import { baseThemeFinder } from './find-base-theme.ts';
import { findTheme } from './find-theme.ts';
import type { Settings } from './settings.ts';
import { shownPath } from './shown-path.ts';

/**
 * The theme of a project, with what its configuration says instead of it.
 *
 * @throws UsageError where there is none or it is wrong; ResourceError where it cannot be read.
 */
export async function loadTheme(
  settings: Pick<Settings, 'theme' | 'themeAsFiled' | 'templates' | 'cwd'> &
    Partial<Pick<Settings, 'printedUrls'>>,
): Promise<Theme> {
  const path = await findTheme(settings);
  const theme = await readTheme(path, {
    name: shownPath(path, settings.cwd),
    findBase: baseThemeFinder(settings),
    asFiled: settings.themeAsFiled,
  });
  const { printedUrls = theme.printedUrls } = settings;
  return { ...theme, printedUrls };
}
