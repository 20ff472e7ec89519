import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPosts } from '../../src/project/find-posts.ts';
import type { Input } from '../../src/project/settings.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

interface Asked {
  readonly inputs?: readonly string[];
  readonly out?: string;
  readonly drafts?: boolean;
}

/** Files, and `path: why` for each name that was passed over. */
async function found(
  cwd: string,
  { inputs = ['.'], out, drafts = false }: Asked = {},
): Promise<readonly [readonly string[], readonly string[]]> {
  const named: readonly Input[] = inputs.map((name) => ({ name, path: join(cwd, name) }));
  const options = { cwd, drafts, ...(out !== undefined && { out: join(cwd, out) }) };
  const { files, passedOver } = await findPosts(named, options);
  return [files.map(({ file }) => file), passedOver.map(({ file, why }) => `${file}: ${why}`)];
}

const empty = (...paths: readonly string[]): Promise<string> =>
  temporaryFolder(Object.fromEntries(paths.map((path) => [path, ''])));

test('what package managers and generators write is no input, nor the folder that is written to', async () => {
  const cwd = await empty(
    'a.md',
    'node_modules/x/README.md',
    'sub/node_modules/y/README.md',
    'vendor/gem/README.md',
    '_site/a.md',
    'public/a.md',
    'dist/a.md',
    'sub/public/kept.md',
    'made/of/it.md',
    '_build/a.md',
  );
  expect(await found(cwd, { out: 'made' })).toEqual([
    ['a.md', 'sub/public/kept.md'],
    [
      '_build: generated',
      '_site: generated',
      'dist: generated',
      'made: output',
      'node_modules: packages',
      'public: generated',
      'sub/node_modules: packages',
      'vendor: packages',
    ],
  ]);
});

test('what is named is read, whatever its name', async () => {
  const cwd = await empty('node_modules/x/README.md', '_drafts/d.md', 'public/p.md', '_x.md');
  expect(await found(cwd, { inputs: ['node_modules/x', '_drafts', 'public', '_x.md'] })).toEqual([
    ['node_modules/x/README.md', '_drafts/d.md', 'public/p.md', '_x.md'],
    [],
  ]);
});

test('a name that holds no Markdown is not worth a word', async () => {
  const cwd = await empty('a.md', 'node_modules/x/index.js', '.git/HEAD.md', '_data/a.yml', '.cache/b.md');
  expect(await found(cwd)).toEqual([['a.md'], ['.cache: hidden']]);
});

test('links are told, never followed', async () => {
  const cwd = await empty('in/a.md', 'out/b.md', 'out/x.txt');
  await symlink(join(cwd, 'out'), join(cwd, 'in/folder'));
  await symlink(join(cwd, 'out/b.md'), join(cwd, 'in/file.md'));
  await symlink(join(cwd, 'out/x.txt'), join(cwd, 'in/other.txt'));
  expect(await found(cwd, { inputs: ['in'] })).toEqual([
    ['in/a.md'],
    ['in/file.md: link', 'in/folder: link'],
  ]);
});

test('a folder without a site: sections are read, other names with _ are told', async () => {
  const cwd = await empty('_index.md', 'a.md', '_keywords/b.md', 'b/_index.md', '_posts/c.md', 'README.md');
  expect(await found(cwd)).toEqual([
    ['README.md', '_index.md', '_posts/c.md', 'a.md', 'b/_index.md'],
    ['_keywords: underscore'],
  ]);
});

test('Jekyll: the folders of its collections are content, and drafts where they are asked for', async () => {
  const cwd = await temporaryFolder({
    '_config.yml': 'collections:\n  episodes: {output: true}\n  constructor:\n',
    'README.md': '',
    'docs/README.md': '',
    'index.md': '',
    '_episodes/1.md': '',
    '_posts/2011-01-02-p.md': '',
    '_drafts/d.md': '',
    '_includes/part.md': '',
  });
  const passed = ['README.md: readme', '_drafts: drafts', '_includes: underscore'];
  const content = ['_episodes/1.md', '_posts/2011-01-02-p.md', 'docs/README.md', 'index.md'];
  expect(await found(cwd)).toEqual([content, passed]);
  expect(await found(cwd, { drafts: true })).toEqual([
    ['_drafts/d.md', ...content],
    passed.filter((line) => !line.startsWith('_drafts')),
  ]);
});

test.each([
  ['a list', 'collections: [episodes]\n', ['_episodes/1.md', 'a.md']],
  ['what it includes', 'include: [_pages/, 5]\n', ['_pages/p.md', 'a.md']],
  ['no map at all', '- collections\n', ['a.md']],
  ['no YAML', 'collections: {\n', ['a.md']],
])('Jekyll whose configuration has %s', async (_what, config, files) => {
  const cwd = await temporaryFolder({
    '_config.yml': config,
    '_episodes/1.md': '',
    '_pages/p.md': '',
    'a.md': '',
  });
  expect((await found(cwd))[0]).toEqual(files);
});

