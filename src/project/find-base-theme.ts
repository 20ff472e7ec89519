import { basename, dirname, join, resolve } from 'node:path';
import { realPathInside } from '../files/inside.ts';
import type { FindBase } from '../pdf/theme/read-theme-layers.ts';
import { findTheme, isThemePath } from './find-theme.ts';
import type { Settings } from './settings.ts';
import { shownPath } from './shown-path.ts';
import { UsageError } from '../diagnostics/errors.ts';

type Where = Pick<Settings, 'themeAsFiled' | 'templates' | 'cwd'>;

/**
 * How the theme that another extends is found: by its name, as any theme is, the file that extends it left out; or by its path
 * from that file, below its folder or the working folder. Of what was filed it is the next file beside it, whatever it was called.
 */
export function baseThemeFinder({ themeAsFiled, templates, cwd }: Where): FindBase {
  const found = (path: string): { path: string; name: string } => ({ path, name: shownPath(path, cwd) });
  return async (theme, from) => {
    if (themeAsFiled) return found(join(dirname(from), filedThemeName(filedThemeNumber(from) + 1)));
    if (isThemePath(theme)) {
      const path = resolve(dirname(from), theme);
      const folders = [dirname(from), cwd];
      const inside = await Promise.all(folders.map((folder) => realPathInside(folder, path)));
      if (inside.some((below) => below !== undefined)) return found(path);
      return {
        problem: `there is no theme \`${theme}\` below the folder of this file or the working folder: name one that lies there`,
      };
    }
    try {
      return found(await findTheme({ theme, templates, cwd }, from));
    } catch (error) {
      if (error instanceof UsageError) return { problem: error.message };
      throw error;
    }
  };
}

/** The name under which the files of a theme are filed, the first with the number 1. */
export function filedThemeName(number: number): string {
  return number === 1 ? 'theme.yaml' : `theme-${number}.yaml`;
}

function filedThemeNumber(path: string): number {
  return Number(/-(\d+)\.yaml$/u.exec(basename(path))?.[1] ?? 1);
}
