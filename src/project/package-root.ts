import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ResourceError } from '../diagnostics/errors.ts';

let found: string | undefined;

/** The folder of the installed package: the nearest one above this file that holds its templates. */
export function packageRoot(): string {
  if (found !== undefined) return found;
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates', 'strings', 'en.yaml'))) return (found = folder);
  }
  throw new ResourceError(`No templates beside ${here}`, { path: here });
}

/** The version in package.json. */
export function packageVersion(): string {
  const value: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : undefined;
  return typeof version === 'string' ? version : '0.0.0';
}
