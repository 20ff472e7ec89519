import type { ChildProcess } from 'node:child_process';
import { onTestFinished, describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { end, freePort, noRedis, startServer } from './servers.ts';
import { smallPosts } from './world.ts';

if (noRedis !== undefined) console.log(`tests/queue/secrets.test.ts is skipped: ${noRedis}`);

async function lockedRedis(): Promise<number> {
  const port = await freePort();
  const args = ['--port', `${port}`, '--save', '', '--bind', '127.0.0.1', '--requirepass', 'right-secret'];
  const child: ChildProcess = await startServer('redis-server', args, port);
  onTestFinished(() => end(child));
  return port;
}

describe.skipIf(noRedis !== undefined)('what is secret of a queue', () => {
  test.each([
    ['in the address', (port: number) => `redis://me:wrong-secret@127.0.0.1:${port}`, {}],
    [
      'in the environment',
      (port: number) => `redis://127.0.0.1:${port}`,
      { TAGLEAF_QUEUE_PASSWORD: 'wrong-secret' },
    ],
  ])('is not told where it is wrong: %s', async (_, address, env) => {
    const cwd = await temporaryFolder(smallPosts(1));
    const port = await lockedRedis();
    const at = ['--queue', address(port), '--store-url', 'file:///nowhere/store'];
    const worker = await runCli(['worker', ...at], { cwd, env });
    expect(worker).toEqual({
      code: 3,
      out: '',
      err: `tagleaf: Cannot reach the queue at redis://127.0.0.1:${port} (WRONGPASS)\n`,
    });
  });

  test('is taken from the environment, and stands in no report', async () => {
    const cwd = await temporaryFolder(smallPosts(1));
    const port = await lockedRedis();
    const at = ['--queue', `redis://127.0.0.1:${port}`, '--store-url', `file://${cwd}/store`];
    const env = { TAGLEAF_QUEUE_PASSWORD: 'right-secret' };
    const run = await runCli(['build', '--json', '--queue-wait', '2', ...at], { cwd, env });
    expect(run.code).toBe(3);
    expect(run.out).toContain(`no worker waits at redis://127.0.0.1:${port}`);
    expect(`${run.out}${run.err}`).not.toContain('secret');
  });

  test.each([
    [['--queue', 'localhost:6379'], '--queue takes redis://HOST:PORT, or rediss:// for TLS'],
    [['--store-url', 'file:///x'], 'a worker needs a queue: --queue redis://HOST:PORT'],
    [['--concurrency', '0', '--queue', 'redis://x'], '--concurrency takes a number from 1 to 256, not `0`'],
  ])('a worker that is started wrong says so: %j', async (args, message) => {
    const cwd = await temporaryFolder({});
    const store = args.includes('--store-url') ? [] : ['--store-url', `file://${cwd}/store`];
    expect(await runCli(['worker', ...args, ...store], { cwd })).toEqual({
      code: 2,
      out: '',
      err: `tagleaf: ${message}\n`,
    });
  });
});
