import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The files of tests that have a long form, which are those that import `how-long.ts`; by name, from the root, with `/`. */
export const longTests: readonly string[] = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('tests', path))
  .filter((path) => /^import .*\/how-long\.ts';$/mu.test(readFileSync(path, 'utf8')))
  .map((path) => path.split(sep).join('/'))
  .toSorted();
