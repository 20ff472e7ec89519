import { asMap } from '../read-data.ts';
import { asText } from '../contents/contents-list.ts';

/** Jekyll's names for patterns (Jekyll 4, Permalinks, Built-in formats). */
const formats: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title.html'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['none', '/:categories/:title.html'],
]);

/** The pattern of Jekyll's posts; its own default where the configuration has none. Categories are in no name of a file. */
export function jekyllPermalink(written: string | undefined): string {
  const pattern = formats.get(written ?? 'date') ?? written ?? '';
  return pattern.replaceAll('/:categories', '');
}

/** The pattern of Hugo's pages, where one is meant for all of them: a section may have its own, and a post does not tell which. */
export function hugoPermalink(permalinks: unknown): string | undefined {
  const map = asMap(permalinks) ?? {};
  const pages = asMap(map['page']) ?? map;
  const [only, ...others] = [...new Set(Object.values(pages).flatMap((value) => asText(value) ?? []))];
  if (only === undefined || others.length > 0) return undefined;
  return only.replaceAll(/:(?:contentbasename|filename|slugorcontentbasename|slugorfilename)/gu, ':slug');
}
