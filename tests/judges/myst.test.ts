import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { buildPosts } from './build-posts.ts';
import { writeGreyPng } from './pictures/grey-picture.ts';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const names = ['directives', 'references'];

describe('the directives and references of MyST', () => {
  const judges = inject('judges');
  const folder = mkdtempSync(join(tmpdir(), 'myst-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let pdfs: readonly string[] = [];
  let epubs: readonly string[] = [];

  beforeAll(async () => {
    const posts = join(folder, 'posts');
    mkdirSync(posts);
    writeFileSync(join(folder, 'tagleaf.yaml'), 'dialect: myst\n');
    for (const name of names) cpSync(fromHere(`../posts/myst/${name}.md`), join(posts, `${name}.md`));
    // What links without words lead to gives them its title.
    writeFileSync(join(posts, 'other.md'), '---\ntitle: Another page\nlang: en\n---\n\n## Part\n\nWords.\n');
    const picture = writeGreyPng({ widthPx: 8, heightPx: 8, pixels: new Uint8Array(64).fill(128) });
    for (const name of 'abcde') writeFileSync(join(posts, `${name}.png`), picture);
    ({ pdfs, epubs } = await buildPosts(folder, names.length + 1));
  });

  // A variable that nobody filled in takes the claim of the one away; all else is as it should be.
  test.each([
    ['ua1', 'ISO 14289-1:2014 5-1'],
    ['2a', 'ISO 19005-2:2011 6.6.4-1'],
  ] as const)('pass veraPDF as %s', async (flavour, claim) => {
    const judgements = await runVeraPdf(pdfs, { flavour, jar: judges.veraPdfJar });
    expect(judgements.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual([claim]);
  });

  test('pass EPUBCheck', async () => {
    const judgements = await runEpubCheck(epubs, judges.epubCheck);
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });
});
