import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { builtLibrary } from '../built-library.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(builtLibrary, '../cli');
const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The digests of what a program makes of the sample. */
function build(program: string, name: string, more: readonly string[] = []): readonly string[] {
  const out = join(folder, name);
  const args = [program, 'build', 'posts/feature-tour.md', '--out', out, '--json', '--no-cache', ...more];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  execFileSync(process.execPath, args, { cwd: root, env });
  return readdirSync(out)
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex')}`,
    );
}

/** The packages that a bundle has parts of, by the remarks that tell from which file each part is. */
function bundledPackages(): readonly string[] {
  const chunks = readdirSync(bundle).filter((name) => name.endsWith('.js'));
  const names = chunks.flatMap((name) => {
    const files = readFileSync(join(bundle, name), 'utf8').matchAll(
      /^\s*\/\/ (?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//gmu,
    );
    return Array.from(files, ([, found = '']) => found);
  });
  return [...new Set(names)].sort();
}

describe('the program as it is shipped', () => {
  test('makes the same files as the one that it is bundled from', () => {
    const files = build(join(bundle, 'main.js'), 'bundled');
    expect(files.map((line) => line.split(' ')[0])).toContain('feature-tour.pdf');
    expect(files).toEqual(build(join(builtLibrary, 'cli/main.js'), 'compiled'));
  });

  test('and in a worker, which runs a file of its own beside it', () => {
    const files = build(join(bundle, 'main.js'), 'in-worker', ['--workers', '1']);
    expect(files).toEqual(build(join(bundle, 'main.js'), 'in-place', ['--workers', '0']));
    expect(readdirSync(bundle)).toContain('worker-entry.js');
  });

  test('comes with the licence of each package that is in it', () => {
    const texts = readFileSync(join(bundle, 'LICENSES.txt'), 'utf8').split(/\n-{80}\n\n/u);
    const licensed = texts.map((text) => /^\S+/u.exec(text)?.[0] ?? '');
    const bundled = bundledPackages();
    expect(bundled).toEqual(expect.arrayContaining(['epub-gen-memory', 'pdfkit', 'micromark']));
    expect(bundled.filter((name) => !licensed.includes(name))).toEqual([]);
    expect(texts.filter((text) => text.length < 400)).toEqual([]);
    expect(licensed).not.toContain('vitest');
  });

  test('has nothing of what its packages load and it never calls', () => {
    const unused = [
      '@noble/ciphers',
      'fontkit',
      'jszip',
      'lodash.isequal',
      'mime',
      'node-fetch',
      'ow',
      'tiny-inflate',
    ];
    expect(bundledPackages().filter((name) => unused.includes(name))).toEqual([]);
    const { dependencies } = JSON.parse(
      readFileSync(join(root, 'node_modules/epub-gen-memory/package.json'), 'utf8'),
    );
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['jszip', 'mime', 'node-fetch', 'ow']));
  });

  test('loads nothing of Node to fetch with where a post is made, which takes longer than to lay it out', () => {
    const undici = 'NativeModule internal/deps/undici/undici';
    const told = `process.on('exit', () => console.log(process.moduleLoadList.includes('${undici}')))`;
    const loaded = (program: readonly string[]): string | undefined =>
      execFileSync(process.execPath, ['--import', `data:text/javascript,${told}`, ...program], {
        cwd: root,
        encoding: 'utf8',
      })
        .trim()
        .split('\n')
        .at(-1);
    const args = ['build', 'posts/feature-tour.md', '--out', join(folder, 'fetched'), '--no-cache'];
    expect(loaded([join(bundle, 'main.js'), ...args])).toBe('false');
    expect(loaded(['--eval', 'globalThis.Response'])).toBe('true');
  });

  test('is what the package names and holds, and the compiled one is not', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(bin).toEqual({ tagleaf: 'dist/cli/main.js' });
    const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
    });
    const [{ files }]: readonly [{ readonly files: readonly { readonly path: string }[] }] = JSON.parse(told);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/cli/main.js',
        'dist/cli/worker-entry.js',
        'dist/cli/LICENSES.txt',
        'dist/lib/index.js',
      ]),
    );
    expect(paths.filter((path) => path.startsWith('dist/lib/cli/'))).toEqual([]);
    expect(readFileSync(join(bundle, 'main.js'), 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});
