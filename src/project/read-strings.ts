import type { LanguageTag } from '../document/language-tag.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { stringKeys, type Strings } from '../document/strings.ts';
import { listNames } from '../files/list-names.ts';
import { formatYamlProblem, readCheckedYaml } from '../yaml/read-checked-yaml.ts';
import { shownPath } from './shown-path.ts';
import { packageRoot } from './package-root.ts';

/** The product's words in the language of a post: the whole tag, else its primary language, else English. */
export type FindStrings = (lang: LanguageTag | undefined) => Strings;

const schema = v.strictObject({
  lang: v.pipe(v.string(), v.minLength(2)),
  months: v.pipe(v.array(v.string()), v.length(12)),
  words: v.strictObject(v.entriesFromList(stringKeys, v.string())),
});

/**
 * Reads `templates/strings/*.yaml`, then those of `overrides/strings`, which win. Messages name files as seen from `cwd`.
 *
 * @throws UsageError with line and column where a file is not what it should be; ResourceError where it cannot be read.
 */
export async function readStrings(
  overrides: string | undefined,
  cwd: string = process.cwd(),
): Promise<FindStrings> {
  const folders = [join(packageRoot(), 'templates'), ...(overrides === undefined ? [] : [overrides])];
  const byLang = new Map<string, Strings>();
  for (const folder of folders) {
    for (const strings of await readFolder(join(folder, 'strings'), cwd)) {
      byLang.set(strings.lang.toLowerCase(), strings);
    }
  }
  const english = byLang.get('en');
  if (!english)
    throw new ResourceError('No English strings', { path: join(packageRoot(), 'templates', 'strings') });
  return (lang) => {
    const tag = (lang ?? 'en').toLowerCase();
    return byLang.get(tag) ?? byLang.get(tag.split('-')[0] ?? 'en') ?? english;
  };
}

async function readFolder(folder: string, cwd: string): Promise<readonly Strings[]> {
  const files = ((await listNames(folder)) ?? []).filter((name) => name.endsWith('.yaml'));
  return Promise.all(files.map((name) => readFileOfStrings(join(folder, name), cwd)));
}

async function readFileOfStrings(path: string, cwd: string): Promise<Strings> {
  const name = shownPath(path, cwd);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ResourceError(`Cannot read the words of ${name}`, { path, cause });
  });
  const read = readCheckedYaml(text, schema, { scalars: 'typed', aliases: 100 });
  if ('value' in read) return read.value;
  throw new UsageError(formatYamlProblem(name, read.problems[0]));
}
