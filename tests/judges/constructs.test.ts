import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { postOfLinks } from '../posts/followed-links.ts';
import { buildPosts } from './build-posts.ts';

const constructs = fileURLToPath(new URL('../posts/constructs', import.meta.url));
const names = readdirSync(constructs).filter((name) => name.endsWith('.md'));

describe('what dialects have besides CommonMark', () => {
  const judges = inject('judges');
  const folder = mkdtempSync(join(tmpdir(), 'constructs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let pdfs: readonly string[] = [];
  let epubs: readonly string[] = [];

  beforeAll(async () => {
    mkdirSync(join(folder, 'posts'));
    for (const name of names) cpSync(join(constructs, name), join(folder, 'posts', name));
    writeFileSync(join(folder, 'posts', 'links.md'), postOfLinks);
    ({ pdfs, epubs } = await buildPosts(folder, names.length + 1));
  });

  // Markup that readers would see takes the claim away; all else is as it should be.
  test.each([
    ['ua1', 'ISO 14289-1:2014 5-1'],
    ['2a', 'ISO 19005-2:2011 6.6.4-1'],
  ] as const)('passes veraPDF as %s', async (flavour, claim) => {
    const judgements = await runVeraPdf(pdfs, { flavour, jar: judges.veraPdfJar });
    const rules = judgements.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(rules.filter((rule) => rule !== claim)).toEqual([]);
    expect(rules.length).toBeLessThan(names.length);
  });

  test('passes EPUBCheck', async () => {
    const judgements = await runEpubCheck(epubs, judges.epubCheck);
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('has the meaning of each abbreviation, as qpdf finds it', () => {
    const pdf = pdfs.find((path) => path.includes('abbreviations')) ?? '';
    const json = execFileSync('qpdf', ['--json', pdf], { encoding: 'utf8', maxBuffer: 1e9 });
    const meanings = [...json.matchAll(/"\/E": "u:([^"]*)"/gu)].map(([, meaning = '']) => meaning);
    const counted = Object.fromEntries(
      [...new Set(meanings)]
        .toSorted()
        .map((meaning) => [meaning, meanings.filter((other) => other === meaning).length]),
    );
    expect(counted).toEqual({
      'A language with classes': 1,
      'A “telegraph” company': 2,
      'Hours To Make Landfall': 1,
      'Hyper Text Markup Language': 5,
      'Text with links': 1,
      'User experience': 1,
      'World Wide Web': 2,
      'World Wide Web Consortium': 2,
    });
  });
});
