import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildOptions } from '../../src/project/build-options.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import { runBuild } from '../../src/publish/run-build.ts';
import type { Stages } from '../../src/publish/stages.ts';
import { UsageError } from '../../src/diagnostics/errors.ts';
import type { Publication } from '../../src/document/publication.ts';
import { pngAsset } from '../epub/build-document.ts';
import { fakePdf, fakeStages } from './fake-stages.ts';
import { listFiles, temporaryFolder } from './temporary-folder.ts';

/** Runs the collections of a project; the publications that the renderers saw come with the report. */
async function run(
  cwd: string,
  { changes = {}, ...options }: BuildOptions & { readonly changes?: Partial<Stages> } = {},
): Promise<{ readonly report: BuildReport; readonly seen: readonly Publication[] }> {
  const seen: Publication[] = [];
  const pdf = fakePdf((publication) => {
    seen.push(publication);
    return [];
  });
  const settings = await resolveSettings({ cwd, out: 'out', collections: true, ...options });
  const drawCover: Stages['drawCover'] = () =>
    Promise.resolve({ value: pngAsset('drawn', 10, 16), messages: [] });
  const report = await runBuild({ settings, load: () => fakeStages({ pdf, drawCover, ...changes }) });
  return { report, seen };
}

const book = (more: string): string => `lang: en\ncollections:\n  book:\n    title: The Book\n${more}`;

test('a collection is written under its name, its posts in the order of the patterns', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml': book('    posts: [z.md, "a/*.md", b]\n    front: about.md\n'),
    'z.md': 'Z.',
    'about.md': 'About.',
    'a/2.md': 'A2.',
    'a/10.md': 'A10.',
    'a/x.txt': 'no',
    'b/_draft.md': 'Draft.',
    'b/é.md': 'É.',
    'b/c/d.md': 'D.',
  });
  const { report, seen } = await run(cwd);
  expect(report.failures).toEqual([]);
  expect(report.files.map(({ path, post }) => [path, post])).toEqual([
    ['out/book.pdf', 'collections.book'],
    ['out/book.epub', 'collections.book'],
  ]);
  expect(report.counts.posts).toBe(5);
  const order = seen[0]?.chapters.filter(({ kind }) => kind === 'post' || kind === 'front');
  expect(order?.map(({ document }) => document.file)).toEqual([
    'about.md',
    'z.md',
    'a/10.md',
    'a/2.md',
    'b/c/d.md',
    'b/é.md',
  ]);
  expect(await readFile(join(cwd, 'out/book.pdf'), 'utf8')).toMatch(/^pdf:The Book\nAbout\.\nContents\nZ\./u);
});

test('one of several is chosen by its name', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml':
      'lang: en\ncollections:\n  a: { title: A, posts: a.md }\n  b: { title: B, posts: a.md }\n',
    'a.md': 'A.',
  });
  expect(await listFiles(join(cwd, 'out'))).toEqual([]);
  await run(cwd, { collections: ['b'] });
  expect(await listFiles(join(cwd, 'out'))).toEqual(['.tagleaf-files', 'b.epub', 'b.pdf', 'links.csv']);
  await run(cwd);
  expect(await listFiles(join(cwd, 'out'))).toEqual([
    '.tagleaf-files',
    'a.epub',
    'a.pdf',
    'b.epub',
    'b.pdf',
    'links.csv',
  ]);
});

test.each([
  [
    'a pattern without a post',
    '    posts: ["c/*.md"]\n',
    'collections.book.posts: `c/*.md` names no post (.md, .markdown)',
  ],
  [
    'a file that is not there',
    '    posts: gone.md\n',
    'collections.book.posts: `gone.md` names no post (.md, .markdown)',
  ],
  [
    'a file of another kind',
    '    posts: a.txt\n',
    'collections.book.posts: a.txt is no Markdown file (.md, .markdown)',
  ],
  ['an empty folder', '    posts: empty\n', 'collections.book.posts: `empty` names no post (.md, .markdown)'],
  [
    'a post named twice',
    '    posts: [a.md, "*.md"]\n',
    'collections.book: a.md is named twice, by `a.md` and `*.md`',
  ],
  [
    'a post that is front matter too',
    '    posts: a.md\n    front: a.md\n',
    'collections.book: a.md is named twice, by `a.md`',
  ],
])('%s is wrong usage', async (_name, posts, message) => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml': book(posts),
    'a.md': 'A.',
    'a.txt': 'A.',
    'empty/x.txt': '',
  });
  await expect(run(cwd)).rejects.toThrow(new UsageError(message));
});

test('a file outside the project is wrong usage', async () => {
  const cwd = await temporaryFolder({ 'in/tagleaf.yaml': book('    posts: ../a.md\n'), 'a.md': 'A.' });
  await expect(run(join(cwd, 'in'))).rejects.toThrow(/collections\.book: .*a\.md lies outside the folder/u);
});

