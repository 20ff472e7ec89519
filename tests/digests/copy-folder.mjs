import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Copies a folder; `rename` is asked for each name in it. */
export function copyFolder(from, to, rename = (name) => name) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, rename(entry.name));
    if (entry.isDirectory()) copyFolder(join(from, entry.name), target, rename);
    else copyFileSync(join(from, entry.name), target);
  }
}
