import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { builtLibrary } from '../built-library.ts';
import { differenceOf, htmlWords } from '../fuzz/compare-readings.ts';
import { batchSize } from '../fuzz/fuzz.ts';
import { goodHead } from '../fuzz/make-front-matter.ts';
import { makeInput, type Input } from '../fuzz/make-input.ts';
import { runBatch, type Range, type Run, type Tally } from '../fuzz/run-batch.ts';
import { readSeeds } from '../fuzz/seeds.ts';

const judges = inject('judges');
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = join(builtLibrary, 'cli/main.js');
const seeds = readSeeds();
const run: Run = {
  seed: 1,
  seeds,
  make: (index) => makeInput(1, index, seeds),
  program: { path: program, limitMs: 300_000 },
  judges,
  python: inject('bagJudges').python,
  judgeEvery: 1,
};

const fuzz = (some: Run, range: Range): Promise<Tally> =>
  runBatch(some, range, mkdtempSync(join(folder, 'batch-')));

describe('random posts, pictures, tables, fonts and captures', () => {
  // Of the fourth batch a book is made too.
  test.each([0, 3])('nothing is found of batch %i', async (batch) => {
    const from = batch * batchSize;
    const { found, claiming, compared } = await fuzz(run, { batch, from, to: from + 30 });
    expect(found).toEqual([]);
    expect(claiming).toBeGreaterThan(8);
    expect(compared).toBeGreaterThan(8);
  });

  test('are the same in every run, and others with another seed or number', () => {
    const bytesOf = (seed: number, index: number): string =>
      [...makeInput(seed, index, seeds).files.values()]
        .map((bytes) => Buffer.from(bytes).toString('hex'))
        .join();
    for (let index = 0; index < 10; index++) {
      expect(bytesOf(1, index)).toBe(bytesOf(1, index));
      expect(bytesOf(2, index)).not.toBe(bytesOf(1, index));
      expect(bytesOf(1, index + 10)).not.toBe(bytesOf(1, index));
    }
  });
});

/** The program with a defect: what it does before and after the real one, which knows `report` where there is one. */
function planted(before: string, after: string): string {
  const path = join(mkdtempSync(join(folder, 'program-')), 'main.mjs');
  writeFileSync(
    path,
    `import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
${before}
const [, , ...args] = process.argv;
const { stdout, stderr, status } = spawnSync(process.execPath, [${JSON.stringify(program)}, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });
const report = JSON.parse(stdout);
const change = (format, from, to) => {
  for (const { path } of report.files.filter((file) => file.format === format)) {
    // What is to be changed stands in a compressed object stream.
    if (format === 'pdf') spawnSync('qpdf', ['--object-streams=disable', '--replace-input', path]);
    writeFileSync(path, readFileSync(path, 'latin1').replaceAll(from, to), 'latin1');
  }
};
const without = (post) => {
  report.files = report.files.filter((file) => file.post !== post);
  report.messages = report.messages.filter(({ file }) => file !== post);
};
${after}
process.stdout.write(JSON.stringify(report));
process.stderr.write(stderr);
process.exitCode = status;
`,
  );
  return path;
}

const body = 'Words of *a post* of its own.\n';

/** The only input of the batches that meet a defect. */
const simple: Input = {
  index: 0,
  kind: 'plain',
  stem: 'i000000',
  files: new Map([['posts/i000000.md', new TextEncoder().encode(goodHead + body)]]),
  body,
};

describe('each check sees a defect that is planted', () => {
  const failure = "{ post: 'posts/i000000.md', kind: 'internal', stage: 'render', reason: 'planted' }";
  test.each([
    ['defect', '', `report.failures.push(${failure});`],
    ['defect', "process.stderr.write('planted'); process.exit(70);", ''],
    ['hang', 'await new Promise(() => setInterval(() => undefined, 1000));', ''],
    ['lost', '', "without('posts/i000000.md');"],
    ['lost neighbour', '', "without('posts/good.md');"],
    ['words', "appendFileSync('posts/i000000.md', '\\n\\nPlanted.\\n');", ''],
  ])('%s: %s%s', async (check, before, after) => {
    const path = planted(before, after);
    const limitMs = check === 'hang' ? 2000 : 300_000;
    // Of a batch with an odd number no judge is asked.
    const some = { ...run, make: () => simple, program: { path, limitMs }, judgeEvery: 2 };
    const { found } = await fuzz(some, { batch: 1, from: 0, to: 1 });
    expect([...new Set(found.map((one) => one.check))]).toEqual(check.split(' '));
  });

  test('ua1, 2a, epubcheck: the tags are not found, the type is another', async () => {
    const path = planted(
      '',
      "change('pdf', '/StructTreeRoot', '/StructTreeRoom'); change('epub', 'application/epub+zip', 'application/epub+zap');",
    );
    const some = { ...run, make: () => simple, program: { ...run.program, path } };
    const { found } = await fuzz(some, { batch: 0, from: 0, to: 1 });
    expect([...new Set(found.map((one) => one.check))]).toEqual(['ua1', '2a', 'epubcheck', 'words']);
  });

  test('words: one more, one less, another, another order', () => {
    const words = htmlWords('<p>a <em>b</em>c</p>\n<ul>\n<li>d&amp;</li>\n</ul>');
    expect(words).toBe('a bc d&');
    expect(differenceOf(words, 'a bc d&', false)).toBeUndefined();
    expect(differenceOf(words, 'a bc d& e', false)).toBe('after 3 words “e” stands for “”');
    expect(differenceOf(words, 'a bc', false)).toBe('after 2 words “” stands for “d&”');
    expect(differenceOf(words, 'a b c d&', false)).toBe('after 1 words “b c d&” stands for “bc d&”');
    expect(differenceOf(words, 'bc a d&', false)).toBe('after 0 words “bc a d&” stands for “a bc d&”');
    expect(differenceOf(words, 'bc a d&', true)).toBeUndefined();
    expect(differenceOf(words, 'bc a a', true)).toBe('after 1 words “a bc” stands for “bc d&”');
  });
});
