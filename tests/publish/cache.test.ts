import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import { pngAsset } from '../epub/build-document.ts';
import { chanceOf, type Chance } from '../fuzz/chance.ts';
import { isLong } from '../how-long.ts';
import { change, compare, project, run } from './cached-project.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The entries of the cache of a project, by their paths. */
async function entriesOf(cwd: string): Promise<readonly string[]> {
  const folder = join(cwd, '.tagleaf/cache');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith('.entry'))
    .map((name) => join(folder, name))
    .toSorted();
}

test('what did not change is taken, and what did is made: a post, what it shows, includes and leads to', async () => {
  const cwd = await temporaryFolder(project);
  const made = async (): Promise<number> => {
    const { clean, cached, made: count } = await compare(cwd);
    expect(cached).toEqual(clean);
    return count;
  };
  expect(await made()).toBe(4);
  expect(await made()).toBe(0);
  await change(cwd, 'posts/c.md', '---\ntitle: C\nlang: en\n---\nOther words.\n');
  expect(await made()).toBe(1);
  await change(cwd, 'posts/map.png', pngAsset('map', 9, 9).bytes);
  expect(await made()).toBe(1);
  await change(cwd, 'posts/note.txt', 'Another note.\n');
  expect(await made()).toBe(1);
  await change(cwd, 'posts/gone.md', '---\ntitle: G\nlang: en\n---\nIt is there now.\n');
  // Where a link of the first leads to, and the new one.
  expect(await made()).toBe(2);
  await change(cwd, 'look.yaml', 'name: Look\nextends: standard\ncolours: { link: "#003366" }\n');
  expect(await made()).toBe(5);
  await change(cwd, 'templates/epub/style.css', 'p { margin: 1em }\n');
  expect(await made()).toBe(5);
  expect(await made()).toBe(0);
});

test('each file is put back as it is to be, from the cache', async () => {
  const cwd = await temporaryFolder(project);
  await compare(cwd);
  await writeFile(join(cwd, 'out/a.pdf'), 'spoilt');
  await rm(join(cwd, 'out/bee.epub'));
  const { clean, cached, made } = await compare(cwd);
  expect(cached).toEqual(clean);
  expect(made).toBe(0);
});

/** Two posts. */
const few = {
  'posts/x.md': '---\ntitle: X\nlang: en\n---\nWords.\n',
  'posts/y.md': '---\ntitle: Y\n---\nMore.\n',
};

test.each<[string, (entry: Buffer, other: Buffer) => Buffer]>([
  ['cut in its head', (entry) => entry.subarray(0, 300)],
  ['cut in its files', (entry) => entry.subarray(0, -100)],
  ['empty', () => Buffer.alloc(0)],
  [
    'another in its head',
    (entry) => Buffer.from(entry.toString('latin1').replace('"messages"', '"massages"'), 'latin1'),
  ],
  ['another in its files', (entry) => Buffer.concat([entry.subarray(0, -9), Buffer.from('xxxxxxxxx')])],
  ['that of another post', (_, other) => other],
  ['of another form', (entry) => Buffer.concat([Buffer.from('tagleaf-cache 9'), entry.subarray(15)])],
  ['no entry', () => Buffer.from('words\n')],
])('an entry that is %s is made anew', async (_, spoil) => {
  const cwd = await temporaryFolder(few);
  await compare(cwd);
  await rm(join(cwd, 'out'), { recursive: true });
  const [entry = '', other = ''] = await entriesOf(cwd);
  await writeFile(entry, spoil(await readFile(entry), await readFile(other)));
  const { clean, cached, made } = await compare(cwd);
  expect(cached).toEqual(clean);
  expect(made).toBe(1);
  expect((await compare(cwd)).made).toBe(0);
});

test('a file that stands in its place needs no bytes of the cache', async () => {
  const cwd = await temporaryFolder(few);
  await compare(cwd);
  for (const entry of await entriesOf(cwd)) await writeFile(entry, (await readFile(entry)).subarray(0, -10));
  const { clean, cached, made } = await compare(cwd);
  expect(cached).toEqual(clean);
  expect(made).toBe(0);
});

test('what was not verified is not taken by a run that verifies, and what was is taken by all', async () => {
  const cwd = await temporaryFolder(project);
  const made = async (verify: boolean): Promise<number> => (await run(cwd, { verify, cache: true })).made;
  expect([await made(false), await made(true), await made(true), await made(false)]).toEqual([4, 4, 0, 0]);
});

test('a book is taken as a whole', async () => {
  const cwd = await temporaryFolder(project);
  const made = async (): Promise<number> => {
    const { clean, cached, made: count } = await compare(cwd, { collections: true, catalogue: true });
    expect(cached).toEqual(clean);
    return count;
  };
  expect([await made(), await made()]).toEqual([1, 0]);
  await change(cwd, 'posts/c.md', undefined);
  expect(await made()).toBe(0);
  await change(cwd, 'map.png', pngAsset('map', 5, 5).bytes);
  expect(await made()).toBe(1);
  await change(cwd, 'posts/note.txt', 'Another.');
  expect(await made()).toBe(1);
});

test('nothing is kept or taken by runs that write nothing, by checks, without being asked, or where the project says so', async () => {
  const cwd = await temporaryFolder(project);
  await run(cwd);
  await run(cwd, { write: false, cache: true });
  await run(cwd, { cache: true, config: { cache: false } });
  expect(await entriesOf(cwd)).toEqual([]);
  // A program may depend on anything.
  await change(cwd, 'plugin.mjs', 'export default () => undefined;\n');
  await run(cwd, { cache: true, allowPlugins: true, config: { plugins: ['./plugin.mjs'] } });
  await change(cwd, 'templates/epub/chapter.xhtml.ejs', await readFile('templates/epub/chapter.xhtml.ejs'));
  await run(cwd, { cache: true, allowPlugins: true });
  expect(await entriesOf(cwd)).toEqual([]);
});

