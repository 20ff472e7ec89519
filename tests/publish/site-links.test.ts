import { expect, test } from 'vitest';
import { checkPosts } from '../../src/publish/check-posts.ts';
import { printMessages } from '../posts/read-text.ts';
import { temporaryFolder } from './temporary-folder.ts';

const post = '---\ntitle: T\nlang: en\n---\nSee [one](/one/) and [two]({% post_url 2020-01-02-two %}).\n';
const missing = (column: number, target: string, says: string): string =>
  `5:${column} error link-target-missing Link target “${target}” is not part of the publication; if its site has it, ${says} says where`;
const linksSay = '`links: { base, permalink }` in tagleaf.yaml';
const permalinkSays = '`permalink` under `links` in tagleaf.yaml';
const one =
  'Link is written as its words alone, for it leads to a part of the site whose address is not known';
const onePost = 'Link is written as its words alone, for it leads to a post whose address is not known';
const noBase = 'tagleaf.yaml has no `links: { base }`';
const unknown = (column: number, what: string, addresses: string, lacks = noBase): string =>
  `5:${column} warning link-address-unknown ${what}: ${addresses} (${lacks})`;

test.each([
  ['no links', '{}', [missing(22, '2020-01-02-two', linksSay), unknown(5, one, '“/one/”')]],
  ['an address', 'links: {base: "https://example.gov/"}', [missing(22, '2020-01-02-two', permalinkSays)]],
  ['an address and a pattern', 'links: {base: "https://example.gov", permalink: "/:year/:title/"}', []],
])('%s in the configuration', async (_, config, expected) => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': config, 'posts/a.md': post });
  const { report } = await checkPosts({ cwd }, { fix: false });
  expect(printMessages(report.messages)).toEqual(expected);
});

const other = '---\ntitle: O\nlang: en\n---\nWords.\n';
const dated = 'links: {base: "https://example.gov", permalink: "/:year/:month/:day/:title.html"}';
const noTarget = 'error link-target-missing Link target “2020-01-02-two” is not part of the publication';
const noPost = 'error link-target-missing Post “2020-01-02-two” is not part of the site';

test.each([
  [
    'the site does not have',
    '_config.yml',
    '_posts/2020-01-02-twofold.md',
    [`1 ${noTarget}`, `47 ${noPost}`],
  ],
  ['the site has', '_config.yml', '_posts/2020-01-02-two.md', []],
  ['the site has in a folder and another language', '_config.yml', 'b/_posts/2020-01-02-Two.textile', []],
  ['a folder that is no site does not have', 'notes.txt', '_posts/2020-01-02-one.md', []],
])('a post that %s, by its name', async (_, config, file, expected) => {
  const body = '[Two]({% post_url 2020-01-02-two %}) and also {% post_url 2020-01-02-two %}';
  const files = { 'tagleaf.yaml': `posts: _posts\ndialect: kramdown\n${dated}`, [config]: '', [file]: other };
  const places = expected.map((told) => `5:${told}`).toSorted();
  expect((await check('_posts/2020-01-01-one.md', body, files)).toSorted()).toEqual(places);
});

/** What is said of a post with this body at `path` of a folder with these other files. */
async function check(
  path: string,
  body: string,
  others: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const cwd = await temporaryFolder({
    'tagleaf.yaml': others['tagleaf.yaml'] ?? 'posts: .\ndialect: commonmark',
    ...others,
    [path]: `---\ntitle: T\nlang: en\n---\n${body}\n`,
  });
  const { report } = await checkPosts({ cwd, inputs: [path] }, { fix: false });
  return printMessages(report.messages);
}

