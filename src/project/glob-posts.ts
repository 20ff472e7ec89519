import { join, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { pathInside } from '../files/inside.ts';
import { listNames } from '../files/list-names.ts';
import type { PassedOver } from './find-files.ts';
import { isMarkdown } from '../document/markdown-names.ts';
import type { FindPostsOptions } from './find-posts.ts';
import { nameRulesFor, whyPassedOver, type NameRules } from './passed-over.ts';
import { shownPath } from './shown-path.ts';

/** What a pattern finds: absolute paths, sorted by their code points, and what was passed over. */
export interface GlobbedPosts {
  readonly paths: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

/** The Markdown files that a pattern finds below a folder. A name that the pattern itself writes is never passed over. */
export async function globPosts(
  pattern: string,
  base: string,
  options: FindPostsOptions,
): Promise<GlobbedPosts> {
  const globbed = await glob(pattern, {
    cwd: base,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
  });
  const found = globbed
    .filter(isMarkdown)
    .map((name) => resolve(name))
    .toSorted(compareCodePoints);
  const passes = passing(pattern, base, await nameRulesFor(base, options));
  const paths: string[] = [];
  const passedOver = new Map<string, PassedOver>();
  for (const path of found) {
    const passed = await passes(path);
    if (passed) passedOver.set(passed.path, { file: shownPath(passed.path, options.cwd), why: passed.why });
    else paths.push(path);
  }
  return { paths, passedOver: [...passedOver.values()] };
}

type Passed = Pick<PassedOver, 'why'> & { readonly path: string };

/** The function that names the first folder, or the file itself, that is passed over on the way to a file. */
function passing(
  pattern: string,
  base: string,
  rules: NameRules,
): (path: string) => Promise<Passed | undefined> {
  const written = new Set(pattern.split('/'));
  const writesUnderscore = [...written].some((part) => part.startsWith('_'));
  const namesOf = new Map<string, ReadonlySet<string>>();
  return async (path) => {
    let here = base;
    for (const name of (pathInside(base, path) ?? '').split('/')) {
      const names = namesOf.get(here) ?? new Set(await listNames(here).catch(() => []));
      namesOf.set(here, names);
      const why = written.has(name)
        ? undefined
        : whyPassedOver(name, { path: here, names, isInput: here === base }, rules);
      here = join(here, name);
      if (why !== undefined && !(writesUnderscore && why === 'underscore')) return { path: here, why };
    }
    return undefined;
  };
}
