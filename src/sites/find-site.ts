import { dirname, join } from 'node:path';
import { listNames } from '../files/list-names.ts';
import { isHexoConfig } from './hexo-config.ts';
import { isSphinxConfig } from './sphinx-config.ts';
import { readData } from './read-data.ts';
import { generators, type Generator } from './generator.ts';

/** The folder of a site, as its configuration files tell. */
export interface Site {
  readonly generator: Generator;
  /** Absolute. */
  readonly folder: string;
  /** The name of its configuration in that folder: a file, or the folder `config` of Hugo. */
  readonly config: string;
}

/**
 * The site that a folder is or lies in: the innermost folder that holds a generator's configuration, told by its name, and where
 * two generators have one name for it by its keys.
 */
export async function findSite(folder: string): Promise<Site | undefined> {
  return siteFinder()(folder);
}

/** `findSite` for many folders: each of them, and of those above them, is listed once. */
export function siteFinder(): (folder: string) => Promise<Site | undefined> {
  const known = new Map<string, Promise<Site | undefined>>();
  const find = (folder: string): Promise<Site | undefined> => {
    const found = known.get(folder) ?? look(folder);
    known.set(folder, found);
    return found;
  };
  const look = async (folder: string): Promise<Site | undefined> => {
    const names = await namesIn(folder);
    const site = await siteIn(folder, names);
    // A checkout ends at its root: what lies above belongs to somebody else.
    if (site || names.has('.git')) return site;
    const above = dirname(folder);
    return above === folder ? undefined : find(above);
  };
  return find;
}

/** The site that a folder with these names is, told by them alone. */
export function siteOf(folder: string, names: ReadonlySet<string>): Site | undefined {
  for (const generator of generatorNames) {
    const found = generators[generator].markers.find((marker) => marker.every((name) => names.has(name)));
    const [config] = found ?? [];
    if (config !== undefined) return { generator, folder, config };
  }
  return undefined;
}

/** The site that a folder with these names is; where two generators have one name for their configuration, by its keys. */
export async function siteIn(folder: string, names: ReadonlySet<string>): Promise<Site | undefined> {
  const site = siteOf(folder, names);
  if (site?.generator === 'sphinx') return (await isSphinxConfig(configPath(site))) ? site : undefined;
  if (site?.generator !== 'jekyll') return site;
  return isHexoConfig(await readData(configPath(site))) ? { ...site, generator: 'hexo' } : site;
}

// The keys of a record of ours are those of its type.
const generatorNames = Object.keys(generators) as Generator[];

/** A folder that cannot be read holds nothing that could be known of a site. */
async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  const names = (await listNames(folder).catch(() => undefined)) ?? [];
  return new Set(names);
}

/** The configuration of a site, absolute. */
export function configPath({ folder, config }: Site): string {
  return join(folder, config);
}
