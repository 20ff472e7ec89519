import { sep } from 'node:path';
import { pathInside } from '../files/inside.ts';

/** A path for people and reports: relative to the working folder where it lies inside it, always with `/`. */
export function shownPath(absolutePath: string, cwd: string): string {
  return pathInside(cwd, absolutePath) ?? absolutePath.split(sep).join('/');
}
