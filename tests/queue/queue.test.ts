import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLong } from '../how-long.ts';
import { project } from '../publish/cached-project.ts';
import { parseOrderNews } from '../../src/queue/order.ts';
import { noRedis } from './servers.ts';
import { asNear, bytesIn, localBuild, smallPosts, withoutProgress, world, type World } from './world.ts';

if (noRedis !== undefined) console.log(`tests/queue/queue.test.ts is skipped: ${noRedis}`);

/** Everything once and right: the same report as of a local build, and the same bytes, no more and no less. */
async function expectLikeLocal(at: World, run: Awaited<ReturnType<World['build']>>): Promise<void> {
  const near = await localBuild(at.cwd);
  expect(asNear(withoutProgress(run))).toEqual(withoutProgress(near));
  expect(await bytesIn(join(at.cwd, 'far'))).toEqual(await bytesIn(join(at.cwd, 'near')));
}

/** Waits for the first job that a worker took: its process, and that in which it makes it. */
function firstTaken({ events }: World): Promise<{ readonly worker: number; readonly maker: number }> {
  return new Promise((resolve) => {
    events.on('progress', ({ data }) => {
      const news = parseOrderNews(data);
      if (news && 'pid' in news) resolve({ worker: Number(news.taken.split(':').at(-1)), maker: news.pid });
    });
  });
}

