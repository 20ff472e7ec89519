import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isLong } from '../how-long.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';
import { cliMain, runCli } from './run-cli.ts';

const post = (index: number): string =>
  `---\ntitle: Post ${index}\nlang: en\n---\n\n${'Words. '.repeat(200)}\n`;
const posts = (count: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`posts/${index}.md`, post(index)]));

/** How a build ended that was sent a signal when its first PDF was there, how long after, and what it printed. */
async function interrupted(
  cwd: string,
  {
    signal,
    args,
    to = 'out',
  }: { readonly signal: NodeJS.Signals; readonly args: readonly string[]; readonly to?: string },
): Promise<{
  readonly code: number | null;
  readonly by: NodeJS.Signals | null;
  readonly err: string;
  readonly ms: number;
}> {
  const child = spawn(process.execPath, [cliMain, 'build', '--out', to, ...args], { cwd });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) =>
    child.on('close', (code, by) => resolve([code, by])),
  );
  const out = join(cwd, to);
  const isWriting = (): boolean => existsSync(out) && readdirSync(out).some((name) => name.endsWith('.pdf'));
  while (!isWriting() && child.exitCode === null) await setTimeout(5);
  const began = performance.now();
  child.kill(signal);
  const [code, by] = await ended;
  return { code, by, err, ms: performance.now() - began };
}

/** Whether a file of ours has its end. */
function isWhole(path: string): boolean {
  const bytes = readFileSync(path).toString('latin1');
  // The last line of a PDF; the record at the end of a ZIP.
  return path.endsWith('.pdf') ? /%%EOF\n?$/u.test(bytes) : bytes.slice(-22).startsWith('PK\u0005\u0006');
}

test.each([
  ['SIGINT', 'without workers', ['--workers', '0']],
  ['SIGTERM', 'without workers', ['--workers', '0', '--no-cache']],
  ['SIGINT', 'with two workers', ['--workers', '2']],
  ['SIGTERM', 'with two workers', ['--workers', '2', '--no-cache']],
] as const)(
  '%s ends a build %s at once, and no file is half',
  async (signal, _, args) => {
    const cwd = await temporaryFolder(posts(400));
    for (let round = 0; round < (isLong ? 4 : 1); round += 1) {
      const to = `out-${round}`;
      const { code, by, err, ms } = await interrupted(cwd, { signal, args, to });
      expect({ code, by, err }).toEqual({
        code: 130,
        by: null,
        err: 'tagleaf: interrupted; each file that was written is whole\n',
      });
      // A second on a machine that does nothing else; the tests share theirs.
      expect(ms).toBeLessThan(5000);
      const files = (await listFiles(join(cwd, to))).filter((name) => name !== '.tagleaf-files');
      expect(files.length).toBeGreaterThan(0);
      expect(files.length).toBeLessThan(800);
      expect(files.filter((name) => !/^\d+\.(?:pdf|epub)$/u.test(name))).toEqual([]);
      expect(files.filter((name) => !isWhole(join(cwd, to, name)))).toEqual([]);
      const listed = readFileSync(join(cwd, to, '.tagleaf-files'), 'utf8').split('\n');
      expect(files.filter((name) => !listed.includes(name))).toEqual([]);
    }
  },
  120_000,
);

test('a build that nobody interrupts ends as it ends, and goes on where one was interrupted', async () => {
  const cwd = await temporaryFolder(posts(12));
  await interrupted(cwd, { signal: 'SIGINT', args: ['--workers', '0'] });
  const { code, err } = await runCli(['build', '--out', 'out'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect((await listFiles(join(cwd, 'out'))).filter((name) => /\.(?:pdf|epub)$/u.test(name))).toHaveLength(
    24,
  );
}, 60_000);

test('`--workers` is auto or a number', async () => {
  const cwd = await temporaryFolder(posts(1));
  for (const workers of ['many', '-1', '1.5', '']) {
    const { code, err } = await runCli(['build', '--out', 'out', `--workers=${workers}`], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: `tagleaf: --workers takes auto or a number, not \`${workers}\`\n`,
    });
  }
  const { code, err } = await runCli(['build', '--out', 'out', '--workers', '999'], { cwd });
  expect({ code, err }).toEqual({
    code: 2,
    err: 'tagleaf: option `workers` must be <=256, not 999\n',
  });
}, 60_000);
