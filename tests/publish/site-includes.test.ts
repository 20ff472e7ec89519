import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { findNearby } from '../../src/publish/nearby-files.ts';
import { checkPosts } from '../../src/publish/check-posts.ts';
import { build } from './build.ts';
import { temporaryFolder } from './temporary-folder.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';
const post = `${head}See {% include note.txt %}.\n`;
const made = { formats: ['epub' as const], pageList: false, write: false };

async function readFrom(cwd: string, root: string, file: string): Promise<Document> {
  const tagleaf = await openTagleaf(undefined, { cwd });
  const { document } = await tagleaf.read(post, { root, file });
  return document ?? expect.fail();
}

test.each([
  ['a site', { 'site/_config.yml': '' }],
  ['a folder `_posts` alone', {}],
])('what lies beside the posts of %s is included, whatever of it is built', async (_, config) => {
  const cwd = await temporaryFolder({
    ...config,
    '.git/HEAD': '',
    'site/_posts/2011/a.md': post,
    'site/_includes/note.txt': 'the *note*',
  });
  const contents = new Set<string>();
  for (const input of ['site/_posts/2011/a.md', 'site/_posts/2011', 'site/_posts', 'site', '.']) {
    const { files } = await build({ cwd, inputs: [input], ...made });
    expect(files).toHaveLength(1);
    for (const { sha256 } of files) contents.add(sha256);
    const { report } = await checkPosts({ cwd, inputs: [input] }, { fix: false });
    expect(report.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  }
  expect(contents.size).toBe(1);
  for (const root of ['site/_posts', 'site', '.'])
    expect(plainText(await readFrom(cwd, root, 'site/_posts/2011/a.md'))).toContain('See the note.');
});

test('nothing else that lies above the folder of the posts is seen', async () => {
  const cwd = await temporaryFolder({
    '_config.yml': '',
    'secret.txt': 'Secret',
    'other/note.txt': 'Other',
    '_includes/note.txt': 'Note',
    '_posts/a.md': post,
  });
  await symlink('../secret.txt', join(cwd, '_includes/link.txt'));
  const seen = (path: string): string | undefined =>
    findNearby(path, { root: join(cwd, '_posts'), siteRoot: cwd })?.path.slice(cwd.length);
  expect(seen('_includes/note.txt')).toBe('/_includes/note.txt');
  expect(['secret.txt', 'other/note.txt', '_includes/link.txt', '_includes/../secret.txt'].map(seen)).toEqual(
    Array.from({ length: 4 }),
  );
  expect(findNearby('_includes/note.txt', { root: join(cwd, '_posts') })).toBeUndefined();
});

test('the nearest of several folders is meant', async () => {
  const cwd = await temporaryFolder({
    '.git/HEAD': '',
    '_includes/note.txt': 'far',
    'docs/_includes/note.txt': 'near',
    'docs/_posts/a.md': post,
  });
  for (const root of ['.', 'docs', 'docs/_posts'])
    expect(plainText(await readFrom(cwd, root, 'docs/_posts/a.md'))).toContain('See near.');
});

const asking = `${head}{{< param "address" >}} {{< param Team.name >}}.\n`;
const toml = '[params]\naddress = "Quay *1*"\n[params.team]\nname = "Ann"\n';

test.each([
  ['one file', { 'hugo.toml': toml }, 'Quay *1* Ann.'],
  ['its older name', { 'config.yaml': 'params:\n  Address: Quay 2\n  team: { name: Ben }\n' }, 'Quay 2 Ben.'],
  [
    'a folder',
    { 'config/_default/hugo.toml': toml, 'config/_default/params.json': '{"address": "Quay 3"}' },
    'Quay 3 Ann.',
  ],
])('`param` prints what the configuration of Hugo says, in %s', async (_, config, words) => {
  const cwd = await temporaryFolder({ ...config, 'content/posts/a.md': asking });
  const tagleaf = await openTagleaf(undefined, { cwd });
  for (const root of ['content', '.']) {
    const { document } = await tagleaf.read(asking, { root, file: 'content/posts/a.md' });
    expect(document && plainText(document)).toContain(words);
    expect(document?.included?.map(({ path }) => path).toSorted()).toEqual(Object.keys(config).toSorted());
  }
});

test('the front matter of the post says more than the site', async () => {
  const own = asking.replace('title: T', 'title: T\naddress: Here');
  const cwd = await temporaryFolder({ 'hugo.toml': toml, 'content/posts/a.md': own });
  const tagleaf = await openTagleaf(undefined, { cwd });
  const { document } = await tagleaf.read(own, { root: 'content', file: 'content/posts/a.md' });
  expect(document && plainText(document)).toContain('Here Ann.');
});

test('nothing but its configuration is seen of a site of Hugo', async () => {
  const cwd = await temporaryFolder({
    'hugo.toml': toml,
    'config/production/params.toml': 'address = "x"',
    'package.json': '{}',
    'content/a.md': asking,
  });
  const seen = (path: string): boolean =>
    findNearby(path, { root: join(cwd, 'content'), siteRoot: cwd }) !== undefined;
  expect(['hugo.toml', 'package.json', 'config/production/params.toml'].map(seen)).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['MyST', 'myst.yml', 'project: { references: { py: "https://py.example.org/3" } }', '[w](xref:py/a#b)'],
  ['Quarto', '_variables.yml', 'where: quay', '{{< var where >}}'],
])('the words of a project of %s are known where its posts lie in a folder', async (_, name, text, body) => {
  const site = name === 'myst.yml' ? {} : { '_quarto.yml': 'project: {type: website}\n' };
  const file = name === 'myst.yml' ? 'posts/a.md' : 'posts/a.qmd';
  const cwd = await temporaryFolder({ [name]: text, ...site, [file]: head + body, 'posts/_x.yml': '' });
  const tagleaf = await openTagleaf(undefined, { cwd });
  for (const root of ['posts', '.']) {
    const { document, messages } = await tagleaf.read(head + body, { root, file });
    expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(document?.included?.map(({ path }) => path)).toEqual([name]);
  }
  expect(findNearby('posts/_x.yml', { root: join(cwd, 'none'), siteRoot: cwd })).toBeUndefined();
});