test('Hugo: every name of the content is content, what it keeps beside it is not', async () => {
  const cwd = await empty(
    'hugo.toml',
    'README.md',
    'archetypes/default.md',
    'themes/t/README.md',
    'content/_index.md',
    'content/_archived/a.md',
    'content/README.md',
  );
  const content = ['content/README.md', 'content/_archived/a.md', 'content/_index.md'];
  expect(await found(cwd)).toEqual([content, ['README.md: readme', 'archetypes: own', 'themes: own']]);
  expect(await found(cwd, { inputs: ['content'] })).toEqual([content, []]);
});

test.each([
  [
    'mdBook',
    ['book.toml', 'src/SUMMARY.md', 'src/a.md', 'book/a.md'],
    ['src/a.md'],
    ['book: generated', 'src/SUMMARY.md: contents'],
  ],
  ['no book', ['src/SUMMARY.md', 'book/a.md'], ['book/a.md', 'src/SUMMARY.md'], []],
  ['MkDocs', ['mkdocs.yml', 'docs/a.md', 'site/a.md'], ['docs/a.md'], ['site: generated']],
  [
    'Docusaurus',
    ['docusaurus.config.js', 'docs/_part.md', 'docs/a.md', 'build/a.md'],
    ['docs/a.md'],
    ['build: generated', 'docs/_part.md: underscore'],
  ],
  ['Jupyter Book', ['_config.yml', '_toc.yml', 'a.md', '_build/a.md'], ['a.md'], ['_build: generated']],
  ['Hugo below a folder of another', ['config/x.yml', 'content/_x.md', 'config.yaml'], ['content/_x.md'], []],
  [
    'the Carpentries',
    ['config.yaml', 'episodes/1.md', 'site/built/1.md'],
    ['episodes/1.md'],
    ['site: generated'],
  ],
])('%s', async (_generator, paths, files, passed) => {
  expect(await found(await empty(...paths))).toEqual([files, passed]);
});

test.each([
  ['# Summary\n\n[Start](a.md)\n\n---\n\n- [One](b.md)\n  - [Later]()\n<!-- words -->\n', true],
  ['* [One](a.md)\n', true],
  ['# Summary\n\nIt was a good year.\n\n- [One](a.md)\n', false],
  ['- [The site](https://example.org/)\n', false],
  ['# Summary\n', false],
])(
  'a list of chapters without the configuration of its book is none of its pages: %j',
  async (list, isOne) => {
    const cwd = await temporaryFolder({ 'src/SUMMARY.md': list, 'src/a.md': '', 'other/summary.md': list });
    expect(await found(cwd)).toEqual(
      isOne
        ? [['other/summary.md', 'src/a.md'], ['src/SUMMARY.md: contents']]
        : [['other/summary.md', 'src/SUMMARY.md', 'src/a.md'], []],
    );
    expect(await found(cwd, { inputs: ['src/SUMMARY.md'] })).toEqual([['src/SUMMARY.md'], []]);
  },
);

test('a site above a checkout is not that of the checkout', async () => {
  const cwd = await empty(
    'hugo.toml',
    'inner/.git/HEAD',
    'inner/posts/_x.md',
    'inner/posts/a.md',
    'other/_x.md',
  );
  expect(await found(cwd, { inputs: ['inner/posts'] })).toEqual([
    ['inner/posts/a.md'],
    ['inner/posts/_x.md: underscore'],
  ]);
  expect(await found(cwd, { inputs: ['other'] })).toEqual([['other/_x.md'], []]);
});

test('files of Quarto are posts, and those of MDX are told', async () => {
  const cwd = await empty('a.qmd', 'b.md', 'sub/c.mdx', 'sub/d.mdxx', '_x/e.mdx');
  expect(await found(cwd)).toEqual([['a.qmd', 'b.md'], ['sub/c.mdx: mdx']]);
  await expect(found(cwd, { inputs: ['sub'] })).rejects.toThrow(
    'no posts (.md, .markdown, .mkd, .qmd, .Rmd) in sub; `sub/c.mdx` is not read',
  );
  await expect(found(cwd, { inputs: ['sub/c.mdx'] })).rejects.toThrow(
    'sub/c.mdx: a post is a Markdown file (.md, .markdown, .mkd, .qmd, .Rmd)',
  );
});

test('files of R Markdown are posts, unless what was made of them stands beside them', async () => {
  const cwd = await empty('a.Rmd', 'b.rmd', 'b.md', 'c.mkd', 'd.Rmd', 'd.markdown', 'e.Rmdx');
  expect(await found(cwd)).toEqual([
    ['a.Rmd', 'b.md', 'c.mkd', 'd.markdown'],
    ['b.rmd: knitted', 'd.Rmd: knitted'],
  ]);
  expect(await found(cwd, { inputs: ['d.Rmd'] })).toEqual([['d.Rmd'], []]);
});

test('where nothing is left, it is said what there would have been', async () => {
  const cwd = await empty('node_modules/x/README.md');
  await expect(found(cwd)).rejects.toThrow(
    'no posts (.md, .markdown, .mkd, .qmd, .Rmd) in .; `node_modules` is not read unless it is named',
  );
});
