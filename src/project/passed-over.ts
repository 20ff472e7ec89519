import { join } from 'node:path';
import { findSite, siteOf, type Site } from '../sites/find-site.ts';
import { generators } from '../sites/generator.ts';
import { contentFolders } from '../sites/jekyll-collections.ts';
import type { Settings } from './settings.ts';

/** Why a name in a folder is no input. */
export type PassedOverWhy =
  | 'hidden'
  | 'link'
  | 'output'
  | 'packages'
  | 'generated'
  | 'own'
  | 'drafts'
  | 'underscore'
  | 'readme'
  | 'contents'
  | 'knitted'
  | 'mirror'
  | 'mdx';

/** What of the settings decides which names are read. */
export type NameOptions = Pick<Settings, 'drafts'> & {
  /** The folder that the run writes to. */
  readonly out?: string;
};

/** What decides which names of a folder are read. */
export interface NameRules extends NameOptions {
  /** The site that the input lies in, and the folders with `_` that it has documents in. */
  readonly site: Site | undefined;
  readonly contentFolders: ReadonlySet<string>;
}

/** A folder as it is gone through. */
export interface ListedFolder {
  /** Absolute. */
  readonly path: string;
  readonly names: ReadonlySet<string>;
  /** Whether it is the folder that was named. */
  readonly isInput: boolean;
}

/** The rules for an input: by the site that it is or lies in. */
export async function nameRulesFor(input: string, options: NameOptions): Promise<NameRules> {
  const site = await findSite(input);
  const folders = site?.generator === 'jekyll' ? await contentFolders(site) : new Set(['_posts']);
  return { ...options, site, contentFolders: folders };
}

const packages: ReadonlySet<string> = new Set(['node_modules', 'bower_components', 'vendor']);

/** Written by Jekyll, Eleventy and Quarto; by Sphinx, MyST and Jupyter Book; by Quarto. */
const generated: ReadonlySet<string> = new Set(['_site', '_build', '_book', '_freeze', '_extensions']);

/** Hugo, Astro and others write there, but a folder of posts may have the name too: only at the top it is theirs. */
const generatedAtTop: ReadonlySet<string> = new Set(['public', 'dist']);

/** Whether what package managers and generators write stands in a folder of this name, in whatever site. */
export function isWritten(name: string): boolean {
  return packages.has(name) || generated.has(name);
}

/** Why a name of a folder is not read; `undefined` where it is. A name that the user wrote is never asked about. */
export function whyPassedOver(
  name: string,
  folder: ListedFolder,
  { site, contentFolders, out, drafts }: NameRules,
): PassedOverWhy | undefined {
  if (name.startsWith('.')) return 'hidden';
  if (packages.has(name)) return 'packages';
  if (out !== undefined && join(folder.path, name) === out) return 'output';
  if (generated.has(name)) return 'generated';
  const here = siteOf(folder.path, folder.names);
  if (generatedAtTop.has(name) && (folder.isInput || here)) return 'generated';
  if (here) {
    const own = generators[here.generator];
    if (own.writes.includes(name)) return 'generated';
    if (own.keeps.includes(name)) return 'own';
    if (/^readme\.(?:md|markdown)$/iu.test(name)) return 'readme';
  }
  if (isKnitted(name, folder.names)) return 'knitted';
  if (name === 'SUMMARY.md' && site?.generator === 'mdbook') return 'contents';
  if (!name.startsWith('_') || /^_index\.(?:md|markdown)$/iu.test(name)) return undefined;
  if (name === '_drafts') return drafts ? undefined : 'drafts';
  if (contentFolders.has(name) || (site && generators[site.generator].readsUnderscores)) return undefined;
  return 'underscore';
}

/** Whether R Markdown stands beside what was made of it, which has also what its code says. */
function isKnitted(name: string, names: ReadonlySet<string>): boolean {
  const [, stem] = /^(.*)\.rmd$/isu.exec(name) ?? [];
  return stem !== undefined && (names.has(`${stem}.md`) || names.has(`${stem}.markdown`));
}
