import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import type { BuildOptions } from '../../src/project/build-options.ts';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { loadStages } from '../../src/publish/load-stages.ts';
import { runBuild } from '../../src/publish/run-build.ts';
import { openContentStore, type ContentStore } from '../../src/queue/content-store.ts';
import { orderMaker, type MakeOrder } from '../../src/queue/make-order.ts';
import { openOrder } from '../../src/queue/open-order.ts';
import { packSettings, unpackSettings } from '../../src/queue/packed-settings.ts';
import { remoteMaker, type Carrier } from '../../src/queue/remote-maker.ts';
import { pngAsset } from '../epub/build-document.ts';
import { project } from '../publish/cached-project.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';

/** A carrier that makes each order here, in folders that hold nothing of the project, through JSON as a queue does. */
function carrierHere(store: ContentStore, folder: string, sent: string[]): Carrier {
  const makers = new Map<string, Promise<MakeOrder>>();
  const open = async (sha256: string): Promise<MakeOrder> => {
    const { settings } = await unpackSettings(sha256, store, { folder, modulesFrom: process.cwd() });
    return orderMaker(settings);
  };
  return {
    send: async (name, data) => {
      sent.push(name);
      const order = await openOrder(JSON.parse(JSON.stringify(data)), store);
      const maker = makers.get(order.settings) ?? open(order.settings);
      makers.set(order.settings, maker);
      return (await maker)(order, store);
    },
    close: async () => undefined,
  };
}

async function runRemote(
  cwd: string,
  options: BuildOptions,
  between: (carrier: Carrier, store: ContentStore) => Carrier = (carrier) => carrier,
): Promise<{ readonly report: BuildReport; readonly sent: readonly string[]; readonly store: string }> {
  const elsewhere = await temporaryFolder({ 'laid/x': '', 'store/x': '' });
  const store = await openContentStore(pathToFileURL(join(elsewhere, 'store')).href);
  const settings = await resolveSettings({ cwd, out: 'far', ...options });
  const packed = await packSettings(settings, store);
  const sent: string[] = [];
  const carrier = between(carrierHere(store, join(elsewhere, 'laid'), sent), store);
  const report = await runBuild({
    settings,
    load: () => loadStages(settings),
    openMaker: async (running) => remoteMaker(running, { store, carrier, settings: packed, width: 4 }),
  });
  return { report, sent, store: join(elsewhere, 'store') };
}

async function runNear(cwd: string, options: BuildOptions = {}): Promise<BuildReport> {
  const settings = await resolveSettings({ cwd, out: 'near', ...options });
  return runBuild({ settings, load: () => loadStages(settings) });
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  for (const path of await listFiles(folder)) {
    files[path] = (await readFile(join(folder, path))).toString('base64');
  }
  return files;
}

/** What a run said, with the name of its output folder taken out. */
function said(report: BuildReport, out: string): unknown {
  return JSON.parse(JSON.stringify(report).replaceAll(`"${out}/`, '"out/'));
}

test.each<[string, BuildOptions]>([
  ['posts', {}],
  ['posts, verified, with catalogues', { verify: true, catalogue: true, drafts: true }],
  ['a book', { collections: true }],
  ['one format', { formats: ['epub'], pageList: false }],
  ['strict', { strict: true, drafts: true }],
])('what is made elsewhere is what is made here: %s', async (_, options) => {
  const cwd = await temporaryFolder(project);
  const near = await runNear(cwd, options);
  const { report, sent } = await runRemote(cwd, options);
  expect(near.files.length).toBeGreaterThan(0);
  expect(said(report, 'far')).toEqual(said(near, 'near'));
  expect(await filesIn(join(cwd, 'far'))).toEqual(await filesIn(join(cwd, 'near')));
  expect(sent.length).toBeGreaterThan(0);
});

test('only what was asked for leaves the machine', async () => {
  const cwd = await temporaryFolder({ ...project, 'posts/secret.txt': 'nobody asked', 'posts/.env': 'key' });
  const { store } = await runRemote(cwd, {});
  const kept = Object.values(await filesIn(store)).map((text) =>
    Buffer.from(text, 'base64').toString('latin1'),
  );
  expect(kept.filter((text) => text.includes('nobody asked') || text === 'key')).toEqual([]);
  // The include that a post asks for is among it.
  expect(kept).toContain('A note with *words*.\n');
});

