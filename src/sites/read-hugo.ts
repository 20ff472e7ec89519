import { join } from 'node:path';
import { isMissing } from '../files/missing.ts';
import { configPath, type Site } from './find-site.ts';
import { readData, type SiteData, whyNotRead } from './read-data.ts';

/** The configuration of a Hugo site, which is a file, or files in a folder; `undefined` where it cannot be read. */
export async function readHugo(site: Site): Promise<SiteData | undefined> {
  if (site.config !== 'config') return readData(configPath(site));
  const data = await firstOf(filesOf(site, ['hugo', 'config']), readData);
  // A file of this folder may hold one key of the configuration, by its name.
  const markup = data && (await firstOf(filesOf(site, ['markup']), readData));
  return markup ? { ...data, markup } : data;
}

/** Why `readHugo` gave nothing: of files in a folder, what is said of the first that is there. */
export async function whyHugoNotRead(site: Site): Promise<string> {
  if (site.config !== 'config') return whyNotRead(configPath(site));
  const ifThere = async (path: string): Promise<string | undefined> =>
    (await isMissing(path)) ? undefined : whyNotRead(path);
  return (await firstOf(filesOf(site, ['hugo', 'config']), ifThere)) ?? 'holds no `_default/hugo.toml`';
}

function filesOf(site: Site, names: readonly string[]): readonly string[] {
  const folder = join(site.folder, 'config', '_default');
  return names.flatMap((name) =>
    ['toml', 'yaml', 'yml', 'json'].map((ending) => join(folder, `${name}.${ending}`)),
  );
}

/** What is told of the first file of which something is. */
async function firstOf<T>(
  paths: readonly string[],
  read: (path: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const path of paths) {
    const found = await read(path);
    if (found !== undefined) return found;
  }
  return undefined;
}
