import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished, expect, test } from 'vitest';
import { UsageError } from '../../src/diagnostics/errors.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import type { WatchedPaths } from '../../src/watch/watch-paths.ts';
import { watchProject } from '../../src/watch/watch-project.ts';
import { pngAsset } from '../epub/build-document.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';

const head = (title: string): string => `---\ntitle: ${title}\nlang: en\n---\n\n`;

/** A build of a project that is watched: what the next build makes, or how it fails. */
interface Watching {
  readonly cwd: string;
  /** The posts that the next build makes, or the error that ends it. */
  readonly next: () => Promise<readonly string[] | Error>;
  readonly change: (path: string, text: string | Uint8Array) => Promise<void>;
  /** The builds that nobody asked for yet. */
  readonly waiting: () => readonly (readonly string[] | Error)[];
  readonly report: () => BuildReport | undefined;
  readonly paths: () => WatchedPaths | undefined;
  readonly end: () => Promise<void>;
}

/** Watches a project until the test is over; the first build is done. */
async function watching(
  files: Readonly<Record<string, string | Uint8Array>>,
  { inputs = ['posts'], out = 'out' }: { readonly inputs?: readonly string[]; readonly out?: string } = {},
): Promise<Watching> {
  const cwd = await temporaryFolder(files);
  const controller = new AbortController();
  const builds: (readonly string[] | Error)[] = [];
  let wake = (): void => undefined;
  let made: string[] = [];
  let [report, paths]: [BuildReport | undefined, WatchedPaths | undefined] = [undefined, undefined];
  let isWaiting = false;
  let outcome: readonly string[] | Error = [];
  const running = watchProject(
    {
      config: undefined,
      options: { cwd, allowPlugins: true },
      request: {
        inputs,
        out,
        formats: ['epub'],
        pageList: false,
        cache: true,
        onProgress: (event) =>
          void (event.type === 'post-finished' && !event.cached && made.push(event.post)),
      },
    },
    {
      onBuild: () => {
        [made, isWaiting] = [[], false];
      },
      onReport: (value) => {
        [report, outcome] = [value, made.toSorted()];
      },
      onError: (error) => {
        outcome = error instanceof Error ? error : new Error(String(error));
      },
      onWaiting: (watched) => {
        [paths, isWaiting] = [watched, true];
        builds.push(outcome);
        wake();
      },
    },
    controller.signal,
  );
  const end = async (): Promise<void> => {
    controller.abort();
    await running;
  };
  onTestFinished(end);
  const next: Watching['next'] = async () => {
    while (builds.length === 0 || !isWaiting) await new Promise<void>((resolve) => (wake = resolve));
    return builds.shift() ?? [];
  };
  const change: Watching['change'] = async (path, text) => writeFile(join(cwd, path), text);
  const watch = {
    cwd,
    next,
    change,
    end,
    waiting: () => [...builds],
    report: () => report,
    paths: () => paths,
  };
  await next();
  return watch;
}

async function textOf(cwd: string, name: string): Promise<string> {
  return (await readEpub(await readFile(join(cwd, 'out', name)))).text;
}

const site = {
  'posts/a.md': `${head('A')}![Map](map.png)\n\n{{< include note.md >}}\n`,
  'posts/b.md': `${head('B')}See [A](a.md).\n`,
  'posts/c.md': `${head('C')}Words.\n`,
  'posts/note.md': 'A note.\n',
  'posts/map.png': pngAsset('map', 4, 4).bytes,
  'tagleaf.yaml': 'theme: ./look.yaml\ntemplates: templates\n',
  'look.yaml': 'name: Look\nextends: standard\n',
  'templates/epub/style.css': 'p { margin: 0 }\n',
};

test('what is saved is built again, with what depends on it, and nothing else', async () => {
  const { cwd, next, change, waiting } = await watching(site);
  await change('posts/c.md', `${head('C')}Other words.\n`);
  expect(await next()).toEqual(['posts/c.md']);
  expect(await textOf(cwd, 'c.epub')).toContain('Other words.');
  await change('posts/map.png', pngAsset('map', 8, 8).bytes);
  expect(await next()).toEqual(['posts/a.md']);
  // As editors do that save beside and rename.
  await change('posts/.c.md.new', `${head('C')}Renamed words.\n`);
  await rename(join(cwd, 'posts/.c.md.new'), join(cwd, 'posts/c.md'));
  expect(await next()).toEqual(['posts/c.md']);
  expect(await textOf(cwd, 'c.epub')).toContain('Renamed words.');
  // What builds write is no cause of another; on a slow machine a file that was written and renamed may be seen twice.
  await sleep(300);
  const late = waiting();
  expect(late.flat()).toEqual([]);
  expect(late.length).toBeLessThanOrEqual(1);
}, 120_000);

