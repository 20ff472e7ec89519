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
      isRead: true,
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
      isRead: true,
      facts: { permalink: { posts: '/:year/:slug/', a: '/x/:basename', b: '/b/:basename/' } },
    },
  ],
  [
    'Hugo whose sections are all called by titles',
    { 'hugo.yaml': 'permalinks: { news: /:slug/, section: { posts: /:year/ } }\n' },
    { generator: 'Hugo', foundBy: 'hugo.yaml', isRead: true, facts: {} },
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
      isRead: true,
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
      isRead: true,
      facts: { title: 'F', lang: 'fr', base: 'https://fr.example.org', posts: ['content/fr'] },
    },
  ],
  [
    'Jekyll without a pattern',
    { '_config.yml': 'author: { name: Ann }\n' },
    {
      generator: 'Jekyll',
      foundBy: '_config.yml',
      isRead: true,
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
      isRead: true,
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
    { generator: 'Hexo', foundBy: '_config.yml', isRead: true, facts: { posts: ['source'] } },
  ],
  [
    'Jekyll that is no YAML',
    { '_config.yml': '{' },
    { generator: 'Jekyll', foundBy: '_config.yml', isRead: false, facts: { posts: ['.'] } },
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
      isRead: true,
      facts: { title: 'M', creators: ['Ann', 'Bob'], base: 'https://m.example.org', chapters: ['myst.yml'] },
    },
  ],
  [
    'Jupyter Book',
    { '_config.yml': 'title: J\nauthor: Ann\n', '_toc.yml': 'root: a\n' },
    {
      generator: 'MyST',
      foundBy: '_config.yml',
      isRead: true,
      facts: { title: 'J', creators: ['Ann'], chapters: ['_toc.yml'] },
    },
  ],
  [
    'Quarto',
    { '_quarto.yml': 'lang: de\nbook: { title: Q, author: Ann, chapters: [index.md] }\n' },
    {
      generator: 'Quarto',
      foundBy: '_quarto.yml',
      isRead: true,
      facts: { title: 'Q', lang: 'de', creators: ['Ann'], chapters: ['_quarto.yml'] },
    },
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
      isRead: true,
      facts: { title: 'D', lang: 'en', base: 'https://d.org/x', posts: ['docs'], chapters: ['sidebars.js'] },
    },
  ],
  [
    'MkDocs',
    { 'mkdocs.yml': 'site_name: K\nsite_url: https://k.org//\ndocs_dir: text\n' },
    {
      generator: 'MkDocs',
      foundBy: 'mkdocs.yml',
      isRead: true,
      facts: { title: 'K', base: 'https://k.org', posts: ['text'] },
    },
  ],
  [
    'Eleventy',
    { '.eleventy.js': 'process.exit(1)' },
    { generator: 'Eleventy', foundBy: '.eleventy.js', isRead: false, facts: { posts: ['.'] } },
  ],
  [
    'a list alone',
    { 'src/SUMMARY.md': '- [A](a.md)\n' },
    {
      generator: 'mdBook',
      foundBy: 'src/SUMMARY.md',
      isRead: true,
      facts: { posts: ['src'], chapters: ['src/SUMMARY.md'] },
    },
  ],
  ['posts alone', { 'posts/a.md': '' }, { isRead: true, facts: { posts: ['posts'] } }],
  ['files alone', { 'a.md': '' }, { isRead: true, facts: { posts: ['.'] } }],
])('%s', async (_name, files: Readonly<Record<string, string>>, found) => {
  expect(await survey(files)).toMatchObject(found);
});