test('a post that asks nothing is sent once, one that asks twice, an include with a picture once more', async () => {
  const head = '---\ntitle: T\nlang: en\n---\n\n';
  const include = (path: string): string => `\`\`\`{include} ${path}\n\`\`\`\n`;
  const cwd = await temporaryFolder({
    'myst.yml': 'version: 1\n',
    'posts/a.md': `${head}Words.\n`,
    'posts/b.md': `${head}${include('one.txt')}`,
    'posts/c.md': `${head}${include('two.txt')}`,
    'posts/one.txt': 'One.\n',
    'posts/two.txt': '![A map](map.png)\n',
    'posts/map.png': pngAsset('map', 8, 8).bytes,
  });
  const near = await runNear(cwd);
  const { report, sent } = await runRemote(cwd, {});
  expect(said(report, 'far')).toEqual(said(near, 'near'));
  const counts = ['a', 'b', 'c'].map((name) => sent.filter((post) => post === `posts/${name}.md`).length);
  expect(counts).toEqual([1, 2, 3]);
});

test('what the store loses or damages is put there again, and made again', async () => {
  const cwd = await temporaryFolder(project);
  const near = await runNear(cwd);
  let damaged = 0;
  const { report } = await runRemote(cwd, {}, (carrier, store) => ({
    ...carrier,
    send: async (name, data, options) => {
      const result = await carrier.send(name, data, options);
      if ('outcome' in result && damaged < 3) {
        damaged += 1;
        const { outcome } = result;
        await writeFile(join(store.shown, 'sha256', outcome.slice(0, 2), outcome.slice(2)), 'other bytes');
      }
      return result;
    },
  }));
  expect(damaged).toBe(3);
  expect(said(report, 'far')).toEqual(said(near, 'near'));
  expect(await filesIn(join(cwd, 'far'))).toEqual(await filesIn(join(cwd, 'near')));
});

test('an input that is damaged is noticed by who makes it, and put there again', async () => {
  const cwd = await temporaryFolder(project);
  const near = await runNear(cwd);
  const damaged = new Set<string>();
  const { report, sent } = await runRemote(cwd, {}, (carrier, store) => ({
    ...carrier,
    send: async (name, data, options) => {
      const post = 'order' in data ? data.order.posts[0]?.[1] : undefined;
      if (post !== undefined && !damaged.has(post)) {
        damaged.add(post);
        await writeFile(join(store.shown, 'sha256', post.slice(0, 2), post.slice(2)), 'half');
      }
      return carrier.send(name, data, options);
    },
  }));
  expect(damaged.size).toBeGreaterThan(2);
  expect(sent.length).toBeGreaterThan(damaged.size);
  expect(said(report, 'far')).toEqual(said(near, 'near'));
});

test('a store that loses all is told of each post, and ends', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': '---\ntitle: T\nlang: en\n---\n\nWords.\n' });
  const { report, sent } = await runRemote(cwd, {}, (carrier) => ({
    ...carrier,
    send: async (name, data, options) => {
      await carrier.send(name, data, options);
      return { lost: ['0'.repeat(64)] };
    },
  }));
  expect(sent).toHaveLength(4);
  expect(report.failures.map(({ reason, kind, post }) => ({ reason, kind, post }))).toEqual([
    {
      reason: expect.stringMatching(/store loses what is put there$/u),
      kind: 'resource',
      post: 'posts/a.md',
    },
  ]);
});

test('what failed elsewhere is told of its post, and the others are made', async () => {
  const cwd = await temporaryFolder(project);
  const near = await runNear(cwd);
  const { report } = await runRemote(cwd, {}, (carrier) => ({
    ...carrier,
    send: async (name, data, options) => {
      if (name.endsWith('a.md')) throw new ResourceError('its worker ended 3 times', { path: '' });
      return carrier.send(name, data, options);
    },
  }));
  expect(report.failures).toEqual([
    { post: 'posts/a.md', kind: 'resource', stage: 'queue', reason: 'its worker ended 3 times' },
  ]);
  const others = near.files.filter(({ post }) => post !== 'posts/a.md').map(({ sha256 }) => sha256);
  expect(report.files.map(({ sha256 }) => sha256)).toEqual(others);
});
