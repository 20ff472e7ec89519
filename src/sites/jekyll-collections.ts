import { asMap, readData } from './read-data.ts';
import { configPath, type Site } from './find-site.ts';

/** The folders of a Jekyll site that hold documents: `_posts`, and `_name` for each of the `collections` of its configuration. */
export async function contentFolders(site: Site): Promise<ReadonlySet<string>> {
  const collections = (await readData(configPath(site)))?.['collections'];
  const names = Array.isArray(collections) ? collections.map(String) : Object.keys(asMap(collections) ?? {});
  return new Set(['_posts', ...names.map((name) => `_${name}`)]);
}
