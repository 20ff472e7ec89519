import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { callCli } from './call-cli.ts';
import { cliMain, runCli, type CliRun } from './run-cli.ts';
import { isLong } from '../how-long.ts';

const good = '---\ntitle: A good post\nlang: en-US\nreleased: 2024-05-06\n---\n\nWords of the post.\n';

/** The report of a run with `--json`. */
function reportOf(run: CliRun): BuildReport {
  // The object is our own report, printed by the command under test; each test asserts the fields it reads.
  return JSON.parse(run.out) as BuildReport;
}

test('--json prints one object whose digests are those of the files', async () => {
  const cwd = await temporaryFolder({ 'posts/post.md': good });
  const run = await callCli(['build', '--out', 'out', '--json', '--verify'], { cwd });
  const report = reportOf(run);
  expect([run.code, run.err, report.messages]).toEqual([0, '', []]);
  const none = { words: 0, share: 0 };
  expect(report.counts).toEqual({
    posts: 1,
    files: 2,
    pages: 1,
    bytes: report.files.reduce((sum, { bytes }) => sum + bytes, 0),
    messages: { error: 0, warning: 0, info: 0 },
    rules: {},
    words: {
      content: { words: 4, share: 0.2667 },
      metadata: { words: 11, share: 0.7333 },
      markup: none,
      comment: none,
      message: none,
      nowhere: none,
    },
  });
  for (const file of report.files) {
    const bytes = await readFile(join(cwd, file.path));
    expect(file.bytes).toBe(bytes.length);
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test.runIf(isLong)('the same bytes in another time zone, locale and folder', async () => {
  const digests = async (
    run: typeof runCli,
    env: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> => {
    const cwd = await temporaryFolder({ 'posts/good.md': good });
    return reportOf(await run(['build', '--json', '--no-cache'], { cwd, env })).files.map(
      ({ sha256 }) => sha256,
    );
  };
  const first = await digests(callCli, {});
  const others = await Promise.all([
    digests(runCli, { TZ: 'Asia/Tokyo' }),
    digests(runCli, { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }),
  ]);
  expect(first).toHaveLength(2);
  expect(others).toEqual([first, first]);
  expect(await digests(callCli, { SOURCE_DATE_EPOCH: '86400' })).not.toEqual(first);
});

test('a reader that goes away early is no failure', async () => {
  const child = spawn(process.execPath, [cliMain, 'explain'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, err]).toEqual([0, '']);
});
