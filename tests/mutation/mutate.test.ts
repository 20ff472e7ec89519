import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A project of one source, of which the tests see one half. */
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mutate-'));
  cpSync(fileURLToPath(new URL('.', import.meta.url)), join(root, 'tests/mutation'), { recursive: true });
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(root, 'node_modules'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', '{ "type": "module" }');
  write('.gitignore', 'node_modules\ndist\n');
  write(
    'tests/mutation/rooms.ts',
    "export const rooms = [{ folder: 'toy', tests: ['tests/toy'], mutants: 99 }];\n",
  );
  write(
    'src/toy/price.ts',
    `export function price(count: number): number {
  if (count < 10) return count * 3;
  let sum = 0;
  while (sum < 20) sum += 1;
  return sum;
}
export function unasked(): string {
  return 'nobody';
}
`,
  );
  write(
    'tests/toy/price.test.ts',
    `import { expect, test } from 'vitest';
import { price } from '../../src/toy/price.ts';
test('few (and a name with brackets)', () => expect(price(2)).toBe(6));
test('many', () => expect(price(50)).toBeGreaterThan(19));
`,
  );
  execFileSync('git', ['init', '-q'], { cwd: root });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const run = (...args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> =>
  promisify(execFile)(process.execPath, ['tests/mutation/run.mjs', ...args], { cwd: root });

test('what the tests see is told from what they do not, in a copy', async () => {
  const before = readFileSync(join(root, 'src/toy/price.ts'), 'utf8');
  const { stdout, stderr } = await run('toy');
  expect(stdout).toMatchInlineSnapshot(`
    "toy: 7 of 14 mutants are seen, 50.0 %
    survived toy/price.ts:2 boundary: count < 10 → (count) <= (10)
    survived toy/price.ts:2 number: 10 → 11
    survived toy/price.ts:3 number: 0 → 1
    survived toy/price.ts:4 boundary: sum < 20 → (sum) <= (20)
    survived toy/price.ts:4 number: 20 → 21
    survived toy/price.ts:4 number: 1 → 2
    unreached toy/price.ts:8 string: 'nobody' → ''
    "
  `);
  const seen = stderr
    .split('\n')
    .filter((line) => / (?:killed|timeout) /u.test(line))
    .map((line) => line.replace(/^\S+ \S+ s /u, ''));
  expect(seen).toMatchInlineSnapshot(`
    [
      "killed toy/price.ts:2 guard removed: count < 10 → false | few (and a name with brackets)",
      "killed toy/price.ts:2 comparison: count < 10 → (count) >= (10) | few (and a name with brackets)",
      "killed toy/price.ts:2 arithmetic: count * 3 → (count) / (3) | few (and a name with brackets)",
      "killed toy/price.ts:2 number: 3 → 4 | few (and a name with brackets)",
      "killed toy/price.ts:4 comparison: sum < 20 → (sum) >= (20) | many",
      "killed toy/price.ts:4 arithmetic: sum += 1 → sum -= (1) | many",
      "killed toy/price.ts:4 statement removed: sum += 1; | many",
    ]
  `);
  expect(readFileSync(join(root, 'src/toy/price.ts'), 'utf8')).toBe(before);
  expect(readFileSync(join(root, 'dist/mutation/toy.txt'), 'utf8')).toBe(stdout);
});

test('a sample is the same in every run and on every machine', async () => {
  const { stderr } = await run('toy', '--mutants', '2');
  expect(stderr.replaceAll(/^\S+ \S+ s /gmu, '')).toMatchInlineSnapshot(`
    "killed toy/price.ts:4 arithmetic: sum += 1 → sum -= (1) | many
    unreached toy/price.ts:8 string: 'nobody' → ''
    "
  `);
});

test('a folder of no room is refused', async () => {
  await expect(run('joy')).rejects.toMatchObject({
    code: 2,
    stderr: 'mutate: name folders of these rooms: toy\n',
  });
});

test('nothing is said of mutants where the tests are red without them', async () => {
  const path = join(root, 'tests/toy/price.test.ts');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, good.replace('toBe(6)', 'toBe(7)'));
  await expect(run('toy')).rejects.toMatchObject({
    stdout: '',
    stderr: expect.stringMatching(/Without a mutant, tests are red: .*few \(and a name with brackets\)/u),
  });
  writeFileSync(path, good);
});
