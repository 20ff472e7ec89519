import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildOptions } from '../../src/project/build-options.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import { runBuild } from '../../src/publish/run-build.ts';
import type { Stages } from '../../src/publish/stages.ts';
import { UsageError } from '../../src/diagnostics/errors.ts';
import type { OutlineItem } from '../../src/document/outline.ts';
import { publicationOutline } from '../../src/document/publication-outline.ts';
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
  expect(await readFile(join(cwd, 'out/book.pdf'), 'utf8')).toMatch(
    /^pdf:The Book\nAbout this edition: .*\nAbout\.\nContents\nZ\./u,
  );
});

test('asks for a binding; the edition of a book that asks for none is what it was', async () => {
  const design = async (more: string): Promise<readonly unknown[]> => {
    const cwd = await temporaryFolder({ 'tagleaf.yaml': book(`    posts: a.md\n${more}`), 'a.md': 'A.' });
    const { seen } = await run(cwd);
    return [seen[0]?.design, seen[0]?.metadata.identifiers.pdf];
  };
  const [none, id] = await design('');
  expect(none).toBeUndefined();
  expect(await design('    binding: simplex\n')).toEqual([undefined, id]);
  expect(await design('    binding: duplex\n')).toEqual([
    { binding: 'duplex', partsPage: true, contentsDepth: 0, lists: 'auto' },
    expect.not.stringMatching(`^${String(id)}$`),
  ]);
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

test('what is said of a post that is in two of them is said once, and withholds the claims of both', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml':
      'lang: en\ncollections:\n  a: { title: A, posts: [SUMMARY.md] }\n  b: { title: B, posts: [SUMMARY.md, d.md] }\n',
    'SUMMARY.md': '- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n',
    'a.md': 'A.',
    'b.md': '',
    'd.md': '',
  });
  const { report } = await run(cwd);
  const told = report.messages.map(({ ruleId, file }) => `${file} ${ruleId}`);
  expect(told.filter((line) => !line.includes('unlisted'))).toEqual([
    'SUMMARY.md contents-missing',
    'b.md file-empty',
    'd.md file-empty',
  ]);
  expect(report.counts).toMatchObject({ posts: 3, messages: { error: 2, warning: 1 } });
  expect(report.files.map(({ path, withheld }) => [path, withheld])).toEqual(
    ['out/a.pdf', 'out/a.epub', 'out/b.pdf', 'out/b.epub'].map((path) => [path, ['file-empty']]),
  );
});

