import { expect, test } from 'vitest';
import { surveySite } from '../../src/sites/survey/survey-site.ts';
import type { SiteSurvey } from '../../src/sites/survey/site-facts.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

async function survey(files: Readonly<Record<string, string>>): Promise<SiteSurvey> {
  return surveySite(await temporaryFolder(files));
}

test.each([
  [
    'Hugo with a folder of configuration',
    {
      'config/_default/hugo.toml':
        'baseURL = "https://example.org/"\nlocale = "fr"\ncontentDir = "texte"\n[permalinks.page]\nposts = "/:year/:contentbasename/"\n',
      'content/a.md': '',
    },
    {
      generator: 'Hugo',
      foundBy: 'config',
      facts: {
        base: 'https://example.org',
        lang: 'fr',
        permalink: { posts: '/:year/:basename/' },
        posts: ['texte'],
      },
    },
  ],
  [
    'Hugo whose sections have patterns of their own',
    {
      'hugo.yaml':
        'permalinks: { posts: ":year/:slug/", news: /:slug/, a: /x/:slugorfilename, b: /:section/:filename/ }\n',
    },
    {
      generator: 'Hugo',
      foundBy: 'hugo.yaml',
      facts: { permalink: { posts: '/:year/:slug/', a: '/x/:basename', b: '/b/:basename/' } },
    },
  ],
  [
    'Hugo whose sections are all called by titles',
    { 'hugo.yaml': 'permalinks: { news: /:slug/, section: { posts: /:year/ } }\n' },
    { generator: 'Hugo', foundBy: 'hugo.yaml', facts: {} },
  ],
  [
    'Hugo whose dates stand in names, with a folder for its language',
    {
      'hugo.yaml':
        'defaultContentLanguageInSubdir: true\nfrontmatter: { date: [":filename", ":default"] }\npermalinks: { page: { blog: /:year/:slugorfilename/ } }\n',
    },
    {
      generator: 'Hugo',
      foundBy: 'hugo.yaml',
      facts: { permalink: { blog: '/en/:year/:slug/' } },
    },
  ],
  [
    'Hugo of several languages',
    {
      'hugo.yaml':
        'DefaultContentLanguage: fr\nlanguages: { en: { contentDir: content/en, baseURL: https://en.example.org/ }, FR: { contentDir: content/fr, BaseUrl: https://fr.example.org/, title: F } }\n',
      'content/fr/a.md': '',
    },
    {
      generator: 'Hugo',
      foundBy: 'hugo.yaml',
      facts: { title: 'F', lang: 'fr', base: 'https://fr.example.org', posts: ['content/fr'] },
    },
  ],
  [
    'Jekyll without a pattern',
    { '_config.yml': 'author: { name: Ann }\n' },
    {
      generator: 'Jekyll',
      foundBy: '_config.yml',
      facts: { creators: ['Ann'], permalink: '/:year/:month/:day/:title.html', posts: ['.'] },
    },
  ],
  [
    'Hexo',
    {
      '_config.yml':
        'title: H\nauthor: Ann\nlanguage: [de, en]\nurl: https://example.org\nroot: /blog/\nsource_dir: texts\npermalink: n/:year/:title/\n',
    },
    {
      generator: 'Hexo',
      foundBy: '_config.yml',
      facts: {
        title: 'H',
        lang: 'de',
        creators: ['Ann'],
        base: 'https://example.org/blog',
        permalink: { _posts: '/n/:year/:title/' },
        posts: ['texts'],
      },
    },
  ],
  [
    'Hexo with a pattern that no name of a file fills',
    { '_config.yml': 'permalink: ":category/:hash/"\n', 'scaffolds/post.md': '' },
    { generator: 'Hexo', foundBy: '_config.yml', facts: { posts: ['source'] } },
  ],
  [
    'Jekyll that is no YAML',
    { '_config.yml': '{' },
    { generator: 'Jekyll', foundBy: '_config.yml', notRead: 'cannot be read', facts: { posts: ['.'] } },
  ],
  [
    'Hugo of more than a megabyte',
    { 'hugo.toml': `# ${'a'.repeat(1_000_000)}\ntitle = "H"\n`, 'content/a.md': '' },
    {
      generator: 'Hugo',
      foundBy: 'hugo.toml',
      notRead: 'was not read, as it is larger than a megabyte',
      facts: { posts: ['.'], dialect: 'goldmark' },
    },
  ],
  [
    'Hugo of more than a megabyte, in a folder',
    { 'config/_default/hugo.toml': `# ${'a'.repeat(1_000_000)}\ntitle = "H"\n`, 'content/a.md': '' },
    {
      generator: 'Hugo',
      foundBy: 'config',
      notRead: 'was not read, as it is larger than a megabyte',
      facts: { posts: ['.'], dialect: 'goldmark' },
    },
  ],
  [
    'Hugo of an empty folder',
    { 'config/staging/hugo.toml': 'title = "H"\n', 'content/a.md': '' },
    {
      generator: 'Hugo',
      foundBy: 'config',
      notRead: 'holds no `_default/hugo.toml`',
      facts: { posts: ['.'], dialect: 'goldmark' },
    },
  ],
  [
    'MyST',
    {
      'myst.yml':
        'project: { title: M, authors: [{ name: Ann }, Bob], toc: [{ file: a.md }] }\nsite: { domains: [m.example.org] }\n',
    },
    {
      generator: 'MyST',
      foundBy: 'myst.yml',
      facts: { title: 'M', creators: ['Ann', 'Bob'], base: 'https://m.example.org', chapters: ['myst.yml'] },
    },
  ],
  [
    'Jupyter Book',
    { '_config.yml': 'title: J\nauthor: Ann\n', '_toc.yml': 'root: a\n' },
    {
      generator: 'MyST',
      foundBy: '_config.yml',
      facts: { title: 'J', creators: ['Ann'], chapters: ['_toc.yml'] },
    },
  ],
  [
    'Quarto',
    { '_quarto.yml': 'lang: de\nbook: { title: Q, author: Ann, chapters: [index.md] }\n' },
    {
      generator: 'Quarto',
      foundBy: '_quarto.yml',
      facts: { title: 'Q', lang: 'de', creators: ['Ann'], chapters: ['_quarto.yml'] },
    },
  ],
  [
    'Quarto without a language, whose pages are then English',
    { '_quarto.yml': 'website: { title: Q }\n' },
    { facts: { title: 'Q', lang: 'en', posts: ['.'] } },
  ],
  [
    'Docusaurus, whose configuration is plain',
    {
      'docusaurus.config.js':
        "module.exports = { title: 'D', url: 'https://d.org', baseUrl: '/x/', i18n: { defaultLocale: 'en' } };",
      'sidebars.js': "module.exports = { docs: ['a'] };",
      'docs/a.md': '',
    },
    {
      generator: 'Docusaurus',
      foundBy: 'docusaurus.config.js',
      facts: { title: 'D', lang: 'en', base: 'https://d.org/x', posts: ['docs'], chapters: ['sidebars.js'] },
    },
  ],
  [
    'MkDocs',
    { 'mkdocs.yml': 'site_name: K\nsite_url: https://k.org//\ndocs_dir: text\n' },
    {
      generator: 'MkDocs',
      foundBy: 'mkdocs.yml',
      facts: { title: 'K', base: 'https://k.org', posts: ['text'] },
    },
  ],
  [
    'Eleventy',
    { '.eleventy.js': 'process.exit(1)' },
    {
      generator: 'Eleventy',
      foundBy: '.eleventy.js',
      notRead: 'is a program, and was not run',
      facts: { posts: ['.'] },
    },
  ],
  [
    'Eleventy, whose pages lie in a folder that it names',
    {
      '.eleventy.js': "module.exports = () => ({ dir: { input: './src', includes: '_includes' } });",
      'src/a.md': '',
    },
    { notRead: 'is a program, and was not run', facts: { posts: ['src'] } },
  ],
  [
    'Eleventy, which names a folder that is not there',
    { '.eleventy.js': 'module.exports = { dir: { input: "src" } };' },
    { facts: { posts: ['.'] } },
  ],
  [
    'Sphinx',
    { 'conf.py': 'project = "A book"\nhtml_title = ""\nauthor = \'Ann\'\nextensions = ["myst_parser"]\n' },
    {
      generator: 'Sphinx',
      foundBy: 'conf.py',
      facts: { posts: ['.'], dialect: 'myst', title: 'A book', lang: 'en', creators: ['Ann'] },
    },
  ],
  ['a program that is not Sphinx', { 'conf.py': 'port = 80\n' }, { facts: { posts: ['.'] } }],
  [
    'Docusaurus, whose configuration is a program',
    {
      'docusaurus.config.ts':
        "const config = {\n  title: 'D',\n  url: 'https://d.org', // its address\n  baseUrl: '/x/',\n  themeConfig: {\n    title: 'E',\n  },\n  presets: [x()],\n};\n",
      'docs/a.md': '',
    },
    { facts: { title: 'D', lang: 'en', base: 'https://d.org/x', posts: ['docs'] } },
  ],
  [
    'Docusaurus with another language',
    { 'docusaurus.config.ts': "const config = {\n  i18n: { defaultLocale: 'fr', locales: x() },\n};\n" },
    { facts: { posts: ['.'], lang: 'fr' } },
  ],
  [
    'a list alone',
    { 'src/SUMMARY.md': '- [A](a.md)\n' },
    {
      generator: 'mdBook',
      foundBy: 'src/SUMMARY.md',
      facts: { posts: ['src'], chapters: ['src/SUMMARY.md'] },
    },
  ],
  [
    'MyST in a folder below',
    {
      'README.md': '',
      'docs/myst.yml': 'project: { title: M, toc: [{ file: a.md }] }\n',
      'docs/a.md': '',
      // A site is not searched for others.
      'docs/sub/mkdocs.yml': 'site_name: K\n',
    },
    {
      generator: 'MyST',
      foundBy: 'docs/myst.yml',
      facts: { title: 'M', posts: ['docs'], chapters: ['docs/myst.yml'], dialect: 'myst' },
      others: [],
    },
  ],
  [
    'a book without a configuration two folders below',
    { 'a/book/src/SUMMARY.md': '- [A](a.md)\n' },
    {
      generator: 'mdBook',
      foundBy: 'a/book/src/SUMMARY.md',
      facts: { posts: ['a/book/src'], chapters: ['a/book/src/SUMMARY.md'] },
      others: [],
    },
  ],
  [
    'a lesson in a folder below',
    {
      'lesson/config.yaml': 'title: L\nepisodes: [b.md, a.md]\n',
      'lesson/episodes/a.md': '',
      'lesson/episodes/b.md': '',
    },
    {
      facts: {
        posts: ['lesson'],
        chapters: [{ part: 'Episodes', posts: ['lesson/episodes/b.md', 'lesson/episodes/a.md'] }],
      },
    },
  ],
  [
    'several below, of which the least deep and the usual name come first',
    {
      'a/x/_quarto.yml': 'lang: en\n',
      'examples/mkdocs.yml': 'site_name: E\n',
      'website/docusaurus.config.js': 'export default {}',
      'website/docs/a.md': '',
      'node_modules/p/mkdocs.yml': 'site_name: P\n',
      '.hidden/mkdocs.yml': 'site_name: H\n',
      'b/c/d/mkdocs.yml': 'site_name: D\n',
    },
    {
      generator: 'Docusaurus',
      foundBy: 'website/docusaurus.config.js',
      facts: { posts: ['website/docs'], lang: 'en' },
      others: [
        { generator: 'MkDocs', foundBy: 'examples/mkdocs.yml', folder: 'examples' },
        { generator: 'Quarto', foundBy: 'a/x/_quarto.yml', folder: 'a/x' },
      ],
    },
  ],
  [
    'Docusaurus with its documents beside its folder',
    {
      'docs/a.md': '',
      'website/docusaurus.config.js': "module.exports = { presets: [x, { docs: { path: '../docs' } }] };",
      'website/sidebars.js': "module.exports = { docs: ['a'] };",
    },
    { foundBy: 'website/docusaurus.config.js', facts: { posts: ['docs'], lang: 'en' }, others: [] },
  ],
  [
    'a configuration in the folder itself, whatever lies below',
    { 'mkdocs.yml': 'site_name: K\n', 'docs/myst.yml': '' },
    { foundBy: 'mkdocs.yml', others: [] },
  ],
  [
    'a configuration below before a folder `content`',
    { 'content/a.md': '', 'docs/mkdocs.yml': 'site_name: K\n' },
    { foundBy: 'docs/mkdocs.yml', facts: { posts: ['docs/docs'] } },
  ],
  [
    'a folder `posts` before a configuration below',
    { 'posts/a.md': '', 'docs/mkdocs.yml': 'site_name: K\n' },
    {
      facts: { posts: ['posts'] },
      others: [{ generator: 'MkDocs', foundBy: 'docs/mkdocs.yml', folder: 'docs' }],
    },
  ],
  [
    'Eleventy with the folders of Hugo',
    { '.eleventy.js': '', 'config/x.js': '', 'content/a.md': '' },
    { generator: 'Eleventy', foundBy: '.eleventy.js' },
  ],
  ['posts alone', { 'posts/a.md': '' }, { facts: { posts: ['posts'] } }],
  ['files alone', { 'a.md': '' }, { facts: { posts: ['.'] } }],
])('%s', async (_name, files: Readonly<Record<string, string>>, found) => {
  expect(await survey(files)).toMatchObject(found);
});

test.each([
  ['a folder above', { 'book.toml': '[book]\nsrc = "../.."\n' }, { outside: ['../..'], posts: ['.'] }],
  ['an absolute one', { 'book.toml': '[book]\nsrc = "/srv"\n' }, { outside: ['/srv'], posts: ['.'] }],
  ['one of Windows', { 'mkdocs.yml': 'docs_dir: "C:\\\\notes"\n' }, { outside: ['C:\\notes'], posts: ['.'] }],
  ['one above a site below', { 'a/mkdocs.yml': 'docs_dir: ../../b\n' }, { outside: ['../b'], posts: ['a'] }],
  ['one beside a site below', { 'a/mkdocs.yml': 'docs_dir: ../b\n' }, { outside: undefined, posts: ['b'] }],
])('pages are taken from no place outside the folder: %s', async (_, files, expected) => {
  const { outside, facts } = await survey(files);
  expect({ outside, posts: facts.posts }).toEqual(expected);
});

test('a folder whose name holds a line break has no site', async () => {
  const found = await survey({ 'a\nb/myst.yml': 'project: {}\n', 'c/mkdocs.yml': 'site_name: C\n' });
  expect(found).toMatchObject({ foundBy: 'c/mkdocs.yml', others: [] });
});
