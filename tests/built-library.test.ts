import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** A project of three files that was built, with the settings that the build asks for. */
let root = '';
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(root, 'src'));
  symlinkSync(modules, join(root, 'node_modules'));
  const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext", "target": "es2023", "types": [] } }');
  write(
    'tsconfig.build.json',
    '{ "extends": "./tsconfig.json", "compilerOptions": { "rootDir": "src", "outDir": "dist/lib" }, "include": ["src"] }',
  );
  write('src/a.ts', "export const said = 'one';\n");
  write('src/b.ts', 'export const other = 2;\n');
  write('src/c.ts', 'export const third = 3;\n');
  expect(await build()).toEqual({ code: 0, told: '' });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface Build {
  readonly code: number | null;
  readonly told: string;
}
function build(...args: readonly string[]): Promise<Build> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, told }));
  });
}
const compiled = (name: string): string => readFileSync(join(root, 'dist/lib', name), 'utf8');
const compiledAt = (): number => statSync(join(root, 'dist/build.sha256')).mtimeMs;

/** Writes a file so that its time tells nothing of it, as after a copy that keeps times. */
function writeUnseen(path: string, text: string): void {
  const { atime, mtime } = statSync(join(root, path));
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), atime, mtime);
}

test('what is not stale is left alone', async () => {
  const before = compiledAt();
  expect(await build('--if-stale')).toEqual({ code: 0, told: '' });
  expect(compiledAt()).toBe(before);
});

test('a source that is another is compiled, whatever its time says, and by several at once', async () => {
  writeUnseen('src/a.ts', "export const said = 'two';\n");
  const builds = await Promise.all([build('--if-stale'), build('--if-stale')]);
  expect(builds).toEqual([
    { code: 0, told: '' },
    { code: 0, told: '' },
  ]);
  expect(compiled('a.js')).toContain("'two'");
});

test('an output that was edited is compiled again, and that of a source that is gone goes', async () => {
  writeUnseen('dist/lib/a.js', "export const said = 'six';\n");
  rmSync(join(root, 'src/b.ts'));
  expect(await build('--if-stale')).toEqual({ code: 0, told: '' });
  expect(compiled('a.js')).toContain("'two'");
  expect(readdirSync(join(root, 'dist/lib'))).toEqual(['a.js', 'c.js']);
});

test('what does not compile is told, and stays stale', async () => {
  writeFileSync(join(root, 'src/c.ts'), 'export const third: string = 3;\n');
  const told = "src/c.ts(1,14): error TS2322: Type 'number' is not assignable to type 'string'.\n";
  expect(await build('--if-stale')).toEqual({ code: 2, told });
  expect(await build('--if-stale')).toEqual({ code: 2, told });
});