test.each([
  [
    'a pattern without a post',
    '    posts: ["c/*.md"]\n',
    'collections.book.posts: `c/*.md` names no post (.md, .markdown, .mkd, .qmd, .Rmd)',
  ],
  [
    'a file that is not there',
    '    posts: gone.md\n',
    'collections.book.posts: `gone.md` names no post (.md, .markdown, .mkd, .qmd, .Rmd)',
  ],
  [
    'a file of another kind',
    '    posts: a.txt\n',
    'collections.book.posts: a.txt is no Markdown file (.md, .markdown, .mkd, .qmd, .Rmd)',
  ],
  [
    'an empty folder',
    '    posts: empty\n',
    'collections.book.posts: `empty` names no post (.md, .markdown, .mkd, .qmd, .Rmd)',
  ],
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

/** The outline of the only book, indented, and what was told. */
async function outlineOf(
  files: Readonly<Record<string, string>>,
  posts: string,
): Promise<readonly [readonly string[], readonly string[]]> {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': book(posts), ...files });
  const { report, seen } = await run(cwd, { formats: ['pdf'] });
  const lines = (items: readonly OutlineItem[], indent = ''): readonly string[] =>
    items.flatMap(({ label, children }) => [`${indent}${label}`, ...lines(children, `${indent}  `)]);
  const [publication] = seen;
  const told = report.messages.map(({ file, ruleId, reason }) => `${file} ${ruleId}: ${reason}`);
  return [publication ? lines(publicationOutline(publication)) : [], told];
}

test('a list of contents gives order and parts, and what differs from it is told', async () => {
  const summary =
    '# Summary\n\n[Start](start.md)\n\n# One\n\n- [Z](z.md)\n- [Gone](gone.md)\n- [A](sub/a.md)\n\n# Two\n\n- [Later]()\n- [Again](z.md)\n- [N](n.ipynb)\n- [B](b.md)\n\n---\n\n[End](end.md)\n[Out](../secret.md)\n';
  const page = (title: string): string => `# ${title}\n\nWords.\n`;
  const files = {
    'src/SUMMARY.md': summary,
    'book.toml': '',
    'secret.md': page('Secret'),
    'src/start.md': page('Start'),
    'src/z.md': page('Z'),
    'src/sub/a.md': page('A'),
    'src/b.md': page('B'),
    'src/n.ipynb': '{}',
    'src/end.md': page('End'),
    'src/more.md': page('More'),
    'src/also.md': page('Also'),
  };
  const missing = (what: string): string =>
    `src/SUMMARY.md contents-missing: “${what}” is listed, but there is no such file`;
  const told = [
    'book.toml dialect-decided: This is a site of mdBook: its posts are read as mdbook',
    missing('gone.md'),
    'src/SUMMARY.md contents-unread: “z.md” is listed twice; it stands where it is listed first',
    'src/SUMMARY.md contents-unread: “n.ipynb” is listed, but is no Markdown file of the book',
    'src/SUMMARY.md contents-unread: “Later” is listed, but is no Markdown file of the book',
    'src/SUMMARY.md contents-unlisted: `src/also.md` is not listed, and no part of the book',
  ];
  const outline = ['start', 'One', '  z', '  a', 'Two', '  b', 'end', 'secret'];
  expect(await outlineOf(files, '    posts: src/SUMMARY.md\n    back: src/more.md\n')).toEqual([
    [...outline, 'more'],
    told,
  ]);
  expect(await outlineOf(files, '    posts: [src/SUMMARY.md, src/also.md]\n    back: src/more.md\n')).toEqual(
    [[...outline, 'also', 'more'], told.slice(0, 5)],
  );
});

test('a list of contents names nothing outside the project', async () => {
  const cwd = await temporaryFolder({
    'in/tagleaf.yaml': book('    posts: SUMMARY.md\n'),
    'in/SUMMARY.md': '- [A](../a.md)\n- [L](l.md)\n- [B](b.md)\n',
    'in/b.md': '# B\n\nWords.\n',
    'a.md': '# A\n\nWords.\n',
  });
  await symlink(join(cwd, 'a.md'), join(cwd, 'in/l.md'));
  const { report, seen } = await run(join(cwd, 'in'), { formats: ['pdf'] });
  expect(report.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)).toEqual([
    'input-passed-over: Not read: it is a symbolic link',
    'contents-missing: “../a.md” is listed, but there is no such file',
    'contents-missing: “l.md” is listed, but there is no such file',
  ]);
  expect(seen[0]?.chapters.filter(({ kind }) => kind === 'post')).toHaveLength(1);
});

test('parts are named in the configuration too', async () => {
  const files = { 'a.md': '# A\n\nWords.\n', 'b.md': '# B\n\nWords.\n', 'c.md': '# C\n\nWords.\n' };
  const posts = '    posts: [c.md, { part: First, posts: [a.md, b.md] }]\n';
  expect(await outlineOf(files, posts)).toEqual([['c', 'First', '  a', '  b'], []]);
});

test('folders are called by the titles that they have, else by their names as words', async () => {
  const page = (title: string): string => `# ${title}\n\nWords.\n`;
  const files = {
    'p/a.md': page('A'),
    'p/_sp800-63a/a.md': page('63a'),
    'p/01-how_we-work/a.md': page('How'),
    'p/titled/_index.md': '---\ntitle: A title\n---\n',
    'p/titled/a.md': page('T'),
    'p/headed/index.md': '# The *heading* #\n\nWords.\n',
    'p/headed/in-it/a.md': page('In it'),
  };
  expect(
    await outlineOf(files, '    posts: ["p/**/*.md", "p/_sp800-63a/*.md"]\n    parts: folder\n'),
  ).toEqual([
    [
      'How we work',
      '  a',
      'Other posts',
      '  a',
      'Headed / In it',
      '  a',
      'The heading',
      '  index',
      'A title',
      '  a',
      'Sp800-63a',
      '  a',
    ],
    [
      'p/_sp800-63a input-passed-over: Not read: its name begins with `_`',
      'p/titled/_index.md section-left-out: The file only has facts of its folder, and no words: left out',
    ],
  ]);
});

test.each([
  [
    'sidebars.js',
    'module.exports = list();',
    'collections.book.posts: sidebars.js holds no list that can be read without running it; name the posts themselves',
  ],
  ['SUMMARY.md', '- [A](gone.md)\n', 'collections.book.posts: SUMMARY.md names no post that is there'],
])('%s of nothing that can be read is wrong usage', async (name, text, message) => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': book(`    posts: ${name}\n`), [name]: text });
  await expect(run(cwd)).rejects.toThrow(new UsageError(message));
});

test('Docusaurus: ids are paths below docs, without endings and numbers', async () => {
  const files = {
    'sidebars.js':
      "module.exports = { docs: ['intro', { type: 'category', label: 'G', items: ['guide/a'] }, 'gone'] };",
    'docs/intro.md': '# Intro\n\nWords.\n',
    'docs/02-guide/1. a.md': '# A\n\nWords.\n',
  };
  expect(await outlineOf(files, '    posts: sidebars.js\n')).toEqual([
    ['intro', 'G', '  1. a'],
    ['sidebars.js contents-missing: “gone” is listed, but there is no such file'],
  ]);
});

