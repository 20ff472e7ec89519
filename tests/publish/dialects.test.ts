import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPosts } from '../../src/publish/check-posts.ts';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { printMessages } from '../posts/read-text.ts';
import { build } from './build.ts';
import { temporaryFolder } from './temporary-folder.ts';

const head = (title: string): string => `---\ntitle: ${title}\nlang: en\n---\n\n`;
// Mathematics in all dialects but kramdown, in which it takes two signs.
const post = `${head('A')}Let $x^2$ be.\n`;
const site = { '_config.yml': 'title: S\n', '_posts/a.md': post };
const decided = '- info dialect-decided This is a site of Jekyll: its posts are read as kramdown';

const bytesOf = ({ files }: BuildReport): readonly (Uint8Array | undefined)[] =>
  files.filter(({ path }) => path.endsWith('/a.epub')).map(({ content }) => content);
const made = { formats: ['epub' as const], pageList: false, write: false };

test('a post is read as its site has it, alone, in its folder and with others', async () => {
  const cwd = await temporaryFolder({ ...site, '_posts/b.md': `${head('B')}::: note\nWords.\n:::\n` });
  const alone = await build({ cwd, inputs: ['_posts/a.md'], ...made });
  const folder = await build({ cwd, inputs: ['_posts'], ...made });
  const whole = await build({ cwd, inputs: ['.'], ...made });
  const inside = await build({ cwd: join(cwd, '_posts'), inputs: ['a.md'], ...made });
  for (const report of [alone, folder, whole, inside]) {
    expect(new Set(report.files.map(({ dialects }) => dialects.join()))).toEqual(new Set(['kramdown']));
    expect(printMessages(report.messages)).toEqual([decided]);
    expect(bytesOf(report)).toEqual(bytesOf(alone));
  }
  expect(alone.messages.map(({ file }) => file)).toEqual(['_config.yml']);
  expect(inside.messages.map(({ file }) => file)).toEqual([join(cwd, '_config.yml')]);
});

test('without the configuration of a site the same post is another, and nothing is told', async () => {
  const cwd = await temporaryFolder({ '.git/HEAD': '', '_posts/a.md': post });
  const report = await build({ cwd, inputs: ['_posts'], ...made });
  expect(report.files.map(({ dialects }) => dialects)).toEqual([['auto']]);
  expect(printMessages(report.messages)).toEqual([
    '6:5 warning math-unread Mathematics in TeX, first “$x^2$”: kept as code',
  ]);
});

test('what the project says wins over its site, and is not told', async () => {
  const cwd = await temporaryFolder({ ...site, 'tagleaf.yaml': 'posts: _posts\ndialect: gfm\n' });
  const report = await build({ cwd, ...made });
  expect(report.files.map(({ dialects }) => dialects)).toEqual([['gfm']]);
  expect(printMessages(report.messages)).not.toContain(decided);
});

test('the ending of Quarto says the dialect where the project does not', async () => {
  const cell = `${head('Q')}\`\`\`{python}\n#| warning: false\nx = 1\n\`\`\`\n\n::: {.callout-tip}\nWords.\n:::\n`;
  const cwd = await temporaryFolder({ '.git/HEAD': '', 'q.qmd': cell, 'own/tagleaf.yaml': 'dialect: gfm\n' });
  const report = await build({ cwd, inputs: ['.'], ...made });
  expect(report.files.map(({ path, dialects }) => [path, dialects])).toEqual([
    ['dist/publications/q.epub', ['pandoc']],
  ]);
  expect(printMessages(report.messages)).toEqual([]);
  const tagleaf = await openTagleaf(undefined, { cwd });
  const { document } = await tagleaf.read(cell, { file: 'q.qmd' });
  expect(document?.body.map(({ type }) => type)).toEqual(['code-block', 'callout']);
  const said = await build({ cwd, inputs: ['q.qmd'], config: 'own/tagleaf.yaml', ...made });
  expect(said.files.map(({ dialects }) => dialects)).toEqual([['gfm']]);
});

test('other posts decide nothing', async () => {
  const plain = { '.git/HEAD': '', 'posts/a.md': post };
  const alone = await build({ cwd: await temporaryFolder(plain), ...made });
  const others = {
    'posts/b.md': `${head('B')}{: #x .y}\nWords.\n`,
    'posts/c.md': `${head('C')}:::{note}\nWords.\n:::\n`,
  };
  const beside = await build({ cwd: await temporaryFolder({ ...plain, ...others }), ...made });
  expect(bytesOf(beside)).toEqual(bytesOf(alone));
});

test('`check` and the steps of the library read as a build does', async () => {
  const cwd = await temporaryFolder(site);
  const { report } = await checkPosts({ cwd, inputs: ['_posts/a.md'] }, { fix: false });
  expect(printMessages(report.messages)).toEqual([decided]);
  const tagleaf = await openTagleaf(undefined, { cwd });
  const read = await tagleaf.read(post, { file: '_posts/a.md', root: '_posts' });
  expect(read.document?.dialect).toBe('kramdown');
  expect(read.document && plainText(read.document)).toContain('Let $x^2$ be.');
  expect(printMessages(read.messages)).toEqual([decided]);
  const publication = tagleaf.publication(read);
  const { bytes } = await tagleaf.epub(publication);
  expect([bytes]).toEqual(bytesOf(await build({ cwd, inputs: ['_posts/a.md'], ...made })));
  // Bytes without a folder lie in no site.
  expect((await tagleaf.read(post, { file: '_posts/a.md' })).document?.dialect).toBe('auto');
});

test('a book tells each site once, and the dialects of all its posts', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml':
      'collections: { one: { title: O, lang: en, posts: [j, h, p] }, two: { title: T, lang: en, posts: j } }\n',
    '.git/HEAD': '',
    'j/_config.yml': '',
    'j/a.md': post,
    'h/hugo.toml': '',
    'h/b.md': `${head('B')}Words.\n`,
    'p/c.md': `${head('C')}Words.\n`,
  });
  const report = await build({ cwd, collections: true, ...made });
  expect(report.files.map(({ dialects }) => dialects)).toEqual([
    ['kramdown', 'goldmark', 'auto'],
    ['kramdown'],
  ]);
  expect(report.messages.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    'j/_config.yml: This is a site of Jekyll: its posts are read as kramdown',
    'h/hugo.toml: This is a site of Hugo: its posts are read as goldmark',
  ]);
  const tagleaf = await openTagleaf(undefined, { cwd });
  const { messages } = await tagleaf.collection('two');
  expect(printMessages(messages)).toEqual([decided]);
});

test('a wrong dialect is refused with those that there are', async () => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': 'dialect: markdown\n', 'posts/a.md': post });
  await expect(build({ cwd, ...made })).rejects.toThrow(
    'tagleaf.yaml:1:1: `dialect` must be "auto", "commonmark", "gfm", "kramdown", "goldmark", "mdbook", "myst" or "pandoc", not "markdown"',
  );
  expect(await readFile(join(cwd, 'posts/a.md'), 'utf8')).toBe(post);
});
