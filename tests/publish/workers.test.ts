import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { BuildEvent } from '../../src/publish/build-event.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import type { BuildRequest, OpenOptions, ProjectConfig, Tagleaf } from '../../src/publish/tagleaf.ts';
import { builtLibrary } from '../built-library.ts';
import { pngAsset, pngChunk } from '../epub/build-document.ts';
import { isLong } from '../how-long.ts';
import { project } from './cached-project.ts';
import { listFiles, temporaryFolder } from './temporary-folder.ts';

// A thread runs what was compiled.
const {
  openTagleaf,
}: { readonly openTagleaf: (config?: ProjectConfig, options?: OpenOptions) => Promise<Tagleaf> } =
  await import(pathToFileURL(join(builtLibrary, 'index.js')).href);

/** Posts of sites, where they lie beside the checkout. */
const corpora = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));

function corpusPosts(): Readonly<Record<string, Uint8Array>> {
  if (!existsSync(corpora)) return {};
  const folders = readdirSync(corpora).filter((name) => name.startsWith('posts-'));
  const paths = folders.flatMap((folder) =>
    readdirSync(join(corpora, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join(folder, path)),
  );
  const taken = paths.toSorted().filter((_, index) => index % (isLong ? 12 : 40) === 0);
  return Object.fromEntries(
    taken.map((path) => [`posts/corpora/${path}`, readFileSync(join(corpora, path))]),
  );
}

const name = (index: number): string => `posts/p${index}.md`;
const body = (index: number): string =>
  `---\ntitle: Post ${index}\nlang: en\n---\n\nWords of [it](https://a.gov/${index}).\n`;
const few = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), body(index)]));

/** A run, all that it said, and every byte of its output folder. */
async function built(
  files: Readonly<Record<string, string | Uint8Array>>,
  request: BuildRequest,
  { runs = 1, ...options }: OpenOptions & { readonly runs?: number } = {},
): Promise<{ readonly report: BuildReport; readonly files: Readonly<Record<string, string>> }> {
  const cwd = await temporaryFolder(files);
  let report: BuildReport | undefined;
  for (let run = 0; run < runs; run += 1) {
    const tagleaf = await openTagleaf(undefined, { cwd, ...options });
    report = await tagleaf.build({ out: 'out', ...request });
    await tagleaf.close();
  }
  if (!report) throw new Error('no run');
  const written: Record<string, string> = {};
  for (const path of await listFiles(join(cwd, 'out')))
    written[path] = (await readFile(join(cwd, 'out', path))).toString('base64');
  return { report, files: written };
}

describe('whatever the number of workers', () => {
  const posts = { ...project, ...corpusPosts() };
  const counts = isLong ? [1, 2, 4] : [1, 3];

  test('report and files of posts are those of a run without any, without a cache and with one', async () => {
    const none = await built(posts, { workers: 0, catalogue: true });
    expect(Object.keys(none.files).length).toBeGreaterThan(6);
    for (const workers of counts) {
      expect(await built(posts, { workers, catalogue: true })).toEqual(none);
      expect(await built(posts, { workers, catalogue: true, cache: true }, { runs: 2 })).toEqual(none);
    }
  }, 600_000);

  test('so are those of collections, of strict and verified runs, and of runs that write nothing', async () => {
    const second =
      'collections: { book: { title: B, lang: en, posts: [posts/a.md] }, other: { title: O, lang: en, posts: [posts/b.md, posts/a.md] } }\n';
    const books = { ...project, ...few(3), 'tagleaf.yaml': `templates: templates\n${second}` };
    const requests: readonly BuildRequest[] = [
      { collections: true },
      { strict: true, verify: true },
      { write: false, formats: ['epub'], pageList: false },
    ];
    for (const request of requests) {
      const none = await built(books, { workers: 0, ...request });
      expect(none.report.files.length).toBeGreaterThan(0);
      expect(await built(books, { workers: 2, ...request })).toEqual(none);
    }
  }, 300_000);

  test('a post that is as deep as it may be is read alike', async () => {
    const deep = (levels: number): Readonly<Record<string, string>> => ({
      'tagleaf.yaml': `limits: { depth: ${levels} }\n`,
      'posts/quotes.md': `${body(1)}\n${'> '.repeat(levels - 1)}Deep.\n`,
      'posts/lists.md': `${body(2)}\n${'- '.repeat(levels - 1)}Deep.\n`,
      'posts/html.md': `${body(3)}\n${'<div>'.repeat(levels)}Deep.${'</div>'.repeat(levels)}\n`,
      'posts/emphasis.md': `${body(4)}\n${'*a **b '.repeat(levels)}Deep${'** *'.repeat(levels)}\n`,
    });
    // The parser bears 400; what a project allows beyond that is flattened.
    for (const levels of [64, 2000]) {
      const none = await built(deep(levels), { workers: 0 });
      expect(none.report.failures).toEqual([]);
      expect(none.report.files.length).toBeGreaterThan(5);
      expect(await built(deep(levels), { workers: 1 })).toEqual(none);
    }
  }, 300_000);

  test('each post is told when it is begun and done, and each post of a collection when it is read', async () => {
    const books = {
      ...few(6),
      'tagleaf.yaml': 'collections: { book: { title: B, lang: en, posts: [posts] } }\n',
    };
    for (const workers of [0, 2]) {
      const told: BuildEvent[] = [];
      const onProgress = (event: BuildEvent): void => void told.push(event);
      await built(books, { workers, onProgress });
      await built(books, { workers, onProgress, collections: true });
      const numbers = (type: BuildEvent['type']): readonly number[] =>
        told.flatMap((event) => (event.type === type && 'number' in event ? [event.number] : []));
      expect(told.filter(({ type }) => type === 'run-started')).toEqual([
        { type: 'run-started', total: 6 },
        { type: 'run-started', total: 1 },
      ]);
      expect(numbers('post-started')).toEqual([1, 2, 3, 4, 5, 6, 1]);
      expect(numbers('post-finished').slice(0, 6).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
      expect(numbers('member-read')).toEqual([1, 2, 3, 4, 5, 6]);
      expect(told.at(-1)).toMatchObject({ type: 'post-finished', number: 1 });
    }
  }, 120_000);

  test('a misspelt theme ends the run before anything is written', async () => {
    for (const workers of [0, 2]) {
      const cwd = await temporaryFolder(few(3));
      const tagleaf = await openTagleaf({ theme: 'fancy' }, { cwd });
      const run = tagleaf.build({ out: 'out', workers });
      await expect(run).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringContaining('fancy'),
      });
      expect(await listFiles(join(cwd, 'out'))).toEqual([]);
    }
  }, 120_000);
});

