import { basename, dirname } from 'node:path';
import { pathInside } from '../files/inside.ts';
import type { Settings } from '../project/settings.ts';
import { siteFinder, type Site } from '../sites/find-site.ts';
import type { Generator } from '../sites/generator.ts';
import { siteFiles, type SiteFiles } from './site-files.ts';

/** Generators that know a file by its path alone. Others find a page by the end of its path, or put several folders into one. */
const findsByPath: ReadonlySet<Generator> = new Set([
  'docusaurus',
  'mdbook',
  'mkdocs',
  'myst',
  'quarto',
  'sphinx',
]);

/**
 * The function that finds what lies in the site of a post, by the folder that the post was found in: the site that the project or an
 * input is or lies in, and where there is none that folder itself.
 */
export async function sitesOf({
  inputs,
  modulesFrom,
}: Pick<Settings, 'inputs' | 'modulesFrom'>): Promise<(root: string) => SiteFiles> {
  const folders = new Set([modulesFrom, ...inputs.flatMap(({ path }) => [path, dirname(path)])]);
  const find = siteFinder();
  const sites: Site[] = [];
  for (const folder of folders) {
    const site = await find(folder);
    if (site) sites.push(site);
  }
  const known = new Map<string, SiteFiles>();
  return (root) => {
    const site = sites.find(({ folder }) => pathInside(folder, root) !== undefined);
    const folder = site?.folder ?? root;
    const before = known.get(folder);
    if (before) return before;
    const files = siteFiles(folder, {
      anywhere: !site || !findsByPath.has(site.generator),
      isSite: site !== undefined,
      // Of a site whose configuration is not there, the name of the folder says as much.
      hasSections: site === undefined ? basename(folder) === 'content' : site.generator === 'hugo',
    });
    known.set(folder, files);
    return files;
  };
}
