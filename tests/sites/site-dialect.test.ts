import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSite, siteFinder } from '../../src/sites/find-site.ts';
import { siteDialect } from '../../src/sites/site-dialect.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

test.each([
  ['Jekyll', { '_config.yml': 'title: A\n' }, 'kramdown'],
  ['Jekyll that names its own', { '_config.yml': 'markdown: Kramdown\n' }, 'kramdown'],
  ['Jekyll with the parser of GitHub', { '_config.yml': 'markdown: CommonMarkGhPages\n' }, 'gfm'],
  ['Jekyll with CommonMark', { '_config.yml': 'markdown: CommonMark\n' }, 'commonmark'],
  ['Jekyll with a parser of its own', { '_config.yml': 'markdown: MyParser\n' }, 'auto'],
  ['Jekyll that names no parser by a text', { '_config.yml': 'markdown: [a]\n' }, 'auto'],
  [
    'Hexo, told from Jekyll by its folder',
    {
      '_config.yml': 'theme: a\n',
      'scaffolds/post.md': '',
      'package.json': '{"dependencies":{"hexo-renderer-marked":"7"}}',
    },
    'gfm',
  ],
  [
    'Hexo, told from Jekyll by its keys',
    {
      '_config.yml': 'new_post_name: ":title.md"\n',
      'package.json': '{"dependencies":{"hexo-renderer-pandoc":"0"}}',
    },
    'pandoc',
  ],
  [
    'Hexo with a renderer that is not known',
    { '_config.yml': 'source_dir: source\n', 'package.json': '{}' },
    'auto',
  ],
  ['Hexo without a package', { '_config.yml': 'public_dir: public\n' }, 'auto'],
  [
    'Jekyll, which has a theme and permalinks too',
    { '_config.yml': 'theme: minima\npermalink: pretty\nsource: a\n' },
    'kramdown',
  ],
  ['Hugo', { 'hugo.toml': 'title = "A"\n' }, 'goldmark'],
  ['Hugo of old', { 'config.toml': 'title = "A"\n', 'content/a.md': '' }, 'goldmark'],
  ['Hugo with pandoc', { 'hugo.yaml': 'markup: { defaultMarkdownHandler: pandoc }\n' }, 'pandoc'],
  ['Hugo with what is gone', { 'hugo.yaml': 'markup: { defaultMarkdownHandler: blackfriday }\n' }, 'auto'],
  [
    'Hugo with a folder of configuration',
    {
      'config/_default/hugo.toml': 'title = "A"\n',
      'config/_default/markup.toml': 'defaultMarkdownHandler = "pandoc"\n',
      'content/a.md': '',
    },
    'pandoc',
  ],
  ['MyST', { 'myst.yml': '' }, 'myst'],
  ['Sphinx with MyST', { 'conf.py': 'extensions = [\n    "myst_nb",\n]\n' }, 'myst'],
  ['Sphinx with another parser', { 'conf.py': "extensions = ['recommonmark']\n" }, 'auto'],
  ['Jupyter Book, which is no Jekyll', { '_config.yml': '', '_toc.yml': '' }, 'myst'],
  ['Quarto', { '_quarto.yml': '' }, 'pandoc'],
  ['The Carpentries', { 'config.yaml': '', 'episodes/a.md': '' }, 'pandoc'],
  ['mdBook', { 'book.toml': '' }, 'mdbook'],
  ['MkDocs, which has admonitions', { 'mkdocs.yml': '' }, 'auto'],
  ['Docusaurus, which has divs', { 'docusaurus.config.js': '' }, 'auto'],
  ['Eleventy, which is configured by a program', { '.eleventy.js': '' }, 'auto'],
])('%s', async (_, files, expected) => {
  const site = await findSite(await temporaryFolder(files));
  expect(site && (await siteDialect(site))).toBe(expected);
});

test('a folder without configuration is no site, whatever it holds', async () => {
  const folder = await temporaryFolder({ '.git/HEAD': '', '_posts/a.md': '{: .x }', 'SUMMARY.md': '' });
  expect(await findSite(folder)).toBeUndefined();
});

test('the innermost site is found, and none behind the root of a checkout', async () => {
  const folder = await temporaryFolder({
    '_config.yml': '',
    'docs/book.toml': '',
    'docs/src/a.md': '',
    'other/.git/HEAD': '',
    'other/a.md': '',
  });
  const find = siteFinder();
  const seen = async (path: string): Promise<string | undefined> =>
    (await find(join(folder, path)))?.generator;
  expect(await seen('docs/src')).toBe('mdbook');
  expect(await seen('docs')).toBe('mdbook');
  expect(await seen('.')).toBe('jekyll');
  expect(await seen('not/there')).toBe('jekyll');
  expect(await seen('other')).toBeUndefined();
});
