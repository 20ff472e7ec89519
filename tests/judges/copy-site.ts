import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A copy in which no folder begins with `_`: these would be left alone as drafts are. */
export function copySite(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, entry.name.replace(/^_+/u, ''));
    if (entry.isDirectory()) copySite(join(from, entry.name), target);
    else copyFileSync(join(from, entry.name), target);
  }
}
