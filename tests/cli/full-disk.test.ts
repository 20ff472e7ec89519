import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { isLong } from '../how-long.ts';
import { cliMain } from './run-cli.ts';

const full = '/dev/full';
const there = existsSync(full);
if (!there) process.stderr.write(`skipped: there is no ${full} that stands for a full disk\n`);

/** Builds a post in a folder, one of the streams of the process on a full disk. */
async function build(stream: 'out' | 'err'): Promise<{ code: number | null; err: string; made: boolean }> {
  const cwd = await temporaryFolder({ 'posts/a.md': 'Words.\n' });
  const disk = openSync(full, 'w');
  const run = spawnSync(process.execPath, [cliMain, 'build', '--format', 'epub', '--out', 'out'], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', stream === 'out' ? disk : 'pipe', stream === 'err' ? disk : 'pipe'],
  });
  closeSync(disk);
  return { code: run.status, err: run.stderr ?? '', made: existsSync(join(cwd, 'out/a.epub')) };
}

test.runIf(there)(
  'a report that cannot be written ends with its own message and code, and the files are there',
  async () => {
    const { code, err, made } = await build('out');
    expect(err).toMatch(/^tagleaf: Cannot write to standard output: ENOSPC/mu);
    expect(err).not.toMatch(/^ +at /mu);
    expect([code, made]).toEqual([3, true]);
  },
);

test.runIf(there && isLong)('messages that cannot be written end with the same code', async () => {
  const { code, made } = await build('err');
  expect([code, made]).toEqual([3, true]);
});