/** Whether a process is there. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.skipIf(noRedis !== undefined)('a build by a queue', () => {
  test('says and writes what a local one does, posts and books', async () => {
    const at = await world(project);
    at.worker(['--concurrency', '2']);
    await expectLikeLocal(at, await at.build());
    const book = await at.build(['--collection', 'book', '--force']);
    const nearBook = await localBuild(at.cwd, ['--collection', 'book', '--force']);
    expect(asNear(withoutProgress(book))).toEqual(withoutProgress(nearBook));
    expect(await bytesIn(join(at.cwd, 'far'))).toEqual(await bytesIn(join(at.cwd, 'near')));
    // Nothing of it stays in the queue.
    expect(await at.queue.getJobCountByTypes('waiting', 'active', 'delayed', 'completed', 'failed')).toBe(0);
  });

  test('that nobody takes says so, and ends when its patience does', async () => {
    const at = await world(smallPosts(2));
    const run = await at.build(['--queue-wait', '2']);
    expect(run.code).toBe(3);
    const why = `no worker waits at ${at.url}: start one with tagleaf worker`;
    expect(withoutProgress(run).err).toBe(`posts/p0.md: ${why}\nposts/p1.md: ${why}\n`);
  });

  test('refuses code of the project before anything is sent', async () => {
    const at = await world({ ...smallPosts(1), 'tagleaf.yaml': "plugins: ['remark-breaks']\n" });
    const run = await at.build();
    expect(run.code).not.toBe(0);
    expect(await at.queue.getJobCountByTypes('waiting', 'active', 'completed', 'failed')).toBe(0);
  });
});

describe.skipIf(noRedis !== undefined || !isLong)('a queue in trouble', () => {
  test('workers that are killed mid-job are stood in for', async () => {
    const at = await world(smallPosts(10));
    at.worker();
    at.worker();
    const run = at.startBuild();
    const { worker, maker } = await firstTaken(at);
    process.kill(worker, 'SIGKILL');
    await expectLikeLocal(at, await run.ended);
    // Nothing of it stays behind.
    expect([worker, maker].filter(isThere)).toEqual([]);
  });

  test('a server that is restarted and has forgotten all is told again', async () => {
    const at = await world(smallPosts(10));
    at.worker();
    const run = at.startBuild();
    await firstTaken(at);
    await at.restartRedis();
    await expectLikeLocal(at, await run.ended);
  });

  test('a job that is delivered twice is made twice, and that is all', async () => {
    const at = await world(smallPosts(4));
    const run = at.startBuild();
    for (let waiting = 0; waiting < 4;) waiting = await at.queue.getWaitingCount();
    const jobs = await at.queue.getWaiting();
    for (const [index, job] of jobs.entries())
      await at.queue.add(job.name, job.data, { jobId: `again-${index}` });
    at.worker(['--concurrency', '2']);
    await expectLikeLocal(at, await run.ended);
    for (let left = 1; left > 0;) left = await at.queue.getJobCountByTypes('waiting', 'active');
    for (const [index] of jobs.entries()) {
      expect(await (await at.queue.getJob(`again-${index}`))?.getState()).toBe('completed');
    }
  });

  test('a worker without a font hands jobs back, the run is told, and one that has it makes them', async () => {
    const at = await world({ ...smallPosts(3), 'tagleaf.yaml': "fonts: ['./fonts']\n", ...(await fontOf()) });
    const run = at.startBuild();
    const unfit = at.worker();
    const told = new Promise((resolve) => {
      at.events.on('progress', ({ data }) => {
        const news = parseOrderNews(data);
        if (news && 'refused' in news) resolve(news.refused);
      });
    });
    expect(await told).toMatch(/fonts/u);
    at.worker([], at.cwd);
    const ended = await run.ended;
    await expectLikeLocal(at, ended);
    expect(unfit.said()).not.toContain('try');
  });

  test('a post that kills who makes it has failed and is named, and the others are made', async () => {
    const at = await world(smallPosts(5));
    at.worker();
    at.worker();
    const kills: number[] = [];
    at.events.on('progress', ({ jobId, data }) => {
      const news = parseOrderNews(data);
      if (!news || !('pid' in news)) return;
      void at.queue.getJob(jobId).then((job) => {
        if (job?.name !== 'posts/p2.md') return;
        kills.push(news.pid);
        process.kill(news.pid, 'SIGKILL');
      });
    });
    const run = await at.build();
    expect(run.code).toBe(3);
    expect(withoutProgress(run).err).toMatch(
      /^posts\/p2\.md: not made by the queue: each worker that took it ended \(.*\)\n$/u,
    );
    expect(kills).toHaveLength(3);
    await localBuild(at.cwd);
    const near = await bytesIn(join(at.cwd, 'near'));
    const others = Object.entries(await bytesIn(join(at.cwd, 'far'))).filter(([path]) =>
      /\.(?:pdf|epub)$/u.test(path),
    );
    expect(others).toHaveLength(8);
    for (const [path, bytes] of others) expect(near[path]).toBe(bytes);
  });

  test('a post that kills the worker itself each time has failed and is named', async () => {
    const at = await world(smallPosts(3));
    for (let started = 0; started < 4; started += 1) at.worker();
    const killed = new Set<string>();
    at.events.on('progress', ({ jobId, data }) => {
      const news = parseOrderNews(data);
      if (!news || !('pid' in news)) return;
      void at.queue.getJob(jobId).then((job) => {
        if (job?.name !== 'posts/p1.md' || killed.has(news.taken)) return;
        killed.add(news.taken);
        process.kill(Number(news.taken.split(':').at(-1)), 'SIGKILL');
      });
    });
    const run = withoutProgress(await at.build());
    expect(run.code).toBe(3);
    expect(run.err).toBe(
      'posts/p1.md: not made by the queue: each worker that took it ended (job stalled more than allowable limit)\n',
    );
    expect(killed.size).toBe(3);
    const names = ['.tagleaf-files', 'links.csv', 'p0.epub', 'p0.pdf', 'p2.epub', 'p2.pdf'];
    expect(Object.keys(await bytesIn(join(at.cwd, 'far')))).toEqual(names);
  });

  test('a worker that is asked to end finishes its job, and one that is asked twice leaves it to others', async () => {
    const at = await world(smallPosts(6));
    const first = at.worker();
    const run = at.startBuild();
    await firstTaken(at);
    first.child.kill('SIGTERM');
    const code = await new Promise((resolve) => first.child.once('exit', resolve));
    expect([code, first.said().includes('ends when its jobs are done')]).toEqual([0, true]);
    at.worker();
    await expectLikeLocal(at, await run.ended);
  });

  test('a run that is interrupted takes its jobs back', async () => {
    const at = await world(smallPosts(8));
    const run = at.startBuild();
    for (let waiting = 0; waiting < 8;) waiting = await at.queue.getWaitingCount();
    run.child.kill('SIGINT');
    expect((await run.ended).code).toBe(130);
    expect(await at.queue.getWaitingCount()).toBe(0);
  });
});

async function fontOf(): Promise<Readonly<Record<string, Uint8Array>>> {
  const { readFile } = await import('node:fs/promises');
  const folder = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-sans-thai/400Regular');
  return { 'fonts/Some-Regular.ttf': await readFile(join(folder, 'NotoSansThai_400Regular.ttf')) };
}
