import type { LanguageTag } from '../document/language-tag.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { findUnfit } from '../characters/unfit.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { stringKeys, type Strings } from '../document/strings.ts';
import { listNames } from '../files/list-names.ts';
import { packageRoot } from './package-root.ts';

/** The product's words in the language of a post: the whole tag, else its primary language, else English. */
export type FindStrings = (lang: LanguageTag | undefined) => Strings;

const schema = v.strictObject({
  lang: v.pipe(v.string(), v.minLength(2)),
  months: v.pipe(v.array(v.string()), v.length(12)),
  words: v.strictObject(v.entriesFromList(stringKeys, v.string())),
});

/**
 * Reads `templates/strings/*.yaml`, then those of `overrides/strings`, which win.
 *
 * @throws ResourceError where a file is not what it should be.
 */
export async function readStrings(overrides: string | undefined): Promise<FindStrings> {
  const folders = [join(packageRoot(), 'templates'), ...(overrides === undefined ? [] : [overrides])];
  const byLang = new Map<string, Strings>();
  for (const folder of folders) {
    for (const strings of await readFolder(join(folder, 'strings'))) {
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

async function readFolder(folder: string): Promise<readonly Strings[]> {
  const files = ((await listNames(folder)) ?? []).filter((name) => name.endsWith('.yaml'));
  return Promise.all(files.map((name) => readFileOfStrings(join(folder, name))));
}

async function readFileOfStrings(path: string): Promise<Strings> {
  let strings: Strings;
  try {
    strings = v.parse(schema, parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new ResourceError(`${path} is not a file of strings`, { path, cause: error });
  }
  const unfit = findUnfit(strings);
  if (unfit === undefined) return strings;
  const { keys, holds } = unfit;
  throw new ResourceError(`${path}: ${keys.join('.')} holds a character that no file can show: ${holds}`, {
    path,
  });
}
