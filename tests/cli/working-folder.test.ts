import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { withWorkingFolder } from '../../src/cli/working-folder.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { isLong } from '../how-long.ts';
import { cliMain } from './run-cli.ts';

/** Runs `tagleaf` in a folder, which goes away before if `isGone`. */
async function runIn(
  isGone: boolean,
  args: readonly string[],
): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  const cwd = await temporaryFolder({ 'posts/a.md': '---\ntitle: T\nlang: en\n---\nWords.\n' });
  const words = args.map((word) => (word === 'POSTS' ? `${cwd}/posts` : word));
  // A shell complains of the folder too, before what it runs.
  const command = `mkdir gone; cd gone; ${isGone ? 'rmdir ../gone; ' : ''}"$@" 2>"$0"`;
  const stderr = `${cwd}/err`;
  const run = spawnSync('sh', ['-c', command, stderr, process.execPath, cliMain, ...words], { cwd });
  const told = spawnSync('cat', [stderr]);
  return { status: run.status, stdout: String(run.stdout), stderr: String(told.stdout) };
}

const gone =
  'tagleaf: the folder that this was run in is not there any more: change to one that is, and run it again\n';

const others = [['check', 'POSTS'], ['init'], ['intake', 'POSTS', '--out', 'x']];

test.each([['build', 'POSTS'], ['records', 'verify', 'x'], ...(isLong ? others : [])])(
  'a working folder that is gone is no defect: %s',
  async (...args) => {
    expect(await runIn(true, args)).toEqual({ status: 3, stdout: '', stderr: gone });
  },
);

test('what needs no folder is done in one that is gone, and what needs one where it is there', async () => {
  expect((await runIn(true, ['explain', 'link-empty'])).status).toBe(0);
  expect(await runIn(false, ['check', 'POSTS'])).toMatchObject({ status: 0, stderr: '' });
});

test('a file that is not there says nothing of the working folder', () => {
  const other = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' });
  expect(withWorkingFolder(other)).toBe(other);
});
