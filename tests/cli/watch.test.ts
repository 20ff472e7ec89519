import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reportRebuild } from '../../src/cli/report-rebuild.ts';
import { sumShares } from '../../src/account/word-shares.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';
import { cliMain } from './run-cli.ts';

const post = (words: string): string => `---\ntitle: A post\nlang: en\n---\n\n${words}\n`;

/** A watch in a process of its own, and what it has printed. */
function startWatch(cwd: string, args: readonly string[]) {
  const child = spawn(process.execPath, [cliMain, 'watch', ...args], {
    cwd,
    env: { PATH: process.env['PATH'] },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { out: '', err: '' };
  let wake = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
    wake();
  });
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await new Promise<void>((resolve) => (wake = resolve));
  };
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, printed, until, ended };
}

test('a watch prints a build, then what is new, and ends by Ctrl-C with whole files', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post('Words.'), 'posts/b.md': post('![No](no.png)') });
  const { child, printed, until, ended } = startWatch(cwd, ['posts', '--out', 'out']);
  await until(() => printed.err.includes('watching for changes; Ctrl-C ends it\n'));
  await until(() => printed.out.includes('2 posts: 4 files'));
  expect(printed.err).toContain('posts/b.md:6:1: error');
  printed.err = '';
  await writeFile(join(cwd, 'posts/a.md'), post('Other words.'));
  await until(() => printed.out.includes('posts/a.md: made'));
  expect(printed.out).toMatch(/^posts\/a\.md: made, in \d+\.\d\d s; 1 error in all$/mu);
  // What was said is not said again.
  expect(printed.err).toBe('');
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  const files = await listFiles(join(cwd, 'out'));
  expect(files).toEqual(['.tagleaf-files', 'a.epub', 'a.pdf', 'b.epub', 'b.pdf', 'links.csv']);
}, 120_000);

test('each build has its report and its events as lines of JSON', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post('Words.') });
  const args = ['--format', 'epub', '--no-page-list', '--json', '--json-progress'];
  const { child, printed, until, ended } = startWatch(cwd, args);
  const runs = (): number => printed.err.split('"run-finished"').length - 1;
  await until(() => runs() === 1 && printed.out.endsWith('\n'));
  await writeFile(join(cwd, 'tagleaf.yaml'), 'colour: red\n');
  await until(() => printed.err.includes('"run-failed"'));
  await writeFile(join(cwd, 'tagleaf.yaml'), 'agency: The Agency\n');
  await until(() => runs() === 2 && printed.out.split('\n').length === 3);
  child.kill('SIGTERM');
  expect(await ended).toBe(130);
  const lines = printed.out.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).counts.files)).toEqual([1, 1]);
}, 120_000);

test('the line of a build names a few posts, and counts more', () => {
  const report = {
    version: '1',
    files: [],
    posts: [],
    messages: [],
    failures: [],
    counts: {
      posts: 9,
      files: 9,
      pages: 0,
      bytes: 0,
      rules: {},
      messages: { error: 0, warning: 1, info: 0 },
      words: sumShares([]),
    },
  };
  const line = (changed: readonly string[], made: readonly string[]): string =>
    reportRebuild(report, { changed, made: new Set(made), seconds: 0.2 });
  expect(line(['a.md'], ['a.md'])).toBe('a.md: made, in 0.20 s\n');
  expect(line(['map.png'], ['a.md', 'b.md'])).toBe('map.png: made a.md, b.md, in 0.20 s\n');
  expect(line(['look.yaml'], ['1', '2', '3', '4'])).toBe('look.yaml: made 4 posts, in 0.20 s\n');
  expect(line(['1', '2', '3', '4'], [])).toBe('4 files: nothing to make, in 0.20 s\n');
});
