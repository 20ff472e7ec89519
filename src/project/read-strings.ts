import { readRegularText } from '../files/regular-file.ts';
import type { LanguageTag } from '../document/language-tag.ts';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { placesIn, stringKeys, type Strings } from '../document/strings.ts';
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
 * Reads `templates/strings/*.yaml`, then those of `overrides/strings`, which win, but for those of `without`, as
 * `strings/en.yaml`. Messages name files as seen from `cwd`.
 *
 * @throws UsageError with line and column where a file is not what it should be; ResourceError where it cannot be read.
 */
export async function readStrings(
  overrides: string | undefined,
  cwd: string = process.cwd(),
  without: readonly string[] = [],
): Promise<FindStrings> {
  const folder = join(packageRoot(), 'templates', 'strings');
  const own = await readFolder(folder, { cwd });
  const written = own.find(({ strings }) => strings.lang === 'en')?.strings;
  if (!written) throw new ResourceError('No English strings', { path: folder });
  const users = overrides === undefined ? [] : await readFolder(join(overrides, 'strings'), { cwd, without });
  const byLang = new Map<string, Strings>();
  for (const file of [...own, ...users]) {
    checkPlaces(file, written);
    byLang.set(file.strings.lang.toLowerCase(), file.strings);
  }
  const english = byLang.get('en') ?? written;
  return (lang) => {
    const tag = (lang ?? 'en').toLowerCase();
    return byLang.get(tag) ?? byLang.get(tag.split('-')[0] ?? 'en') ?? english;
  };
}

/** A file of words, with what names a key of it in an error. */
interface StringsFile {
  readonly strings: Strings;
  readonly refuse: (key: readonly string[], reason: string) => UsageError;
}

async function readFolder(
  folder: string,
  { cwd, without = [] }: { readonly cwd: string; readonly without?: readonly string[] },
): Promise<readonly StringsFile[]> {
  const names = (await listNames(folder)) ?? [];
  const files = names.filter((name) => name.endsWith('.yaml') && !without.includes(`strings/${name}`));
  return Promise.all(files.map((name) => readFileOfStrings(join(folder, name), cwd)));
}

async function readFileOfStrings(path: string, cwd: string): Promise<StringsFile> {
  const name = shownPath(path, cwd);
  const text = await readRegularText(path).catch((cause: unknown) => {
    throw new ResourceError(`Cannot read the words of ${name}`, { path, cause });
  });
  const read = readCheckedYaml(text, schema, { scalars: 'typed', aliases: 100 });
  if ('problems' in read) throw new UsageError(formatYamlProblem(name, read.problems[0]));
  const { value: strings, placeOf } = read;
  const refuse: StringsFile['refuse'] = (key, reason) =>
    new UsageError(formatYamlProblem(name, { place: placeOf(key), reason }));
  // A copy of the English file that still says `en` would take the place of the English words.
  const lang = basename(path, '.yaml');
  if (strings.lang.toLowerCase() !== lang.toLowerCase()) {
    throw refuse(
      ['lang'],
      `\`lang\` is ${strings.lang}, but the file is called ${lang}.yaml; name it after its language`,
    );
  }
  return { strings, refuse };
}

/**
 * Sees to it that no phrase has a place that nothing fills: readers would see its braces. A language may leave one out.
 *
 * @throws UsageError for the first.
 */
function checkPlaces({ strings, refuse }: StringsFile, english: Strings): void {
  for (const key of stringKeys) {
    const known = placesIn(english.words[key]);
    const unknown = placesIn(strings.words[key]).find((place) => !known.includes(place));
    if (unknown === undefined) continue;
    const places = known.length === 0 ? 'it has no places' : `its places are ${known.join(', ')}`;
    throw refuse(['words', key], `nothing fills \`${unknown}\` in \`words.${key}\`; ${places}`);
  }
}
