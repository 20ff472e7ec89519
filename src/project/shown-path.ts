import { sep } from 'node:path';
import { pathInside } from '../files/inside.ts';

/** A path for people and reports: relative to the working folder where it lies inside it, which is `.` itself, always with `/`. */
export function shownPath(absolutePath: string, cwd: string): string {
  const inside = pathInside(cwd, absolutePath);
  return inside === '' ? '.' : (inside ?? absolutePath.split(sep).join('/'));
}
