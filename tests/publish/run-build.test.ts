import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildOptions } from '../../src/project/build-options.ts';
import type { BuildFailure, BuildReport } from '../../src/publish/build-report.ts';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import { runBuild } from '../../src/publish/run-build.ts';
import type { Stages } from '../../src/publish/stages.ts';
import { InternalError, ResourceError, UsageError } from '../../src/diagnostics/errors.ts';
import type { Block } from '../../src/document/document.ts';
import type { Inline } from '../../src/document/inline.ts';
import { reportRule } from '../../src/pdf/rules.ts';
import { latin1 } from '../files/odd-names.ts';
import { recordFlushes } from '../files/record-flushes.ts';
import { fakeEpub, fakePdf, fakeStages } from './fake-stages.ts';
import { listFiles, temporaryFolder } from './temporary-folder.ts';

async function run(
  cwd: string,
  { changes = {}, ...options }: BuildOptions & { readonly changes?: Partial<Stages> } = {},
): Promise<BuildReport> {
  const settings = await resolveSettings({ cwd, out: 'out', ...options });
  return runBuild({ settings, load: () => fakeStages(changes) });
}

const paths = (report: BuildReport): readonly string[] => report.files.map(({ path }) => path);
const told = (report: BuildReport): readonly string[] =>
  report.messages.map(({ file, ruleId, reason }) => `${file}: ${ruleId}: ${reason}`);

/** Failures without the places in our code, which a change of any line moves. */
const withoutStack = (report: BuildReport): readonly Omit<BuildFailure, 'stack'>[] =>
  report.failures.map(({ post, kind, stage, reason }) => ({ post, kind, stage, reason }));

test('folders are searched, hidden names and links skipped, order is by code point', async () => {
  const cwd = await temporaryFolder({
    'posts/b.md': 'b',
    'posts/B.markdown': 'B2',
    'posts/a/é.md': 'e',
    'posts/a/z.md': 'z',
    'posts/.hidden.md': 'h',
    'posts/_draft/x.md': 'x',
    'posts/_posts/j.md': 'j',
    'posts/note.txt': 't',
    'elsewhere/l.md': 'l',
  });
  await symlink(join(cwd, 'elsewhere'), join(cwd, 'posts', 'link'));
  await symlink(join(cwd, 'elsewhere', 'l.md'), join(cwd, 'posts', 'l.md'));
  const report = await run(cwd, { formats: ['pdf'] });
  expect(report.failures).toEqual([]);
  expect(told(report)).toEqual([
    'posts/.hidden.md: input-passed-over: Not read: its name begins with a full stop',
    'posts/_draft: input-passed-over: Not read: its name begins with `_`',
    'posts/l.md: input-passed-over: Not read: it is a symbolic link',
    'posts/link: input-passed-over: Not read: it is a symbolic link',
    'posts/B.markdown: output-collision: Output path `B` is also that of `posts/b.md`',
    'posts/b.md: output-collision: Output path `b` is also that of `posts/B.markdown`',
  ]);
  expect(paths(report)).toEqual(['out/_posts/j.pdf', 'out/a/z.pdf', 'out/a/é.pdf']);
  expect(await listFiles(join(cwd, 'out'))).toEqual([
    '.tagleaf-files',
    '_posts/j.pdf',
    'a/z.pdf',
    'a/é.pdf',
    'links.csv',
  ]);
});

test('a name that cannot be opened is a failure of its own; the rest is built', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': 'a' });
  await writeFile(latin1(join(cwd, 'posts'), 'r\u00e9sum\u00e9.txt'), 'not asked for');
  await writeFile(latin1(join(cwd, 'posts'), 'r\u00e9sum\u00e9.md'), 'r');
  const report = await run(cwd, { formats: ['pdf'] });
  expect(report.failures).toEqual([
    {
      post: 'posts/r\ufffdsum\ufffd.md',
      kind: 'resource',
      stage: 'project',
      reason: 'Cannot read posts/r\ufffdsum\ufffd.md: its name is not UTF-8; rename it',
    },
  ]);
  expect(paths(report)).toEqual(['out/a.pdf']);
});

