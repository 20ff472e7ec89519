import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';
import { cliMain, runCli, type CliRun } from './run-cli.ts';

const good = '---\ntitle: A good post\nlang: en-US\nreleased: 2024-05-06\n---\n\nWords of the post.\n';
const png = new URL('../assets/fixtures/rgb8.png', import.meta.url);

/** The report of a run with `--json`. */
function reportOf(run: CliRun): BuildReport {
  // The object is our own report, printed by the command under test; each test asserts the fields it reads.
  return JSON.parse(run.out) as BuildReport;
}

test('a good post: two files, one line each, nothing on standard error', async () => {
  const cwd = await temporaryFolder({ 'posts/sub/good.md': good });
  const run = await runCli(['build', '--out', 'out', '--verify'], { cwd });
  expect({ ...run, out: run.out.replace(/\d+ bytes/gu, 'N bytes').replace(/ {2,}/gu, '  ') }).toEqual({
    code: 0,
    out: 'out/sub/good.pdf  1 page  N bytes  PDF/UA-1, PDF/A-2a\nout/sub/good.epub  N bytes  no claims\n',
    err: '',
  });
  expect(await listFiles(join(cwd, 'out'))).toEqual(['links.csv', 'sub/good.epub', 'sub/good.pdf']);
});

test('--json prints one object whose digests are those of the files', async () => {
  const cwd = await temporaryFolder({ 'posts/post.md': good });
  const run = await runCli(['build', '--out', 'out', '--json', '--verify'], { cwd });
  const report = reportOf(run);
  expect([run.code, run.err, report.messages]).toEqual([0, '', []]);
  expect(report.counts).toEqual({ posts: 1, files: 2, messages: { error: 0, warning: 0, info: 0 } });
  for (const file of report.files) {
    const bytes = await readFile(join(cwd, file.path));
    expect(file.bytes).toBe(bytes.length);
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('the same bytes in another time zone, locale and folder', async () => {
  const digests = async (env: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const cwd = await temporaryFolder({ 'posts/good.md': good });
    return reportOf(await runCli(['build', '--json'], { cwd, env })).files.map(({ sha256 }) => sha256);
  };
  const [first, ...others] = await Promise.all([
    digests({}),
    digests({ TZ: 'Asia/Tokyo' }),
    digests({ LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }),
  ]);
  expect(first).toHaveLength(2);
  expect(others).toEqual([first, first]);
  expect(await digests({ SOURCE_DATE_EPOCH: '86400' })).not.toEqual(first);
});

test('an error: files without claims, exit code 1, the message on standard error', async () => {
  const cwd = await temporaryFolder({
    'posts/bad.md': '---\ntitle: T\nlang: en\n---\n\nSee ![a map](none.png).\n',
  });
  const run = await runCli(['build', '--out', 'out'], { cwd });
  expect(run.code).toBe(1);
  expect(run.out).toMatch(/^out\/bad\.pdf .*claims withheld: img-missing\nout\/bad\.epub .*\n$/u);
  expect(run.err).toMatch(/^posts\/bad\.md\n6:5-6:23 error .* img-missing tagleaf\n/u);
  const strict = await runCli(['build', '--out', 'strict', '--strict'], { cwd });
  expect([strict.code, strict.out, strict.err]).toEqual([1, '', run.err]);
  expect(await listFiles(join(cwd, 'strict'))).toEqual([]);
});

test('an error that the files do not carry on: exit code 1, and the claims stand', async () => {
  const cwd = await temporaryFolder({
    'posts/bad.md': '---\ntitle: T\nlang: en\n---\n\nSee [the plan](none.md).\n',
  });
  const run = await runCli(['build', '--out', 'out'], { cwd });
  expect(run.code).toBe(1);
  expect(run.out).toMatch(/^out\/bad\.pdf .*PDF\/UA-1, PDF\/A-2a\nout\/bad\.epub .*\n$/u);
  expect(run.err).toMatch(/^posts\/bad\.md\n6:5-6:24 error .* link-target-missing tagleaf\n/u);
});

test('a reader that goes away early is no failure', async () => {
  const child = spawn(process.execPath, [cliMain, 'explain'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, err]).toEqual([0, '']);
});

test('pictures outside the folder and on the network are refused', async () => {
  const cwd = await temporaryFolder({
    'posts/post.md': [
      good,
      '![In](/in.png)',
      '![Up](../secret.png)',
      '![Link](link.png)',
      '![Net](https://example.org/x.png)',
      '![None](none.png)',
      '',
    ].join('\n\n'),
    'posts/in.png': await readFile(png),
    'secret.png': await readFile(png),
  });
  await symlink('../secret.png', join(cwd, 'posts/link.png'));
  const run = await runCli(['build', '--out', 'out', '--json', '--verify'], { cwd });
  expect(reportOf(run).messages.map(({ ruleId, place }) => [ruleId, place?.start.line])).toEqual([
    ['img-outside-root', 12],
    ['img-remote', 16],
    ['img-outside-root', 14],
    ['img-missing', 18],
  ]);
  expect(run.code).toBe(1);
});
