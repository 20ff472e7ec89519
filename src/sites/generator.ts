/** A program that makes a site of a folder of Markdown. */
export type Generator =
  | 'carpentries'
  | 'docusaurus'
  | 'eleventy'
  | 'hexo'
  | 'hugo'
  | 'jekyll'
  | 'mdbook'
  | 'mkdocs'
  | 'myst'
  | 'quarto'
  | 'sphinx';

/** What tells a generator's folder, and what in it is not content. */
export interface GeneratorFolder {
  /** What people call it. */
  readonly title: string;
  /** Sets of names of which one must be there whole, beside each other; the first of a set is the configuration. */
  readonly markers: readonly (readonly string[])[];
  /** What it writes into its own folder, beside what every folder with such a name is taken for. */
  readonly writes: readonly string[];
  /** Its own folders beside the content: layouts, themes, forms of new posts. */
  readonly keeps: readonly string[];
  /** Whether names that begin with `_` are content like any other. */
  readonly readsUnderscores: boolean;
}

const either = (names: readonly string[], ...beside: readonly string[]): readonly (readonly string[])[] =>
  names.map((name) => [name, ...beside]);

const yaml = (name: string): readonly string[] => [`${name}.yml`, `${name}.yaml`];
const scripts = (name: string): readonly string[] =>
  ['js', 'mjs', 'cjs', 'ts'].map((ending) => `${name}.${ending}`);
const anyOf = (name: string): readonly string[] => [`${name}.toml`, ...yaml(name), `${name}.json`];

/** Every generator whose folders are known. Where several fit, the first is meant: Jupyter Book has a `_config.yml` as Jekyll has. */
export const generators: Readonly<Record<Generator, GeneratorFolder>> = {
  docusaurus: {
    title: 'Docusaurus',
    markers: either(scripts('docusaurus.config')),
    writes: ['build'],
    keeps: [],
    readsUnderscores: false,
  },
  mdbook: {
    title: 'mdBook',
    markers: either(['book.toml']),
    writes: ['book'],
    keeps: ['theme'],
    readsUnderscores: true,
  },
  quarto: {
    title: 'Quarto',
    markers: either(yaml('_quarto')),
    writes: [],
    keeps: [],
    readsUnderscores: false,
  },
  myst: {
    title: 'MyST',
    markers: [...either(yaml('myst')), ...either(yaml('_config'), '_toc.yml')],
    writes: [],
    keeps: [],
    readsUnderscores: false,
  },
  mkdocs: {
    title: 'MkDocs',
    markers: either(yaml('mkdocs')),
    writes: ['site'],
    keeps: [],
    readsUnderscores: true,
  },
  carpentries: {
    title: 'The Carpentries Workbench',
    markers: either(['config.yaml'], 'episodes'),
    writes: ['site'],
    keeps: ['renv'],
    readsUnderscores: false,
  },
  // Before Hugo, of which two folders alone may tell: a site of Eleventy can have folders of these names.
  eleventy: {
    title: 'Eleventy',
    markers: either(['.eleventy.js', ...scripts('eleventy.config')]),
    writes: [],
    keeps: [],
    readsUnderscores: false,
  },
  hugo: {
    title: 'Hugo',
    markers: [...either(anyOf('hugo')), ...either(anyOf('config'), 'content'), ['config', 'content']],
    writes: [],
    keeps: ['archetypes', 'layouts', 'themes'],
    readsUnderscores: true,
  },
  // Its configuration has the name of Jekyll's, and the form of a new post is a file of this folder.
  hexo: {
    title: 'Hexo',
    markers: either(yaml('_config'), 'scaffolds'),
    writes: [],
    keeps: ['scaffolds', 'themes'],
    readsUnderscores: false,
  },
  jekyll: {
    title: 'Jekyll',
    markers: either([...yaml('_config'), '_config.toml']),
    writes: [],
    keeps: [],
    readsUnderscores: false,
  },
  // Other programs have a file of this name too: what stands in it tells.
  sphinx: {
    title: 'Sphinx',
    markers: either(['conf.py']),
    writes: [],
    keeps: [],
    readsUnderscores: false,
  },
};
