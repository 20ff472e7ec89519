import { asMap, readData } from './read-data.ts';
import { configPath, type Site } from './find-site.ts';

/** The folders of a Jekyll site that hold documents: `_posts`, `_name` for each of the `collections` of its configuration, and what it says to `include`. */
export async function contentFolders(site: Site): Promise<ReadonlySet<string>> {
  const data = await readData(configPath(site));
  const collections = data?.['collections'];
  const names = Array.isArray(collections) ? collections.map(String) : Object.keys(asMap(collections) ?? {});
  const include = [data?.['include'] ?? []].flat();
  const included = include.flatMap((name) => (typeof name === 'string' ? (name.split('/')[0] ?? []) : []));
  return new Set(['_posts', ...names.map((name) => `_${name}`), ...included]);
}
