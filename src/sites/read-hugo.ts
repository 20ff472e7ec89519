import { join } from 'node:path';
import { configPath, type Site } from './find-site.ts';
import { readData, type SiteData } from './read-data.ts';

/** The configuration of a Hugo site, which is a file, or files in a folder; `undefined` where it cannot be read. */
export async function readHugo(site: Site): Promise<SiteData | undefined> {
  if (site.config !== 'config') return readData(configPath(site));
  const folder = join(site.folder, 'config', '_default');
  const data = await readFirst(folder, ['hugo', 'config']);
  // A file of this folder may hold one key of the configuration, by its name.
  const markup = data && (await readFirst(folder, ['markup']));
  return markup ? { ...data, markup } : data;
}

async function readFirst(folder: string, names: readonly string[]): Promise<SiteData | undefined> {
  for (const name of names)
    for (const ending of ['toml', 'yaml', 'yml', 'json']) {
      const data = await readData(join(folder, `${name}.${ending}`));
      if (data) return data;
    }
  return undefined;
}