test.each([
  // [where the post is, what it links to, a file of the site, the configuration of the generator]
  ['a page beside it by its address', 'content/a/_index.md', 'b', 'content/a/b.md', 'hugo.toml'],
  ['a page seen from its own address', 'content/a/b.md', '../c/', 'content/a/c.md', 'hugo.toml'],
  [
    'a page named by its file alone',
    'content/a/b.md',
    '2020-01-02-x.md',
    'content/z/2020-01-02-x.md',
    'hugo.toml',
  ],
  ['a file that another folder brings', 'learners/a.md', 'data/x.zip', 'episodes/data/x.zip', 'config.yaml'],
  ['a file outside the chapters', 'src/a.md', '../b.md#x', 'b.md', 'book.toml'],
  ['a page of a folder that is no site', 'a.md', 'b.md', 'b.md', 'notes.txt'],
  [
    'a name that a template of Hugo knows',
    'content/a.md',
    'g',
    'layouts/_markup/render-link.html',
    'hugo.toml',
  ],
  [
    'a section that no file speaks for',
    'content/news/a.md',
    'events',
    'content/events/2019/b.md',
    'hugo.toml',
  ],
  ['a section of a language', 'content/news/a.md', '/about/_index.md', 'content/en/about/b.md', 'hugo.toml'],
  ['the README of a folder', 'src/a/b.md', '../c/index.html', 'src/c/README.md', 'book.toml'],
  ['a notebook', 'a.md', './b/c', 'b/c.ipynb', 'myst.yml'],
  ['a page of Quarto by its address', 'a.md', 'b/c.html#d', 'b/c.qmd', '_quarto.yml'],
  [
    'a page by its path from the root',
    'content/b/a.md',
    './b/c.html',
    'content/b/c.md',
    'eleventy.config.js',
  ],
  ['a page whose address is encoded', 'content/a.md', 'b%C3%A9.md', 'content/bé.md', 'hugo.toml'],
])('a link to %s is not called a link to nothing', async (_, path, target, file, config) => {
  const files = { [config]: '', [file]: other, 'episodes/01-a.md': other, 'content/other.md': other };
  const what = /\.md\b/u.test(target) ? onePost : one;
  expect(await check(path, `[Go](${target})`, files)).toEqual([unknown(1, what, `“${target}”`)]);
});

test.each(['id: named', 'slug: named', 'permalink: /docs/named', 'title: T\nurl: /docs/named/'])(
  'a page that calls itself otherwise than its file (%s) is one of the site',
  async (matter) => {
    const files = {
      'website/docusaurus.config.js': 'export default {}',
      'docs/b.md': `---\n${matter}\n---\nWords.\n`,
    };
    const told = unknown(1, one, '“../docs/named”');
    expect(await check('docs/a.md', '[Go](../docs/named)', files)).toEqual([told]);
    expect(await check('docs/a.md', '[Go](../docs/other)', files)).toEqual([
      missing(1, '../docs/other', linksSay),
    ]);
  },
);

test.each([
  ['a page that no file has', 'content/a/_index.md', 'c', 'content/a/b.md', 'hugo.toml'],
  ['a file of Markdown at the root that is not there', 'content/a.md', '/c.md', 'content/b.md', 'hugo.toml'],
  ['a folder in a section', 'content/a.md', '2019', 'content/events/2019/b.md', 'hugo.toml'],
  ['a folder where none is a page', 'content/news/a.md', 'events', 'content/events/2019/b.md', '_config.yml'],
  ['a chapter that lies elsewhere', 'src/a.md', 'b.md', 'src/z/b.md', 'book.toml'],
  ['what lies outside the site', 'content/a.md', '../../b.md', 'content/c.md', 'hugo.toml'],
  ['what packages hold', 'content/a.md', 'b.md', 'node_modules/b.md', 'hugo.toml'],
  [
    'a name that no template of Hugo knows',
    'content/a.md',
    'g',
    'layouts/_markup/render-image.html',
    'hugo.toml',
  ],
  ['a path, whatever the template', 'content/a.md', 'g/h', 'layouts/_markup/render-link.html', 'hugo.toml'],
  ['the README of another folder', 'src/a/b.md', '../c/index.html', 'src/d/README.md', 'book.toml'],
  ['a picture of the name', 'a.md', 'b/c', 'b/c.png', 'myst.yml'],
  ['what Quarto wrote', 'content/a.md', 'b.md', '_book/b.md', 'hugo.toml'],
])('a link to %s is one to nothing', async (_, path, target, file, config) => {
  const files = { [config]: '', [file]: other };
  const told = /\.md\b/u.test(target)
    ? `5:1 error link-target-missing Link target “${target}” is not part of the publication`
    : missing(1, target, linksSay);
  expect(await check(path, `[Go](${target})`, files)).toEqual([told]);
});