test('Docusaurus: a page may have an id of its own, and pages of MDX are no posts', async () => {
  const files = {
    'sidebars.js': "module.exports = { docs: ['guide/own', 'a', 'b'] };",
    'docs/guide/1-named.md': '---\nid: own\n---\n# Named\n\nWords.\n',
    'docs/a.md': '# A\n\nWords.\n',
    'docs/b.mdx': '# B\n\n<Tag />\n',
  };
  expect(await outlineOf(files, '    posts: sidebars.js\n')).toEqual([
    ['1-named', 'a'],
    [
      'docs/b.mdx input-passed-over: Not read: it is MDX, a program with Markdown in it, which is not run',
      'sidebars.js contents-unread: “b” is listed, but is no Markdown file of the book',
    ],
  ]);
});

test('MkDocs: pages of its folder in order, with parts', async () => {
  const files = {
    'mkdocs.yml':
      'docs_dir: text\nnav:\n  - Home: index.md\n  - Guide:\n      - one.md\n      - More: [deep/two.md]\n  - Site: https://example.org/\nhook: !!python/name:x.y\n',
    'text/index.md': '# Index\n\nWords.\n',
    'text/one.md': '# One\n\nWords.\n',
    'text/deep/two.md': '# Two\n\nWords.\n',
    'text/other.md': '# Other\n\nWords.\n',
  };
  expect(await outlineOf(files, '    posts: mkdocs.yml\n')).toEqual([
    ['index', 'Guide', '  one', '  two'],
    [
      'mkdocs.yml contents-unread: “https://example.org/” is listed, but is no Markdown file of the book',
      'mkdocs.yml contents-unlisted: `text/other.md` is not listed, and no part of the book',
    ],
  ]);
});

test('Quarto: chapters with its own ending are posts', async () => {
  const files = {
    '_quarto.yml': 'book:\n  chapters: [index.qmd, part.qmd, { part: P, chapters: [sub/b.qmd] }]\n',
    'index.qmd': '# Index\n\nWords.\n',
    'part.qmd': '# Part\n\nWords.\n',
    'sub/b.qmd': '# B\n\nWords.\n',
  };
  expect(await outlineOf(files, '    posts: _quarto.yml\n')).toEqual([['index', 'part', 'P', '  b'], []]);
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

test('a cover is drawn for shelves, and in the form of the paper for the PDF', async () => {
  const asked: unknown[] = [];
  const drawCover: Stages['drawCover'] = (_words, { form }) => {
    asked.push(form);
    return Promise.resolve({ value: pngAsset('drawn', 10, 16), messages: [] });
  };
  const cwd = await temporaryFolder({ 'tagleaf.yaml': book('    posts: a.md\n'), 'a.md': 'A.' });
  const { seen } = await run(cwd, { page: 'a4', changes: { drawCover } });
  expect(asked).toEqual(['collection', 'a4']);
  expect(seen[0]?.cover).toMatchObject({ image: { imageId: '/cover' }, page: '/cover-page' });
  expect([...(seen[0]?.assets.keys() ?? [])]).toEqual(['/cover', '/cover-page']);
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
    expect(seen[0]?.chapters.map(({ document }) => document.file).slice(3)).toEqual(['a.md', 'c.md']);
  });

  test.each([
    ['with strict', files, { strict: true }, told],
    [
      'where the clock stopped it: what a book holds is no matter of time',
      { ...files, 'b.md': 'LATE', 'f.md': 'F.' },
      {},
      [['post-undecided', 'b.md']],
    ],
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

test('all that is to be said of a collection is told by the library without building it', async () => {
  const config = { collections: { book: { title: 'B', lang: 'en', posts: '.' } } };
  const cwd = await temporaryFolder({
    'a.md': '# A\n\n[Here](b.md), [there](c.md).\n',
    'b.md': '# B\n\nWords.\n',
  });
  const tagleaf = await openTagleaf(config, { cwd });
  const publication = await tagleaf.collection('book');
  const told = tagleaf.check(publication).map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
  expect(told).toContain('link-target-missing: Link target “c.md” is not part of the publication');
  expect(told.filter((line) => line.includes('b.md'))).toEqual([]);
  await tagleaf.close();
});

test('links to what shows nothing in another post are their words, and told', async () => {
  const config = { lang: 'en', collections: { book: { title: 'B', creators: ['A'], posts: '.' } } };
  const cwd = await temporaryFolder({
    'a.md': '# A\n\n![](none.png){#fig}\n\n<h3 id="x">\n<dl></dl>\n</h3>\n\n## There\n\nWords.\n',
    'b.md': '# B\n\n[picture](a.md#fig) [heading](a.md#x) [there](a.md#there)\n',
  });
  const tagleaf = await openTagleaf(config, { cwd });
  const publication = await tagleaf.collection('book');
  const told = tagleaf.check(publication).filter(({ ruleId }) => ruleId === 'link-target-missing');
  expect(told.map(({ file, reason }) => [file, reason])).toEqual([
    ['b.md', 'Link target “#a.fig” shows nothing and was left out'],
    ['b.md', 'Link target “#a.x” shows nothing and was left out'],
  ]);
  expect((await tagleaf.epub(publication)).bytes.length).toBeGreaterThan(0);
  await tagleaf.close();
});
