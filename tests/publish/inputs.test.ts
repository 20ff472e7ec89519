import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { build } from './build.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { isLong } from '../how-long.ts';

// Whole builds of input that must be handled; every file is read back, so that no word is lost in silence.

const good = '---\ntitle: A good post\nlang: en-US\nreleased: 2024-05-06\n---\n\nWords of the post.\n';
const png = new URL('../assets/fixtures/rgb8.png', import.meta.url);

const told = (report: BuildReport): readonly string[] =>
  report.messages.map(({ ruleId, severity, reason, place }) =>
    [place ? `${place.start.line}:${place.start.column}` : '-', severity, ruleId, reason].join(' '),
  );

async function buildOne(
  content: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ readonly report: BuildReport; readonly cwd: string }> {
  const cwd = await temporaryFolder({ 'posts/post.md': content, ...files });
  return { report: await build({ cwd, out: 'out', verify: true }), cwd };
}

test.each([
  ['empty', '', 0, ['file-empty']],
  ['invalid UTF-8', Buffer.from([0x61, 0xff, 0x62]), 0, ['file-encoding']],
  ['no front matter', '# Title\n\nWords.\n', 2, ['lang-missing']],
  ['BOM and CRLF', `\uFEFF${good.replace(/\n/gu, '\r\n')}`, 2, []],
  ['broken YAML', '---\ntitle: "x\n---\n\nWords.\n', 2, ['frontmatter-invalid', 'lang-missing']],
  ['skipped levels', `${good}\n## Two\n\n##### Five\n\nEnd.\n`, 2, ['heading-skip']],
  [
    'long words',
    `${good}\n${'x'.repeat(1000)} <https://example.org/${'y'.repeat(1000)}>\n`,
    2,
    ['link-text-url'],
  ],
  [
    'deep lists',
    good + Array.from({ length: 6 }, (_, n) => `${'  '.repeat(n)}- item ${n}\n`).join(''),
    2,
    [],
  ],
  ['a thousand quotes', `${good}\n${'> '.repeat(1000)}deep\n`, 2, ['nesting-too-deep']],
  ['too large', `${good}${'word '.repeat(2_100_000)}`, 0, ['file-too-large']],
])('input: %s', async (...[, content, files, ruleIds]) => {
  const { report } = await buildOne(content);
  expect(report.failures).toEqual([]);
  expect(report.messages.map(({ ruleId }) => ruleId)).toEqual(ruleIds);
  expect(report.files).toHaveLength(files);
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

test.runIf(isLong)('a post of 20,000 words keeps them all', async () => {
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
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  const { report, cwd } = await buildOne(`${good}\n![A map](big.png)\n`, { 'posts/big.png': bytes });
  expect(told(report)).toEqual([
    '9:1 error img-too-large Picture `big.png`: 10000 × 10000 pixels, more than 50000000',
  ]);
  await writeFile(join(cwd, 'tagleaf.yaml'), 'limits: {imagePixels: 100000000}\n');
  const raised = await build({ cwd, out: 'out' });
  expect(told(raised)).toEqual(['9:1 error img-broken Picture `big.png`: PNG ends at row 0 of 10000']);
});

test('posts of one title are told apart by their dates where the project says so', async () => {
  const files = { 'posts/2023-05-08-award.md': good, 'posts/2024-01-12-award.md': good };
  const cwd = await temporaryFolder({ ...files, 'tagleaf.yaml': 'dates_in_names: true\n' });
  const report = await build({ cwd, out: 'out', formats: ['epub'] });
  expect(report.files.map(({ path }) => path)).toEqual([
    'out/2023-05-08-award.epub',
    'out/2024-01-12-award.epub',
  ]);
  const without = await build({ cwd: await temporaryFolder(files), out: 'out', formats: ['epub'] });
  expect(without.messages.map(({ ruleId }) => ruleId)).toEqual(['output-collision', 'output-collision']);
});

test('names that differ only in how their letters are composed are told apart', async () => {
  const cwd = await temporaryFolder({
    'posts/caf\u00E9.md': good,
    'posts/cafe\u0301.md': good,
    'posts/CAF\u00C9.md': good,
  });
  const { messages, files } = await build({ cwd, out: 'out', formats: ['epub'] });
  expect(files).toEqual([]);
  const twin = 'whose name looks the same, but has';
  expect(messages.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    `posts/CAF\u00C9.md: Output path \`CAF\u00C9\` is also that of \`posts/cafe\u0301.md\`, \`posts/caf\u00E9.md\``,
    `posts/cafe\u0301.md: Output path \`caf\u00E9\` is also that of \`posts/CAF\u00C9.md\`, \`posts/caf\u00E9.md\` (${twin} U+00E9 where this one has U+0065 U+0301)`,
    `posts/caf\u00E9.md: Output path \`caf\u00E9\` is also that of \`posts/CAF\u00C9.md\`, \`posts/cafe\u0301.md\` (${twin} U+0065 U+0301 where this one has U+00E9)`,
  ]);
});
