import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  compareLists,
  digestFolder,
  formatList,
  parseList,
  splitByJobs,
  type Digests,
} from './digest-lists.mjs';

let folder = '';
let before: Digests;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digests-'));
  mkdirSync(join(folder, 'built/posts'), { recursive: true });
  for (const name of ['a.pdf', 'a.epub', 'b.pdf']) writeFileSync(join(folder, 'built/posts', name), name);
  writeFileSync(join(folder, 'built/links.csv'), 'text,target\n');
  before = digestFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the digests of a folder', () => {
  test('are a line for each file in the order of names, and the list reads back', () => {
    const list = formatList(before);
    expect(list).toBe(
      '8d4c22901f0b1fa74dd4bc7446895ae825f0767574dab3c292caa2b2ff33a2af  built/links.csv\n' +
        '4be6ebbdc2ecda9b5625dfd72bd25d6dfd66de602e2eb5a246e4c608d052f4d0  built/posts/a.epub\n' +
        'a7949e623819aa32baf4c32d0457e275b4eff130ec61f43cf284ffdef26efcf4  built/posts/a.pdf\n' +
        '9a3f96912c5f85bc082ca0bbeb28e72f588f4517c173982ccdc57a0e18a42663  built/posts/b.pdf\n',
    );
    expect(parseList(list)).toEqual(before);
  });

  test('are the same of the same files', () => {
    expect(compareLists(before, digestFolder(folder))).toEqual([]);
  });

  test('name a changed byte, an added and a missing file', () => {
    writeFileSync(join(folder, 'built/posts/a.pdf'), 'A.pdf');
    writeFileSync(join(folder, 'built/posts/c.pdf'), '');
    rmSync(join(folder, 'built/posts/b.pdf'));
    expect(compareLists(before, digestFolder(folder))).toEqual([
      'changed  built/posts/a.pdf',
      'missing  built/posts/b.pdf',
      'added    built/posts/c.pdf',
    ]);
  });

  test('of files under one name tell a changed, an added and a missing one of them', () => {
    const fold = (path: string): string => path.replace(/\.(?:pdf|epub)$/u, '');
    const folded = digestFolder(folder, fold);
    expect([...folded.keys()].toSorted()).toEqual(['built/links.csv', 'built/posts/a', 'built/posts/b']);
    appendFileSync(join(folder, 'built/posts/a.epub'), ' ');
    writeFileSync(join(folder, 'built/posts/b.epub'), '');
    expect(compareLists(folded, digestFolder(folder, fold))).toEqual([
      'changed  built/posts/a',
      'changed  built/posts/b',
    ]);
    rmSync(join(folder, 'built/posts/b.epub'));
    rmSync(join(folder, 'built/posts/a.epub'));
    expect(compareLists(folded, digestFolder(folder, fold))).toEqual(['changed  built/posts/a']);
  });
});

test('outputs of jobs that were left out are not missing, those of a job with a like name are', () => {
  const all = new Map(['books/year/a', 'books/year-2/a', 'sample/a'].map((name) => [name, '']));
  const { of, others } = splitByJobs(all, ['books/year']);
  expect([...of.keys()]).toEqual(['books/year/a']);
  expect(compareLists(others, new Map([['sample/a', '']]))).toEqual(['missing  books/year-2/a']);
});

test('the preloads stop every clock that asks Date, and no date that is named', () => {
  const preloads = ['fixed-clock.mjs', 'fixed-versions.mjs'].flatMap((name) => [
    '--import',
    new URL(name, import.meta.url).href,
  ]);
  const script =
    'const named = new Date(0); console.log(JSON.stringify([new Date(), Date.now(), named, named instanceof Date, ' +
    'require("fs").statSync(".").mtime instanceof Date, process.versions.node]))';
  const { stdout } = spawnSync(process.execPath, [...preloads, '-e', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { TAGLEAF_FIXED_CLOCK: '2024-05-06T07:08:09Z' },
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toEqual([
    '2024-05-06T07:08:09.000Z',
    1_714_979_289_000,
    '1970-01-01T00:00:00.000Z',
    true,
    true,
    '20.0.0',
  ]);
});