test('a file lies at the top of the output; a post named twice is built once', async () => {
  const cwd = await temporaryFolder({ 'posts/a/x.md': 'x' });
  const report = await run(cwd, { inputs: ['posts/a/x.md', 'posts'] });
  expect(paths(report)).toEqual(['out/x.pdf', 'out/x.epub']);
});

test('what a build reports is on the disk: each file, its name, and those of new folders', async () => {
  const cwd = await temporaryFolder({ 'posts/a/x.md': 'x' });
  expect(await recordFlushes(cwd, () => run(cwd, { inputs: ['posts'], formats: ['pdf'] }))).toEqual([
    '.',
    'out',
    'out/a/.x.pdf.*.part',
    'out/a',
    'out/.links.csv.*.part',
    'out',
    'out/..tagleaf-files.*.part',
    'out',
  ]);
});

test('slugs of different folders that meet on one path are both errors', async () => {
  const cwd = await temporaryFolder({
    'one/x.md': 'slug: Straße',
    'two/y.md': 'slug: STRASSE',
    'two/z.md': 'z',
  });
  const report = await run(cwd, { inputs: ['one', 'two'] });
  expect(told(report)).toEqual([
    'one/x.md: output-collision: Output path `Straße` is also that of `two/y.md`',
    'two/y.md: output-collision: Output path `STRASSE` is also that of `one/x.md`',
  ]);
  expect(await listFiles(join(cwd, 'out'))).toEqual(['.tagleaf-files', 'links.csv', 'z.epub', 'z.pdf']);
});

test('of many posts that share a path twenty are named to each of them', async () => {
  const names = Array.from({ length: 23 }, (_, index) => `${index + 10}.md`);
  const cwd = await temporaryFolder(Object.fromEntries(names.map((name) => [`posts/${name}`, 'slug: x'])));
  const report = await run(cwd, { formats: ['pdf'] });
  const quoted = names.map((name) => `\`posts/${name}\``);
  const share = (others: readonly string[]): string =>
    `output-collision: Output path \`x\` is also that of ${others.join(', ')} and 2 more`;
  expect(report.files).toEqual([]);
  expect(told(report)).toHaveLength(23);
  expect(told(report).at(0)).toBe(`posts/10.md: ${share(quoted.slice(1, 21))}`);
  expect(told(report).at(-1)).toBe(`posts/32.md: ${share(quoted.slice(0, 20))}`);
});

test.each([
  [{ inputs: ['nowhere'] }, 'nowhere: there is no such file or folder'],
  [
    { inputs: ['a.txt'] },
    'a.txt: a post is a Markdown file (.md, .markdown, .mkd, .qmd, .Rmd); `tagleaf intake` makes one of flat text, a saved page or a capture',
  ],
  [{ inputs: ['a.json'] }, 'a.json: a post is a Markdown file (.md, .markdown, .mkd, .qmd, .Rmd)'],
  [{ inputs: ['empty'] }, 'no posts (.md, .markdown, .mkd, .qmd, .Rmd) in empty'],
  [
    {},
    'posts: there is no such file or folder; name a file or a folder, or let `tagleaf init` look for posts',
  ],
  [{ config: 'none.yaml' }, 'none.yaml: there is no such configuration file'],
  [{ formats: [] }, 'option `formats` must be more than nothing'],
])('%j is wrong usage', async (options, message) => {
  const cwd = await temporaryFolder({ 'a.txt': 'a', 'a.json': '{}' });
  await mkdir(join(cwd, 'empty'));
  await expect(run(cwd, options)).rejects.toThrow(new UsageError(message));
});

test('strict writes nothing for a post with an error, also where only a renderer found it', async () => {
  const cwd = await temporaryFolder({
    'posts/good.md': 'g',
    'posts/bad.md': 'BAD',
    'posts/glyph.md': 'GLYPH',
  });
  const pdf = fakePdf(({ metadata }) =>
    metadata.slug === 'glyph' ? [reportRule('glyph-missing', { reason: 'G', file: 'posts/glyph.md' })] : [],
  );
  const report = await run(cwd, { strict: true, changes: { pdf } });
  expect(paths(report)).toEqual(['out/good.pdf', 'out/good.epub']);
  const { words, ...counts } = report.counts;
  expect(counts).toEqual({
    posts: 3,
    files: 2,
    pages: report.files.reduce((sum, { pages = 0 }) => sum + pages, 0),
    bytes: report.files.reduce((sum, { bytes }) => sum + bytes, 0),
    messages: { error: 2, warning: 0, info: 0 },
    rules: Object.fromEntries(report.messages.map(({ ruleId }) => [ruleId, 1])),
  });
  expect(words.content).toEqual({ words: 0, share: 0 });
});