test('what a run may not be prepared for is told though all is kept', async () => {
  const cwd = await temporaryFolder({ ...project, 'tagleaf.yaml': 'templates: templates\n' });
  const config = { templates: 'templates' };
  await run(cwd, { cache: true, config });
  await change(cwd, 'templates/epub/chapter.xhtml.ejs', 'spoilt');
  await expect(run(cwd, { cache: true, config })).rejects.toThrow('it runs only with --allow-plugins');
});

/** A project after a random edit: what was changed, in words. */
async function edit(cwd: string, chance: Chance): Promise<string> {
  const title = (): string => chance.one(['One', 'Two', 'Three']);
  const post = (): string =>
    `---\ntitle: ${title()}\nlang: ${chance.one(['en', 'de'])}\n${chance.is(0.3) ? `slug: ${title()}\n` : ''}${chance.is(0.2) ? 'draft: true\n' : ''}---\n\n` +
    chance
      .several(1, 5, () =>
        chance.one([
          'Some words, and more.\n',
          '![A map](map.png)\n',
          '![No map](maps/map.png)\n',
          'See [](#two) and {ref}`three`.\n',
          '(three)=\n## Part\n',
          '(two)=\n### Deep\n',
          '[Page](a.md) and [another](f.md).\n',
          '```{include} note.txt\n```\n',
          'Two  spaces, and a [click here](https://a.gov/x).\n',
          '| a | b |\n|---|---|\n| 1 | 2 |\n',
        ]),
      )
      .join('\n');
  const edits: readonly (readonly [string, () => Promise<void>])[] = [
    ['a post', () => change(cwd, `posts/${chance.one(['a', 'b', 'c', 'e', 'f'])}.md`, post())],
    ['a post is gone', () => change(cwd, `posts/${chance.one(['c', 'e', 'f'])}.md`, undefined)],
    [
      'a picture',
      () =>
        change(
          cwd,
          chance.one(['posts/map.png', 'map.png', 'posts/maps/map.png']),
          pngAsset('map', 1 + chance.below(9), 4).bytes,
        ),
    ],
    ['a broken picture', () => change(cwd, 'posts/map.png', Buffer.from('no picture'))],
    ['a picture is gone', () => change(cwd, 'posts/map.png', undefined)],
    ['an included file', () => change(cwd, 'posts/note.txt', `${title()} is a *note*.\n`)],
    ['an included file is gone', () => change(cwd, 'posts/note.txt', undefined)],
    [
      'the theme',
      () => change(cwd, 'look.yaml', `name: Look\nextends: ${chance.one(['standard', 'large-print'])}\n`),
    ],
    ['a template', () => change(cwd, 'templates/epub/style.css', `p { margin: ${chance.below(9)}px }\n`)],
    ['the site', () => change(cwd, 'myst.yml', chance.is(0.5) ? 'version: 1\n' : undefined)],
    [
      'an output',
      () => change(cwd, `out/${chance.one(['a.pdf', 'bee.epub', 'c.pdf', 'book.epub'])}`, 'spoilt'),
    ],
    ['an entry', () => spoilEntry(cwd, chance)],
  ];
  const [name, does] = chance.one(edits);
  await does();
  return name;
}

async function spoilEntry(cwd: string, chance: Chance): Promise<void> {
  const entries = await entriesOf(cwd);
  if (entries.length === 0) return;
  const path = chance.one(entries);
  const bytes = await readFile(path);
  const at = chance.below(bytes.length);
  await writeFile(
    path,
    chance.is(0.5)
      ? bytes.subarray(0, at)
      : Buffer.concat([bytes.subarray(0, at), Buffer.from('~'), bytes.subarray(at + 1)]),
  );
}

test('after any edits a run with the cache makes and says what one without it does', async () => {
  const cwd = await temporaryFolder(project);
  const edits: string[] = [];
  for (let index = 0; index < (isLong ? 200 : 12); index += 1) {
    const chance = chanceOf(20, index);
    for (const _ of chance.several(0, 3, () => undefined)) edits.push(await edit(cwd, chance));
    const { clean, cached } = await compare(cwd, {
      force: true,
      ...(chance.is(0.3) && { collections: true }),
      page: chance.is(0.8) ? 'letter' : 'a4',
      strict: chance.is(0.1),
      verify: chance.is(0.2),
      drafts: chance.is(0.2),
      catalogue: chance.is(0.2),
      pageList: chance.is(0.8),
      formats: chance.is(0.8) ? ['pdf', 'epub'] : [chance.one(['pdf', 'epub'])],
    });
    expect(cached, edits.join(', ')).toEqual(clean);
  }
}, 600_000);

test('a project that stays open takes and keeps by what its files say now', async () => {
  const cwd = await temporaryFolder({ ...few, 'look.yaml': 'name: Look\nextends: standard\n' });
  const tagleaf = await openTagleaf({ theme: './look.yaml' }, { cwd });
  const digests = async (cache: boolean): Promise<readonly string[]> => {
    const { files } = await tagleaf.build({ out: 'out', cache });
    return files.map(({ sha256 }) => sha256);
  };
  const before = await digests(false);
  await change(cwd, 'look.yaml', 'name: Look\nextends: large-print\n');
  const after = await digests(true);
  expect(after).not.toEqual(before);
  const fresh = await openTagleaf({ theme: './look.yaml' }, { cwd });
  const { files } = await fresh.build({ out: 'clean', write: false });
  expect(files.map(({ sha256 }) => sha256)).toEqual(after);
  expect(await digests(true)).toEqual(after);
});