test.each([
  [
    book('    posts: a.md\n    colour: red\n'),
    /tagleaf\.yaml:6:5: unknown key `collections\.book\.colour`; the keys are title, subtitle, /u,
  ],
  [book('    posts: a.md\n    series: { title: x }\n'), /`collections\.book\.series\./u],
  [book('    posts: a.md\n    cover: { image: a.png }\n'), /`collections\.book\.cover\.alt`/u],
  [book('    posts: a.md\n    isbn: 978-0-306-40615-8\n'), /must be an ISBN with a right check digit/u],
  ['collections:\n  a/b: { title: T, posts: a.md }\n', /a name that can be a file name/u],
  ['collections:\n  book: { posts: a.md }\n', /`collections\.book\.title`/u],
])('%j is refused', async (config, message) => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': config, 'a.md': 'A.' });
  await expect(run(cwd)).rejects.toThrow(message);
});

test.each([
  [{ collections: ['none'] }, 'tagleaf.yaml has no collection `none`; it has book'],
  [{ collections: ['toString'] }, 'tagleaf.yaml has no collection `toString`; it has book'],
  [{ inputs: ['a.md'] }, 'a collection names its own posts: no other inputs may be given'],
])('%j is wrong usage', async (options, message) => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': book('    posts: a.md\n'), 'a.md': 'A.' });
  await expect(run(cwd, options)).rejects.toThrow(new UsageError(message));
});

test('pictures are looked for from the folder of the posts, whichever post shows them', async () => {
  const png = pngAsset('x', 4, 4).bytes;
  const cwd = await temporaryFolder({
    'tagleaf.yaml': book('    posts: posts\n'),
    'posts/a.md': '![A](m/a.png)',
    'posts/b/b.md': '![A](m/a.png)',
    'posts/m/a.png': png,
  });
  const { report, seen } = await run(cwd);
  expect(report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(seen[0]?.cover?.drawn).toBe(true);
});

test('a cover that is there is taken, one that is not is an error and drawn', async () => {
  const png = pngAsset('x', 4, 4).bytes;
  const files = { 'a.md': 'A.', 'cover.png': png };
  const config = (image: string): string =>
    book(`    posts: a.md\n    cover: { image: ${image}, alt: A blue cover }\n`);
  const there = await run(await temporaryFolder({ ...files, 'tagleaf.yaml': config('./cover.png') }));
  expect(there.report.messages).toEqual([]);
  expect(there.seen[0]?.cover).toMatchObject({ drawn: false, image: { alt: 'A blue cover' } });
  const gone = await run(await temporaryFolder({ ...files, 'tagleaf.yaml': config('gone.png') }));
  expect(gone.report.messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
    ['img-missing', 'tagleaf.yaml'],
  ]);
  expect(gone.seen[0]?.cover?.drawn).toBe(true);
  expect(gone.report.files.map(({ withheld }) => withheld)).toEqual([['img-missing'], ['img-missing']]);
});

describe('a post that cannot be read', () => {
  const files = {
    'tagleaf.yaml': book('    posts: [a.md, b.md, c.md]\n    front: f.md\n'),
    'a.md': 'A.',
    'b.md': '',
    'c.md': 'C.',
    'f.md': '',
  };
  const told = [
    ['file-empty', 'f.md'],
    ['file-empty', 'b.md'],
  ];

  test('is told, and the book is made without it and without claims', async () => {
    const { report, seen } = await run(await temporaryFolder(files));
    expect(report.messages.map(({ ruleId, file }) => [ruleId, file])).toEqual(told);
    expect(report.files.map(({ withheld }) => withheld)).toEqual([['file-empty'], ['file-empty']]);
    expect(seen[0]?.chapters.map(({ document }) => document.file).slice(2)).toEqual(['a.md', 'c.md']);
  });

  test.each([
    ['with strict', files, { strict: true }, told],
    [
      'and is the only one',
      { ...files, 'a.md': '', 'c.md': '' },
      {},
      [...told, ['file-empty', 'a.md'], ['file-empty', 'c.md'], ['collection-empty', 'tagleaf.yaml']],
    ],
  ])('leaves no book %s', async (_name, given, options, messages) => {
    const cwd = await temporaryFolder(given);
    const { report } = await run(cwd, options);
    const found = report.messages.map(({ ruleId, file }) => [ruleId, file]);
    expect(found).toHaveLength(messages.length);
    expect(found).toEqual(expect.arrayContaining(messages));
    expect(await listFiles(join(cwd, 'out'))).toEqual([]);
  });
});

test('links of folders are not followed, and the same file is not found twice', async () => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': book('    posts: "**/*.md"\n'), 'a/a.md': 'A.' });
  await symlink(join(cwd, 'a'), join(cwd, 'b'));
  const { report } = await run(cwd);
  expect(report.counts.posts).toBe(1);
});

test('without a language the book claims nothing', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml': 'collections:\n  book: { title: T, posts: a.md }\n',
    'a.md': 'A.',
  });
  const { report } = await run(cwd);
  expect(report.files.map(({ claims }) => claims)).toEqual([[], []]);
  expect(report.messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([
    ['lang-missing', 'tagleaf.yaml'],
  ]);
});
