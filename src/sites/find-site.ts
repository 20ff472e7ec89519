import { dirname, join } from 'node:path';
import { listNames } from '../files/list-names.ts';
import { generators, type Generator } from './generator.ts';

/** The folder of a site, as its configuration files tell. */
export interface Site {
  readonly generator: Generator;
  /** Absolute. */
  readonly folder: string;
  /** The name of its configuration in that folder: a file, or the folder `config` of Hugo. */
  readonly config: string;
}

/** How many folders up a site is looked for: more than any project is deep. */
const mostSteps = 32;

/** The site that a folder is or lies in: the innermost folder that holds a generator's configuration, told by names alone. */
export async function findSite(folder: string): Promise<Site | undefined> {
  let here = folder;
  for (let step = 0; step < mostSteps; step += 1) {
    const names = await namesIn(here);
    const site = siteOf(here, names);
    // A checkout ends at its root: what lies above belongs to somebody else.
    if (site || names.has('.git')) return site;
    const above = dirname(here);
    if (above === here) return undefined;
    here = above;
  }
  return undefined;
}

/** The site that a folder with these names is. */
export function siteOf(folder: string, names: ReadonlySet<string>): Site | undefined {
  for (const generator of generatorNames) {
    const found = generators[generator].markers.find((marker) => marker.every((name) => names.has(name)));
    const [config] = found ?? [];
    if (config !== undefined) return { generator, folder, config };
  }
  return undefined;
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
