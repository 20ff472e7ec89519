import type { Dialect } from '../document/dialect.ts';
import { hexoDialect } from './hexo-config.ts';
import { configPath, type Site } from './find-site.ts';
import type { Generator } from './generator.ts';
import { asMap, readData } from './read-data.ts';
import { readHugo } from './read-hugo.ts';
import { sphinxDialect } from './sphinx-config.ts';

type Decide = (site: Site) => Dialect | Promise<Dialect>;

/**
 * What each generator reads, where one of our dialects is that. Where none is, `auto` has most of it: Python-Markdown has admonitions,
 * attributes, definition lists and abbreviations together; Docusaurus has divs and attributes of headings. The configuration of Eleventy is a program.
 */
const decisions: Readonly<Record<Generator, Decide>> = {
  docusaurus: () => 'auto',
  mdbook: () => 'mdbook',
  mkdocs: () => 'auto',
  eleventy: () => 'auto',
  hexo: ({ folder }) => hexoDialect(folder),
  quarto: () => 'pandoc',
  carpentries: () => 'pandoc',
  myst: () => 'myst',
  sphinx: (site) => sphinxDialect(configPath(site)),
  jekyll: async (site) => byName((await readData(configPath(site)))?.['markdown'], jekyllParsers, 'kramdown'),
  hugo: async (site) => {
    const markup = asMap((await readHugo(site))?.['markup']);
    return byName(markup?.['defaultMarkdownHandler'], hugoParsers, 'goldmark');
  },
};

/** The dialect that a site's posts are written in, by its configuration alone; `auto` where that does not tell. None of its code is run. */
export async function siteDialect(site: Site): Promise<Dialect> {
  return decisions[site.generator](site);
}

/** Values of `markdown` in Jekyll's configuration, in small letters; others are plug-ins. */
const jekyllParsers: ReadonlyMap<string, Dialect> = new Map([
  ['kramdown', 'kramdown'],
  ['commonmark', 'commonmark'],
  ['commonmarkghpages', 'gfm'],
  ['gfm', 'gfm'],
]);

/** Values of `markup.defaultMarkdownHandler` in Hugo's configuration. */
const hugoParsers: ReadonlyMap<string, Dialect> = new Map([
  ['goldmark', 'goldmark'],
  ['pandoc', 'pandoc'],
]);

/** The dialect of the parser that a configuration names, or of the one that is taken where it names none. */
function byName(named: unknown, parsers: ReadonlyMap<string, Dialect>, otherwise: Dialect): Dialect {
  if (named === undefined || named === null) return otherwise;
  return (typeof named === 'string' ? parsers.get(named.toLowerCase()) : undefined) ?? 'auto';
}
