// Compiles src into dist/lib of the folder that it is run in, bundles the program of it into dist/cli, and leaves there what this run wrote and nothing else: what a
// file that is gone was compiled to would still be imported, and packed. `--if-stale` compiles only where dist/lib is not
// what src says; dist/build.sha256 holds the digests of both. Digests, for a time stamp says nothing after a checkout or a copy.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import lockfile from 'proper-lockfile';
import { bundleCli } from './bundle-cli.mjs';

const root = process.cwd();
const lib = join(root, 'dist/lib');
const cli = join(root, 'dist/cli');
const stamp = join(root, 'dist/build.sha256');
const bundler = fileURLToPath(new URL('bundle-cli.mjs', import.meta.url));
const typescript = createRequire(join(root, 'package.json')).resolve('typescript/package.json');

/** The files of a folder and below it, in an order that no file system changes. */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** One digest over the paths and the bytes of files. */
function digestOf(paths) {
  const digest = createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(path);
    digest.update(`${relative(root, path)}\n${bytes.length}\n`).update(bytes);
  }
  return digest.digest('hex');
}

/** What dist/lib is made of, and what it holds. */
function state() {
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) =>
    join(root, name),
  );
  const sources = digestOf([
    ...filesIn(join(root, 'src')),
    ...settings.filter(existsSync),
    bundler,
    typescript,
  ]);
  return `sources ${sources}\noutputs ${digestOf([...filesIn(lib), ...filesIn(cli)])}\n`;
}

function isStale() {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== state();
}

/** What the compiler printed, and its exit code. */
function runCompiler() {
  const tsc = join(typescript, '../bin/tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--listEmittedFiles', '--pretty', 'false'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, lines: printed.split('\n') }));
  });
}

/** Compiles, and gives the exit code of the compiler. */
async function compile() {
  rmSync(stamp, { force: true });
  const { code, lines } = await runCompiler();
  const isWritten = (line) => line.startsWith('TSFILE: ');
  process.stderr.write(lines.filter((line) => !isWritten(line)).join('\n'));
  if (code !== 0) return code;
  const written = new Set(lines.filter(isWritten).map((line) => resolve(root, line.slice(8).trim())));
  for (const path of filesIn(lib)) if (!written.has(path)) rmSync(path);
  await bundleCli(root);
  writeFileSync(stamp, state());
  return 0;
}

// Of several test files that find the same library stale at once, one compiles it.
mkdirSync(join(root, 'dist'), { recursive: true });
const release = await lockfile.lock(root, {
  lockfilePath: join(root, 'dist/build.lock'),
  stale: 20_000,
  retries: { retries: 600, factor: 1, minTimeout: 200 },
});
try {
  if (!process.argv.includes('--if-stale') || isStale()) process.exitCode = await compile();
} finally {
  await release();
}
