import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildReport } from '../../src/build/build-report.ts';
import { listFiles, temporaryFolder } from '../build/temporary-folder.ts';
import { cliMain, runCli, type CliRun } from './run-cli.ts';

const good = '---\ntitle: A good post\nlang: en-US\nreleased: 2024-05-06\n---\n\nWords of the post.\n';
const png = new URL('../assets/fixtures/rgb8.png', import.meta.url);

/** The report of a run with `--json`. */
function reportOf(run: CliRun): BuildReport {
  // The object is our own report, printed by the command under test; each test asserts the fields it reads.
  return JSON.parse(run.out) as BuildReport;
}

const told = (report: BuildReport): readonly string[] =>
  report.messages.map(({ ruleId, severity, reason, place }) =>
    [place ? `${place.start.line}:${place.start.column}` : '-', severity, ruleId, reason].join(' '),
  );

async function buildOne(
  content: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ readonly run: CliRun; readonly report: BuildReport; readonly cwd: string }> {
  const cwd = await temporaryFolder({ 'posts/post.md': content, ...files });
  const run = await runCli(['build', '--out', 'out', '--json', '--verify'], { cwd });
  return { run, report: reportOf(run), cwd };
}

test('a good post: two files, one line each, nothing on standard error', async () => {
  const cwd = await temporaryFolder({ 'posts/sub/good.md': good });
  const run = await runCli(['build', '--out', 'out', '--verify'], { cwd });
  expect({ ...run, out: run.out.replace(/\d+ bytes/gu, 'N bytes').replace(/ {2,}/gu, '  ') }).toEqual({
    code: 0,
    out: 'out/sub/good.pdf  1 page  N bytes  PDF/UA-1, PDF/A-2a\nout/sub/good.epub  N bytes  no claims\n',
    err: '',
  });
  expect(await listFiles(join(cwd, 'out'))).toEqual(['sub/good.epub', 'sub/good.pdf']);
});

test('--json prints one object whose digests are those of the files', async () => {
  const { run, report, cwd } = await buildOne(good);
  expect([run.code, run.err, told(report)]).toEqual([0, '', []]);
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
    'posts/bad.md': '---\ntitle: T\nlang: en\n---\n\nSee [here](none.md).\n',
  });
  const run = await runCli(['build', '--out', 'out'], { cwd });
  expect(run.code).toBe(1);
  expect(run.out).toMatch(/^out\/bad\.pdf .*claims withheld: link-target-missing\nout\/bad\.epub .*\n$/u);
  expect(run.err).toMatch(/^posts\/bad\.md\n6:5-6:20 error .* link-target-missing tagleaf\n/u);
  const strict = await runCli(['build', '--out', 'strict', '--strict'], { cwd });
  expect([strict.code, strict.out, strict.err]).toEqual([1, '', run.err]);
  expect(await listFiles(join(cwd, 'strict'))).toEqual([]);
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

test.each([
  ['empty', '', 0, ['file-empty']],
  ['invalid UTF-8', Buffer.from([0x61, 0xff, 0x62]), 0, ['file-encoding']],
  ['no front matter', '# Title\n\nWords.\n', 2, ['lang-missing']],
  ['BOM and CRLF', `\uFEFF${good.replace(/\n/gu, '\r\n')}`, 2, []],
  [
    'broken YAML',
    '---\ntitle: "x\n---\n\nWords.\n',
    2,
    ['frontmatter-invalid', 'title-missing', 'lang-missing'],
  ],
  ['skipped levels', `${good}\n## Two\n\n##### Five\n\nEnd.\n`, 2, ['heading-skip']],
  ['long words', `${good}\n${'x'.repeat(1000)} <https://example.org/${'y'.repeat(1000)}>\n`, 2, []],
  [
    'deep lists',
    good + Array.from({ length: 6 }, (_, n) => `${'  '.repeat(n)}- item ${n}\n`).join(''),
    2,
    [],
  ],
  ['a thousand quotes', `${good}\n${'> '.repeat(1000)}deep\n`, 2, ['nesting-too-deep']],
  ['too large', `${good}${'word '.repeat(2_100_000)}`, 0, ['file-too-large']],
])('input: %s', async (_, content, files, ruleIds) => {
  const { report, run } = await buildOne(content);
  expect(report.failures).toEqual([]);
  expect(report.messages.map(({ ruleId }) => ruleId)).toEqual(ruleIds);
  expect(report.files).toHaveLength(files);
  expect(run.code).toBe(report.counts.messages.error > 0 ? 1 : 0);
});

test('a table of 200 rows and one of 12 columns', async () => {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const table = (columns: number, rows: number): string => {
    const cells = (name: string): readonly string[] =>
      Array.from({ length: columns }, (_, n) => `${name}${n}`);
    return row(cells('Head')) + row(cells('---').map(() => '---')) + row(cells('word')).repeat(rows);
  };
  const { report } = await buildOne(`${good}\n${table(3, 200)}\n${table(12, 3)}`);
  expect([report.failures, told(report)]).toEqual([[], []]);
  expect(report.files.map(({ format, pages }) => [format, (pages ?? 0) > 4])).toEqual([
    ['pdf', true],
    ['epub', false],
  ]);
});

test('a post of 20,000 words keeps them all', async () => {
  const { report } = await buildOne(
    good + Array.from({ length: 20_000 }, (_, n) => (n % 80 === 0 ? `\n\nword${n}` : ` word${n}`)).join(''),
  );
  expect([report.failures, told(report), report.files.length]).toEqual([[], [], 2]);
});

test('a picture of 10,000 × 10,000 pixels is refused, unless the limit is raised', async () => {
  // Only the header matters: it is refused before anything is decompressed.
  const bytes = Buffer.from(await readFile(png));
  bytes.writeUInt32BE(10_000, 16);
  bytes.writeUInt32BE(10_000, 20);
  const { crc32 } = await import('../../src/assets/crc32.ts');
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  const { report, cwd } = await buildOne(`${good}\n![A map](big.png)\n`, { 'posts/big.png': bytes });
  expect(told(report)).toEqual([
    '9:1 error img-too-large Picture `big.png`: 10000 × 10000 pixels, more than 50000000',
  ]);
  await writeFile(join(cwd, 'tagleaf.yaml'), 'limits: {imagePixels: 100000000}\n');
  const raised = reportOf(await runCli(['build', '--out', 'out', '--json'], { cwd }));
  expect(told(raised)).toEqual([
    '9:1 error img-broken Picture `big.png`: PNG holds fewer pixels than its header says',
  ]);
});
