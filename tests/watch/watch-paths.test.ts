import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { isOutputOf } from '../../src/watch/is-output.ts';
import { watchPaths } from '../../src/watch/watch-paths.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

test('changes are told once nothing changes for a moment, and a file that is not there yet is seen', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': 'x', 'posts/node_modules/b.md': 'x', 'other.md': 'x' });
  const path = (name: string): string => join(cwd, name);
  const watcher = watchPaths((changed) => changed.endsWith('.pdf'));
  const controller = new AbortController();
  onTestFinished(() => watcher.close());
  await watcher.set({ folders: [path('posts')], files: [path('later.yaml')] });
  const next = (): Promise<readonly string[]> => watcher.next(controller.signal);

  await writeFile(path('posts/a.md'), 'half');
  await sleep(15);
  await appendFile(path('posts/a.md'), ' and half');
  await writeFile(path('posts/new.md'), 'x');
  expect((await next()).toSorted()).toEqual([path('posts/a.md'), path('posts/new.md')]);

  await writeFile(path('posts/a.pdf'), 'x');
  await writeFile(path('posts/node_modules/b.md'), 'y');
  await writeFile(path('other.md'), 'y');
  await writeFile(path('later.yaml'), 'x');
  expect(await next()).toEqual([path('later.yaml')]);

  await mkdir(path('posts/deep'));
  await writeFile(path('posts/deep/c.md'), 'x');
  expect(await next()).toContain(path('posts/deep/c.md'));
  await rename(path('posts/deep/c.md'), path('posts/deep/d.md'));
  expect(await next()).toContain(path('posts/deep/d.md'));
  await rm(path('posts/deep'), { recursive: true });
  expect(await next()).toEqual(expect.arrayContaining([path('posts/deep')]));

  const last = next();
  controller.abort();
  expect(await last).toEqual([]);
}, 60_000);

test.each([
  ['/p/out/a.pdf', true],
  ['/p/out/any.txt', true],
  ['/p/.tagleaf/cache/x', true],
  ['/p/posts/a.pdf', false],
])('%s is an output: %s', (path, expected) => {
  const cache = { folder: '/p/.tagleaf/cache', mostBytes: 1 };
  expect(isOutputOf({ out: '/p/out', inputs: [{ name: 'posts', path: '/p/posts' }], cache }, path)).toBe(
    expected,
  );
});

test.each([
  ['/p/posts/a.pdf', true],
  ['/p/posts/a.cover.png', true],
  ['/p/posts/links.csv', true],
  ['/p/posts/.a.pdf.0123456789ab.part', true],
  ['/p/posts/a.md', false],
  ['/p/posts/map.png', false],
])('where posts are written beside themselves, %s is an output: %s', (path, expected) => {
  const inputs = [{ name: 'posts', path: '/p/posts' }];
  expect(isOutputOf({ out: '/p/posts', inputs, cache: undefined }, path)).toBe(expected);
});