test('theme, templates and configuration make all anew, and an error in them is told until it is mended', async () => {
  const { cwd, next, change } = await watching(site);
  const all = ['posts/a.md', 'posts/b.md', 'posts/c.md', 'posts/note.md'];
  await change('look.yaml', 'name: Look\nextends: compact\n');
  expect(await next()).toEqual(all);
  await change('templates/epub/style.css', 'p { margin: 1em }\n');
  expect(await next()).toEqual(all);
  await change('tagleaf.yaml', 'colour: red\n');
  const wrong = await next();
  expect(wrong).toBeInstanceOf(UsageError);
  expect(String(wrong)).toContain('unknown key `colour`');
  // Nobody is forgotten meanwhile.
  await change('posts/c.md', `${head('C')}Later words.\n`);
  expect(await next()).toBeInstanceOf(UsageError);
  await rm(join(cwd, 'tagleaf.yaml'));
  expect(await next()).toEqual(all);
  expect(await textOf(cwd, 'c.epub')).toContain('Later words.');
  await change('tagleaf.yaml', 'lint: { heading-as-bold: off }\n');
  expect(await next()).toEqual(all);
}, 120_000);

test('posts come and go; with the last of them it goes on', async () => {
  const { cwd, next, change, report } = await watching({ 'posts/a.md': `${head('A')}Words.\n` });
  await change('posts/b.md', `${head('B')}Words.\n`);
  expect(await next()).toEqual(['posts/b.md']);
  await rm(join(cwd, 'posts/a.md'));
  expect(await next()).toEqual([]);
  expect(report()?.counts.posts).toBe(1);
  await rm(join(cwd, 'posts/b.md'));
  expect(await next()).toBeInstanceOf(UsageError);
  await change('posts/c.md', `${head('C')}Words.\n`);
  expect(await next()).toEqual(['posts/c.md']);
}, 120_000);

test('outputs among the posts make no loop', async () => {
  const { cwd, next, change, waiting } = await watching(
    { 'posts/a.md': `${head('A')}Words.\n` },
    { out: 'posts' },
  );
  expect(await listFiles(join(cwd, 'posts'))).toContain('a.epub');
  await sleep(300);
  expect(waiting()).toEqual([]);
  await change('posts/a.md', `${head('A')}More.\n`);
  expect(await next()).toEqual(['posts/a.md']);
  await sleep(300);
  expect(waiting()).toEqual([]);
}, 120_000);

test('beside a file that is named, only what it asked for is watched', async () => {
  const { next, change, paths, cwd, waiting } = await watching(
    { 'posts/a.md': `${head('A')}![Map](map.png)\n`, 'posts/other.md': 'Words.\n' },
    { inputs: ['posts/a.md'] },
  );
  expect(paths()).toEqual({
    folders: [],
    files: [join(cwd, 'tagleaf.yaml'), join(cwd, 'posts/a.md'), join(cwd, 'posts/map.png')],
  });
  await change('posts/other.md', 'Other.\n');
  await sleep(300);
  expect(waiting()).toEqual([]);
  await change('posts/map.png', pngAsset('map', 4, 4).bytes);
  expect(await next()).toEqual(['posts/a.md']);
}, 120_000);

test('a plug-in of the project is run as it is now', async () => {
  const plugin = (word: string): string =>
    `export default { handlers: { say: () => ({ type: 'text', value: '${word}' }) } };\n`;
  const { cwd, next, change } = await watching({
    'posts/a.md': `${head('A')}It says {% say %}.\n`,
    'say.mjs': plugin('one'),
    'tagleaf.yaml': 'plugins: [./say.mjs]\n',
  });
  expect(await textOf(cwd, 'a.epub')).toContain('says one.');
  await change('say.mjs', plugin('two'));
  expect(await next()).toEqual(['posts/a.md']);
  expect(await textOf(cwd, 'a.epub')).toContain('says two.');
}, 120_000);

test('who ends it while nothing or something is built gets whole files', async () => {
  const { cwd, change, end } = await watching(site);
  await change('posts/c.md', `${head('C')}Last words.\n`);
  await sleep(60);
  await end();
  for (const name of (await listFiles(join(cwd, 'out'))).filter((one) => one.endsWith('.epub')))
    expect((await textOf(cwd, name)).length).toBeGreaterThan(0);
  expect((await listFiles(join(cwd, 'out'))).filter((name) => name.endsWith('.part'))).toEqual([]);
}, 120_000);