test('without strict files are written, their claims withheld by format', async () => {
  const cwd = await temporaryFolder({ 'posts/bad.md': 'BAD', 'posts/glyph.md': 'g' });
  const check: Stages['check'] = ({ document, file, messages }) =>
    document?.metadata.slug === 'glyph'
      ? [...messages, reportRule('glyph-missing', { reason: 'G', file })]
      : messages;
  const report = await run(cwd, { changes: { check } });
  expect(report.files.map(({ path, claims, withheld }) => [path, claims, withheld])).toEqual([
    ['out/bad.pdf', [], ['lang-missing']],
    ['out/bad.epub', [], ['lang-missing']],
    ['out/glyph.pdf', [], ['glyph-missing']],
    ['out/glyph.epub', ['Fake'], []],
  ]);
});

test('an unreadable post is a message, a missing picture its words', async () => {
  const cwd = await temporaryFolder({ 'posts/empty.md': '', 'posts/p.md': '![A map](map.png)' });
  const report = await run(cwd);
  expect(told(report)).toEqual([
    'posts/empty.md: file-empty: Empty',
    'posts/p.md: img-missing: Picture `map.png`: there is no such file',
  ]);
  expect(await readFile(join(cwd, 'out/p.pdf'), 'utf8')).toBe('pdf:![A map](map.png)A map\n');
});

test('a post that fails never stops the others, and nothing of it is moved into place', async () => {
  const cwd = await temporaryFolder({
    'posts/a.md': 'a',
    'posts/b.md': 'b',
    'posts/c.md': 'c',
    'posts/d.md': 'd',
  });
  const epub = fakeEpub(({ metadata }) => {
    if (metadata.slug === 'a') throw new InternalError('torn', { stage: 'epub/pack' });
    if (metadata.slug === 'b') throw new TypeError('x is undefined');
    if (metadata.slug === 'c') throw new ResourceError('No font', { path: 'f', cause: new Error('gone') });
    return [];
  });
  const report = await run(cwd, { changes: { epub } });
  expect(withoutStack(report)).toEqual([
    { post: 'posts/a.md', kind: 'internal', stage: 'epub/pack', reason: 'torn' },
    { post: 'posts/b.md', kind: 'internal', stage: 'epub', reason: 'x is undefined' },
    { post: 'posts/c.md', kind: 'resource', stage: 'epub', reason: 'No font (gone)' },
  ]);
  expect(await listFiles(join(cwd, 'out'))).toEqual(['.tagleaf-files', 'd.epub', 'd.pdf', 'links.csv']);
});

test('a file that reads back differently is not moved into place', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': 'a' });
  const verify: Stages['verify'] = async (_publication, { format }) => {
    if (format === 'epub') throw new InternalError('words differ', { stage: 'readback' });
  };
  const report = await run(cwd, { verify: true, changes: { verify } });
  expect((await run(cwd, { verify: true, write: false })).failures).toEqual([]);
  expect(withoutStack(report)).toEqual([
    { post: 'posts/a.md', kind: 'internal', stage: 'readback', reason: 'words differ' },
  ]);
  expect(await listFiles(cwd)).toEqual(['posts/a.md']);
});

test('where a file cannot be put in place, nothing half-written stays', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': 'a', 'out/a.epub/taken': '' });
  const report = await run(cwd, { force: true });
  expect(report.failures.map(({ post, kind, stage }) => [post, kind, stage])).toEqual([
    ['posts/a.md', 'resource', 'write'],
  ]);
  expect(await listFiles(join(cwd, 'out'))).toEqual(['.tagleaf-files', 'a.epub/taken', 'a.pdf', 'links.csv']);
});

