import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, installPacked } from './packed-package.ts';
import { isLong } from '../how-long.ts';

const samples = join(import.meta.dirname, 'samples');
const names = readdirSync(samples).toSorted();
let folder: string;

beforeAll(() => {
  folder = installPacked();
  cpSync(samples, folder, { recursive: true });
  writeFileSync(join(folder, 'tagleaf.yaml'), 'lang: en\n');
  mkdirSync(join(folder, 'posts'));
  writeFileSync(join(folder, 'posts/one.md'), '---\ntitle: One\n---\n\nThe Fed. Register.\n');
  writeFileSync(join(folder, 'posts/two.md'), '# Two\n\nSome words.\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: string): string =>
  execFileSync(process.execPath, [name], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

describe('the samples of the README, on the packed package', () => {
  test('stand in it as they are here', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const chapter = /^## As a library\n[^]*?(?=^## )/mu.exec(readme)?.[0] ?? '';
    const shown = [...chapter.matchAll(/^```ts\n([^]*?)^```$/gmu)].map(([, text]) => text);
    expect(shown.toSorted()).toEqual(
      names.map((name) => readFileSync(join(samples, name), 'utf8')).toSorted(),
    );
  });

  test.runIf(isLong)('are good TypeScript for a bundler', () => {
    expect(compile(folder, { module: 'esnext', moduleResolution: 'bundler', noEmit: true })).toBe('');
  });

  test('are good TypeScript for Node, and what is no configuration is seen', () => {
    writeFileSync(
      join(folder, 'wrong.ts'),
      "import { openTagleaf } from 'tagleaf';\nawait openTagleaf({ page: 'a5' });\n",
    );
    const complaint = compile(folder, { module: 'nodenext' });
    rmSync(join(folder, 'wrong.ts'));
    expect(complaint).toMatch(/^wrong\.ts\(2,21\): error TS2322: Type '"a5"' is not assignable/u);
    // The lines of one complaint begin with its place or are indented.
    expect(
      complaint
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith(' ')),
    ).toHaveLength(1);
  });

  test('say what they promise', () => {
    expect(run('build.js')).toBe(
      [
        'out/one.pdf PDF/UA-1, PDF/A-2a',
        'out/one.epub ',
        'out/two.pdf PDF/UA-1, PDF/A-2a',
        'out/two.epub ',
        '',
      ].join('\n'),
    );
    expect(run('steps.js')).toBe('PDF/UA-1, PDF/A-2a 1 page\n');
    expect(readFileSync(join(folder, 'a-post.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
    expect(run('memory.js')).toMatch(
      /^dist\/publications\/one\.epub \d{5}\ndist\/publications\/two\.epub \d{5}\n$/u,
    );
  });
});

describe('the cost of an import', () => {
  /** Milliseconds of CPU, user and system, that an import takes in a fresh Node: the least of several runs. */
  const cost = (specifier: string): number => {
    const script = `const before = process.cpuUsage(); await import('${specifier}');
      const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;
    const once = (): number =>
      Number(
        execFileSync(process.execPath, ['--input-type=module', '-e', script], {
          cwd: folder,
          encoding: 'utf8',
        }),
      );
    return Math.min(...Array.from({ length: 3 }, once));
  };

  test('is at most a tenth of a second: pdfkit alone costs more', () => {
    expect(cost('tagleaf')).toBeLessThan(100);
    expect(cost('pdfkit')).toBeGreaterThan(100);
  });
});
