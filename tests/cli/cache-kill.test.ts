import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { chances } from '../posts/random-tables.ts';
import { isLong } from '../how-long.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';
import { cliMain, runCli } from './run-cli.ts';

const posts = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `posts/${index}.md`,
    `---\ntitle: Post ${index}\n---\n\n${'Words. '.repeat(200)}\n`,
  ]),
);

/** What a build prints, and the files of its output folder. */
async function build(
  cwd: string,
  more: readonly string[] = [],
): Promise<readonly [string, Readonly<Record<string, string>>]> {
  const { out, err, code } = await runCli(['build', '--out', 'out', ...more], { cwd });
  const files: Record<string, string> = {};
  for (const name of await listFiles(join(cwd, 'out')))
    files[name] = (await readFile(join(cwd, 'out', name))).toString('base64');
  // How far a run is, is told to who waits for long.
  const said = err.replaceAll(/^tagleaf: \d+ of .*\n/gmu, '');
  return [`${code} ${out} ${said}`, files];
}

test('runs that are killed at any moment leave a cache from which the next makes what a clean one does', async () => {
  const clean = await build(await temporaryFolder(posts), ['--no-cache']);
  const next = chances(7);
  let killed = 0;
  let cwd = await temporaryFolder(posts);
  for (let index = 0; index < (isLong ? 50 : 4); index += 1) {
    const child = spawn(process.execPath, [cliMain, 'build', '--out', 'out'], { cwd, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    await setTimeout(300 + next() * 1500);
    child.kill('SIGKILL');
    if ((await ended) === 'SIGKILL') killed += 1;
    if (index % 3 !== 2) continue;
    expect(await build(cwd)).toEqual(clean);
    cwd = await temporaryFolder(posts);
  }
  expect(killed).toBeGreaterThan(0);
}, 600_000);

test('two runs at once make what one does, and keep what a third takes', async () => {
  const cwd = await temporaryFolder(posts);
  const clean = await build(await temporaryFolder(posts), ['--no-cache']);
  const runs = [runCli(['build', '--out', 'one'], { cwd }), runCli(['build', '--out', 'two'], { cwd })];
  for (const { code } of await Promise.all(runs)) expect(`${code}`).toBe(clean[0].slice(0, 1));
  expect(await build(cwd)).toEqual(clean);
}, 300_000);
