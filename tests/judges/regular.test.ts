import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import type { BuiltFile } from '../../src/publish/build-report.ts';
import { chances, randomDefinitions, randomTable } from '../posts/random-tables.ts';
import { readText } from '../posts/read-text.ts';
import { build } from '../publish/build.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';
const perPost = 10;

/** What takes a claim away from a post stands in posts of its own, so that the others do claim. */
function isClaiming(html: string): boolean {
  return readText(`${head}${html}\n`).messages.every(({ withholds }) => withholds.length === 0);
}

function posts(name: string, pieces: readonly string[]): readonly (readonly [string, string])[] {
  return Array.from({ length: Math.ceil(pieces.length / perPost) }, (_, index) => {
    const some = pieces.slice(index * perPost, (index + 1) * perPost);
    return [`${name}-${index}.md`, `${head}${some.join('\n\nWords.\n\n')}\n`];
  });
}

describe('tables and definition lists of all kinds', () => {
  const judges = inject('judges');
  const folder = mkdtempSync(join(tmpdir(), 'regular-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files: readonly BuiltFile[] = [];
  const pathsOf = (format: BuiltFile['format']): readonly string[] =>
    files
      .filter((file) => file.format === format && (format === 'epub' || file.claims.length > 0))
      .map(({ path }) => join(folder, path));

  beforeAll(async () => {
    const chance = chances(12);
    const pieces = [
      ...Array.from({ length: 500 }, () => randomTable(chance)),
      ...Array.from({ length: 100 }, () => randomDefinitions(chance)),
    ];
    mkdirSync(join(folder, 'posts'));
    const written = [
      ...posts('good', pieces.filter(isClaiming)),
      ...posts(
        'bad',
        pieces.filter((piece) => !isClaiming(piece)),
      ),
    ];
    for (const [name, text] of written) writeFileSync(join(folder, 'posts', name), text);
    const report = await build({ cwd: folder, out: join(folder, 'out'), verify: true });
    expect(report.failures).toEqual([]);
    files = report.files;
  });

  test('what claims PDF/UA-1 passes veraPDF', async () => {
    const paths = pathsOf('pdf');
    expect(paths.length).toBeGreaterThan(10);
    const judgements = await runVeraPdf(paths, { flavour: 'ua1', jar: judges.veraPdfJar });
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('every EPUB passes EPUBCheck', async () => {
    const paths = pathsOf('epub');
    expect(paths.length).toBeGreaterThan(20);
    const judgements = await runEpubCheck(paths, judges.epubCheck);
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });
});
