import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLong } from '../how-long.ts';

/** A project of two sources, of which the tests see one half. */
let root = '';
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
/** The list of survivors, and what it says: as kind, file and mutant. */
const list = (...rows: readonly (readonly [string, string, string])[]): void => {
  const survivors = rows.map(([kind, file, mutant]) => ({ kind, file, mutants: [mutant], reason: '' }));
  write('tests/mutation/survivors.ts', `export const survivors = ${JSON.stringify(survivors)};`);
};
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'mutate-'));
  cpSync(fileURLToPath(new URL('.', import.meta.url)), join(root, 'tests/mutation'), { recursive: true });
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(root, 'node_modules'));
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
  // What a mutant leaves in the process outlives the modules, which are read anew.
  write(
    'src/toy/visit.ts',
    `const visitors: Set<string> = ((globalThis as any).visitors ??= new Set());
export function visit(name: string): boolean {
  if (visitors.has(name)) return false;
  visitors.add(name);
  Promise.resolve().then(() => visitors.delete(name));
  return name.length > 0;
}
export function waitFor(ms: number): string {
  if (ms > 1) void Promise.reject(new Error('too long'));
  return 'waited';
}
`,
  );
  write(
    'tests/toy/visit.test.ts',
    `import { expect, test } from 'vitest';
import { visit, waitFor } from '../../src/toy/visit.ts';
test('visit', () => expect(visit('a')).toBe(true));
test('wait', () => expect(waitFor(1)).not.toBe('waiting'));
`,
  );
  execFileSync('git', ['init', '-q'], { cwd: root });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
async function run(...args: readonly string[]): Promise<Ran> {
  const ran = promisify(execFile)(process.execPath, ['tests/mutation/run.mjs', ...args], { cwd: root });
  return ran.then(
    (said) => ({ ...said, code: 0 }),
    // As `execFile` rejects.
    (error: unknown) => error as Ran,
  );
}

test.runIf(isLong)('what the tests see is told from what they do not, in a copy', async () => {
  const before = readFileSync(join(root, 'src/toy/price.ts'), 'utf8');
  list(
    ['equal', 'toy/price.ts', 'boundary: sum < 20 → (sum) <= (20)'],
    ['open', 'toy/price.ts', "string: 'nobody' → ''"],
    ['open', 'toy/price.ts', 'number: 3 → 4'],
    ['open', 'toy/price.ts', 'number: 333 → 334'],
    ['open', 'joy/price.ts', 'number: 1 → 2'],
  );
  const { code, stdout, stderr } = await run('toy');
  expect(code).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "toy: 12 of 28 mutants are seen, 42.9 %; of the others, 1 are equal, 1 are open, 14 are not listed
    survived (not listed) toy/price.ts:2 boundary: count < 10 → (count) <= (10)
    survived (not listed) toy/price.ts:2 number: 10 → 11
    survived (not listed) toy/price.ts:3 number: 0 → 1
    survived (equal) toy/price.ts:4 boundary: sum < 20 → (sum) <= (20)
    survived (not listed) toy/price.ts:4 number: 20 → 21
    survived (not listed) toy/price.ts:4 number: 1 → 2
    unreached (open) toy/price.ts:8 string: 'nobody' → ''
    survived (not listed) toy/visit.ts:3 guard removed: visitors.has(name) → false
    unreached (not listed) toy/visit.ts:3 boolean: false → true
    survived (not listed) toy/visit.ts:4 statement removed: visitors.add(name);
    survived (not listed) toy/visit.ts:5 statement removed: Promise.resolve().then(() => visitors.delete(name));
    survived (not listed) toy/visit.ts:6 boundary: name.length > 0 → (name.length) >= (0)
    survived (not listed) toy/visit.ts:9 number: 1 → 2
    unreached (not listed) toy/visit.ts:9 statement removed: void Promise.reject(new Error('too long'));
    unreached (not listed) toy/visit.ts:9 string: 'too long' → ''
    survived (not listed) toy/visit.ts:10 string: 'waited' → ''
    listed, but seen: toy/price.ts:2 number: 3 → 4
    listed, but not there: toy/price.ts number: 333 → 334
    "
  `);
  const seen = stderr
    .split('\n')
    .filter((line) => / (?:killed|timeout) /u.test(line))
    .map((line) => line.replace(/^\S+ /u, ''));
  expect(seen).toMatchInlineSnapshot(`
    [
      "killed toy/price.ts:2 guard removed: count < 10 → false | few (and a name with brackets)",
      "killed toy/price.ts:2 comparison: count < 10 → (count) >= (10) | few (and a name with brackets)",
      "killed toy/price.ts:2 arithmetic: count * 3 → (count) / (3) | few (and a name with brackets)",
      "killed toy/price.ts:2 number: 3 → 4 | few (and a name with brackets)",
      "killed toy/price.ts:4 comparison: sum < 20 → (sum) >= (20) | many",
      "killed toy/price.ts:4 arithmetic: sum += 1 → sum -= (1) | many",
      "killed toy/price.ts:4 statement removed: sum += 1; | many",
      "killed toy/visit.ts:3 condition: visitors.has(name) → !(visitors.has(name)) | visit",
      "killed toy/visit.ts:6 comparison: name.length > 0 → (name.length) <= (0) | visit",
      "killed toy/visit.ts:6 number: 0 → 1 | visit",
      "killed toy/visit.ts:9 comparison: ms > 1 → (ms) <= (1) | too long",
      "killed toy/visit.ts:9 boundary: ms > 1 → (ms) >= (1) | too long",
    ]
  `);
  expect(readFileSync(join(root, 'src/toy/price.ts'), 'utf8')).toBe(before);
  expect(readFileSync(join(root, 'dist/mutation/toy.txt'), 'utf8')).toBe(stdout);
});

test.runIf(isLong)(
  'a sample is the same in every run and on every machine, and a list that holds is no failure',
  async () => {
    list(['open', 'toy/price.ts', "string: 'nobody' → ''"]);
    const { code, stdout, stderr } = await run('toy', '--mutants', '2');
    expect(code).toBe(0);
    expect(`${stdout}${stderr.replaceAll(/^\S+ /gmu, '')}`).toMatchInlineSnapshot(`
    "toy: 1 of 2 mutants are seen, 50.0 %; of the others, 0 are equal, 1 are open, 0 are not listed
    unreached (open) toy/price.ts:8 string: 'nobody' → ''
    unreached toy/price.ts:8 string: 'nobody' → ''
    killed toy/price.ts:4 arithmetic: sum += 1 → sum -= (1) | many
    "
  `);
  },
);

test('a folder of no room is refused', async () => {
  expect(await run('joy')).toMatchObject({
    code: 2,
    stderr: 'mutate: name folders of these rooms: toy\n',
  });
});

test.runIf(isLong)('nothing is said of mutants where the tests are red without them', async () => {
  const path = join(root, 'tests/toy/price.test.ts');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, good.replace('toBe(6)', 'toBe(7)'));
  expect(await run('toy')).toMatchObject({
    stdout: '',
    stderr: expect.stringMatching(/Without a mutant, tests are red: .*few \(and a name with brackets\)/u),
  });
  writeFileSync(path, good);
});
