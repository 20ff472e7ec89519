import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Queue, QueueEvents } from 'bullmq';
import { onTestFinished } from 'vitest';
import { cliMain, runCli, type CliRun } from '../cli/run-cli.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';
import { end, freePort, startServer } from './servers.ts';

/** A Redis, a store and a project, all for one test. */
export interface World {
  /** The folder of the project. */
  readonly cwd: string;
  readonly url: string;
  readonly store: string;
  readonly port: number;
  /** Starts a worker in an empty folder, or in another. */
  readonly worker: (args?: readonly string[], cwd?: string) => WorkerProcess;
  /** Builds by the queue into `far`. */
  readonly build: (args?: readonly string[]) => Promise<CliRun>;
  readonly startBuild: (args?: readonly string[]) => {
    readonly child: ChildProcess;
    readonly ended: Promise<CliRun>;
  };
  readonly queue: Queue;
  readonly events: QueueEvents;
  /** Ends the server and starts an empty one in its place. */
  readonly restartRedis: () => Promise<void>;
}

/** A worker, and what it said. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  readonly said: () => string;
}

/** Starts a Redis that keeps nothing on the disk. */
export async function world(
  files: Readonly<Record<string, string | Uint8Array>>,
  storeUrl?: string,
): Promise<World> {
  const cwd = await temporaryFolder(files);
  const elsewhere = await temporaryFolder({ 'empty/x': '' });
  const port = await freePort();
  const start = (): Promise<ChildProcess> =>
    startServer('redis-server', ['--port', `${port}`, '--save', '', '--bind', '127.0.0.1'], port);
  let redis = await start();
  const url = `redis://127.0.0.1:${port}`;
  const store = storeUrl ?? pathToFileURL(join(elsewhere, 'store')).href;
  const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
  const queue = new Queue('tagleaf', { connection });
  const events = new QueueEvents('tagleaf', { connection });
  for (const each of [queue, events] as const) (each as QueueEvents).on('error', () => undefined);
  await events.waitUntilReady();
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of children) await end(child);
    await Promise.race([
      Promise.allSettled([queue.close(), events.close()]),
      new Promise((resolve) => setTimeout(resolve, 2000)),
    ]);
    await end(redis);
  });
  const at = ['--queue', url, '--store-url', store];
  return {
    cwd,
    url,
    store,
    port,
    queue,
    events,
    worker: (args = [], folder = join(elsewhere, 'empty')) => {
      const child = spawn(process.execPath, [cliMain, 'worker', ...at, '--stalled-after', '3', ...args], {
        cwd: folder,
      });
      children.push(child);
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (said += text));
      }
      return { child, said: () => said };
    },
    build: (args = []) => runCli(['build', '--out', 'far', '--no-cache', ...at, ...args], { cwd }),
    startBuild: (args = []) => {
      const child = spawn(
        process.execPath,
        [cliMain, 'build', '--out', 'far', '--no-cache', ...at, ...args],
        {
          cwd,
        },
      );
      children.push(child);
      const ended = new Promise<CliRun>((resolve) => {
        let [out, err] = ['', ''];
        child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
        child.on('close', (code) => resolve({ code, out, err }));
      });
      return { child, ended };
    },
    restartRedis: async () => {
      await end(redis);
      redis = await start();
    },
  };
}

/** What a local build of the same project prints, and the bytes of its files. */
export async function localBuild(cwd: string, args: readonly string[] = []): Promise<CliRun> {
  return runCli(['build', '--out', 'near', '--no-cache', ...args], { cwd });
}

/** The bytes of all files of a folder, by their paths: half a file would be one too. */
export async function bytesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string> = {};
  for (const path of await listFiles(folder)) {
    files[path] = (await readFile(join(folder, path))).toString('base64');
  }
  return files;
}

/** A run as it would be said of the folder `near`. */
export function asNear(run: CliRun): CliRun {
  return { ...run, out: run.out.replaceAll('far/', 'near/') };
}

/** A run without what it says while it is under way, which another machine says at other times. */
export function withoutProgress(run: CliRun): CliRun {
  return { ...run, err: run.err.replaceAll(/^tagleaf: .*\n/gmu, '') };
}

/** So many posts of a few words. */
export function smallPosts(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `posts/p${index}.md`,
      `---\ntitle: Post ${index}\nlang: en\n---\n\nWords of post ${index}.\n`,
    ]),
  );
}