/** A plug-in that does to a post what its word says. */
const plugin = `export default () => (tree, file) => {
  const text = String(file);
  const held = [];
  if (text.includes('ENDLESS')) for (;;);
  if (text.includes('GREEDY')) for (;;) held.push(Array.from({ length: 100000 }, (_, index) => ({ index })));
};\n`;

describe('a post that exhausts', () => {
  const exhausting = (word: string, limits: string): Readonly<Record<string, string>> => ({
    ...few(5),
    [name(2)]: `${body(2)}\n${word}\n`,
    'tagleaf.yaml': `plugins: [./plugin.mjs]\nlimits: { ${limits} }\n`,
    'plugin.mjs': plugin,
  });
  const others = [0, 1, 3, 4].map(name);

  test.each([
    [
      'time',
      'ENDLESS',
      'makeSeconds: 2',
      'making it takes longer than it may (2 s): part it, or raise `limits.makeSeconds`',
    ],
    [
      'memory',
      'GREEDY',
      'makeMegabytes: 128',
      'making it takes more memory than it may (128 MB): part it, or raise `limits.makeMegabytes`',
    ],
  ])(
    'the %s that there is fails alone',
    async (_, word, limits, reason) => {
      const { report } = await built(
        exhausting(word, limits),
        { workers: 1, formats: ['epub'], pageList: false },
        { allowPlugins: true },
      );
      expect(report.failures).toEqual([{ post: name(2), stage: 'make', kind: 'resource', reason }]);
      expect(report.files.map(({ post }) => post)).toEqual(others);
      const calm = await built(
        exhausting('CALM', limits),
        { workers: 1, formats: ['epub'], pageList: false },
        { allowPlugins: true },
      );
      expect(calm.report.failures).toEqual([]);
      expect(calm.report.files).toHaveLength(5);
    },
    300_000,
  );
});

test('a post whose pictures take more memory than a worker may use fails alone, and is made where it may use more', async () => {
  const { bytes } = pngAsset('map', 8, 8);
  const end = bytes.length - 12;
  const pictures = Array.from({ length: 12 }, (_, index) => [
    `posts/${index}.png`,
    // A chunk of another's, which no reader looks into.
    Buffer.concat([
      bytes.subarray(0, end),
      pngChunk('noTe', Buffer.alloc(8_000_000, index)),
      bytes.subarray(end),
    ]),
  ]);
  const shown = pictures.map((_, index) => `![Map ${index}](${index}.png)`).join('\n\n');
  const run = (megabytes: number): ReturnType<typeof built> =>
    built(
      {
        ...few(3),
        ...Object.fromEntries(pictures),
        [name(1)]: `${body(1)}\n${shown}\n`,
        'tagleaf.yaml': `limits: { makeMegabytes: ${megabytes} }\n`,
      },
      { workers: 1, formats: ['pdf'] },
    );
  const { report } = await run(80);
  expect(report.failures).toEqual([
    {
      post: name(1),
      stage: 'assets',
      kind: 'resource',
      reason: 'making it takes more memory than it may (80 MB): part it, or raise `limits.makeMegabytes`',
    },
  ]);
  expect(report.files.map(({ post }) => post)).toEqual([name(0), name(2)]);
  expect((await run(800)).report.files).toHaveLength(3);
}, 120_000);

test('plug-ins that are functions run in this process, whatever is asked', async () => {
  const cwd = await temporaryFolder(few(2));
  let runs = 0;
  const count = () => (): void => void (runs += 1);
  const tagleaf = await openTagleaf({ plugins: [count] }, { cwd });
  const report = await tagleaf.build({ out: 'out', workers: 2, formats: ['epub'], pageList: false });
  expect(report.files).toHaveLength(2);
  expect(runs).toBe(2);
}, 60_000);

test('a run that is ended while workers make posts rejects at once with the reason', async () => {
  const cwd = await temporaryFolder({
    ...few(2),
    'posts/a.md': `${body(9)}\nENDLESS\n`,
    'tagleaf.yaml': 'plugins: [./plugin.mjs]\n',
    'plugin.mjs': plugin,
  });
  const tagleaf = await openTagleaf(undefined, { cwd, allowPlugins: true });
  const controller = new AbortController();
  const run = tagleaf.build({
    out: 'out',
    workers: 2,
    signal: controller.signal,
    onProgress: (event) => {
      if (event.type === 'post-started' && event.number === 3) controller.abort(new Error('enough'));
    },
  });
  await expect(run).rejects.toThrow('enough');
}, 60_000);