test('flags win over the configuration, whose paths are relative to it', async () => {
  const cwd = await temporaryFolder({
    'conf/t.yaml': 'posts: in\nout: from-config\nformats: [epub]\npage: a4\nlimits: {depth: 3}\n',
    'conf/in/a.md': 'a',
  });
  const settings = await resolveSettings({ cwd, config: 'conf/t.yaml', page: 'letter' });
  expect(settings.out).toBe(join(cwd, 'conf/from-config'));
  expect(settings.inputs).toEqual([{ name: 'in', path: join(cwd, 'conf/in') }]);
  expect([settings.formats, settings.page]).toEqual([['epub'], 'letter']);
  expect(settings.limits).toEqual({
    postBytes: 10_000_000,
    readWork: 400_000_000,
    readWorkPerByte: 11_000,
    depth: 3,
    imagePixels: 50_000_000,
    imageBytes: 20_000_000,
    linkSeconds: 20,
    linksAtATime: 8,
    linkDelaySeconds: 1,
  });
});

test('all links of what was written are listed beside it, in reading order', async () => {
  const link = (url: string): Inline => ({
    type: 'link',
    target: { kind: 'external', url },
    children: [{ type: 'text', value: 'there, "now"', offset: 0 }],
    place: { start: { line: 7, column: 1, offset: 9 }, end: { line: 7, column: 5, offset: 13 } },
  });
  const cwd = await temporaryFolder({ 'posts/b.md': 'https://b.gov/', 'posts/a.md': 'https://a.gov/' });
  const stages = await fakeStages();
  const parse: Stages['parse'] = (bytes, post) => {
    const read = stages.parse(bytes, post);
    const body: Block[] = [{ type: 'paragraph', children: [link(Buffer.from(bytes).toString())] }];
    return read.value ? { ...read, value: { ...read.value, body } } : read;
  };
  const report = await run(cwd, { changes: { parse } });
  expect(report.linkInventory).toBe('out/links.csv');
  const lines = [
    'text,target,post,line,kind',
    '"there, ""now""",https://a.gov/,posts/a.md,7,external',
    '"there, ""now""",https://b.gov/,posts/b.md,7,external',
  ];
  expect(await readFile(join(cwd, 'out/links.csv'), 'utf8')).toBe(
    lines.map((line) => `${line}\r\n`).join(''),
  );
});

test('of the posts of a run, no more than two wait to be written while the next is read', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const cwd = await temporaryFolder(Object.fromEntries(names.map((name) => [`posts/${name}.md`, name])));
  const stages = await fakeStages();
  const out = join(cwd, 'out');
  const ahead: number[] = [];
  const parse: Stages['parse'] = (bytes, post) => {
    const written = existsSync(out) ? readdirSync(out).filter((name) => /^[a-f]\.pdf$/u.test(name)) : [];
    ahead.push(names.indexOf(post.path.slice(0, 1)) - written.length);
    return stages.parse(bytes, post);
  };
  await run(cwd, { formats: ['pdf'], changes: { parse } });
  expect(ahead).toHaveLength(names.length);
  expect(Math.max(...ahead)).toBe(2);
});

test('what is thrown for all posts ends the run, and what was made before is written whole', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': 'a', 'posts/b.md': 'b', 'posts/c.md': 'c' });
  const stages = await fakeStages();
  const parse: Stages['parse'] = (bytes, post) => {
    if (post.path === 'b.md') throw new UsageError('this is wrong for all');
    return stages.parse(bytes, post);
  };
  const running = run(cwd, { formats: ['pdf'], changes: { parse } });
  await expect(running).rejects.toThrow('this is wrong for all');
  expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['.tagleaf-files', 'a.pdf']);
});

test('a post that cannot be read stands in the way of none that has its name', async () => {
  const cwd = await temporaryFolder({ 'one/x.md': '', 'two/X.md': 'X', 'two/y.md': 'y', 'three/y.md': 'y2' });
  const report = await run(cwd, { inputs: ['one', 'two', 'three'], formats: ['pdf'] });
  expect(paths(report)).toEqual(['out/X.pdf']);
  expect(told(report)).toEqual([
    'one/x.md: file-empty: Empty',
    'two/y.md: output-collision: Output path `y` is also that of `three/y.md`',
    'three/y.md: output-collision: Output path `y` is also that of `two/y.md`',
  ]);
});