test('of a folder `content` the folders are sections, also where no configuration says of what it is', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml': 'posts: content\ndialect: goldmark',
    'content/events/2019/b.md': other,
    'content/news/a.md': '---\ntitle: T\nlang: en\n---\n[Go](events) [on](2019)\n',
  });
  const { report } = await checkPosts({ cwd }, { fix: false });
  expect(printMessages(report.messages)).toEqual([
    missing(14, '2019', linksSay),
    unknown(1, one, '“events”'),
  ]);
});

const site = (permalink: string): string =>
  `posts: .\ndialect: commonmark\nlinks: {base: "https://x.gov"${permalink}}`;
const noPattern = '`links` of tagleaf.yaml has no `permalink`';
const asks = (names: string): string =>
  `\`permalink\` asks for ${names}, which the name of the file does not say`;

test.each([
  // [the pattern, what a post in blog/ links to, the name of the file there, what is lacking]
  ['', '../news/b.md', noPattern],
  [', permalink: "/:year/:day/:title/"', '../news/b.md', asks('`:year`, `:day`')],
  [', permalink: {blog: "/:title/"}', '../news/b.md', `${noPattern} for the folder \`news\``],
  [', permalink: {blog: "/:title/"}', '../b.md', `${noPattern} for files outside of its folders`],
  [', permalink: {news: "/:month/:basename"}', '../news/b.md#c', asks('`:month`')],
  [', permalink: "/:title/"', '../news/_index.md', asks('`:title`')],
  ['', '../news/b/', `it is seen from the address of the post, and ${noPattern}`],
  [
    ', permalink: {news: "/:title/"}',
    '../news/b/',
    'it is seen from the address of the post, which is not known',
  ],
])('with “base%s” it is said what is lacking to know %s', async (permalink, target, lacks) => {
  const files = {
    'tagleaf.yaml': site(permalink),
    'b.md': other,
    'news/b.md': other,
    'news/_index.md': other,
  };
  const what = target.includes('.md') ? onePost : one;
  const cwd = await temporaryFolder({
    ...files,
    'blog/a.md': `---\ntitle: T\nlang: en\n---\n[Go](${target})\n`,
  });
  const { report } = await checkPosts({ cwd }, { fix: false });
  const told = report.messages.filter(({ file }) => file === 'blog/a.md');
  expect(printMessages(told)).toEqual([unknown(1, what, `“${target}”`, lacks)]);
});

test('all such links of a post are told once', async () => {
  const body = '[1](/a/) [2](/b/) [3](/a/) [4](/c/) [5](/d/)';
  const what =
    '5 links are written as their words alone, for they lead to parts of the site whose addresses are not known';
  expect(await check('p.md', body, {})).toEqual([unknown(1, what, '“/a/”, “/b/”, “/c/”, “/d/”')]);
});

test('a link without an address is told as such', async () => {
  expect(await check('p.md', '[Later]()', {})).toEqual([
    '5:1 error link-target-missing Link without an address',
  ]);
});

test('a page that is named by its file has the address of a page', async () => {
  const config = { 'tagleaf.yaml': 'links: {base: "https://example.gov"}' };
  expect(await check('p.md', '[1](/about/_index.md) [2](/a/b.md#c)', config)).toEqual([]);
});
