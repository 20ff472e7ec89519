import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildCase, expectedCases, hasCases, type BuiltCase } from '../cases/build-case.ts';
import type { ExpectedPublication } from '../cases/expected-case.ts';
import { readStructText } from '../../src/judges/read-struct-text.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { structTextWords } from './struct-text-words.ts';

if (!hasCases) console.log('skipped: the cases are not beside the project');

const judges = inject('judges');
const folder = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of the pages as Poppler finds them by their tags, and of the content documents as they lie in the EPUB, without their tags. */
const readers = {
  pdf: async (path: string): Promise<string> => structTextWords(await readStructText(path)),
  epub: async (path: string): Promise<string> =>
    Object.entries(unzipSync(readFileSync(path)))
      .map(([name, bytes]) => (name.endsWith('.xhtml') ? new TextDecoder().decode(bytes) : ''))
      .join('\n')
      .replace(/<[^<>]*>/gu, '')
      .replace(/&(#x3C|#x26|amp|lt|gt|quot);/gu, (_sign, name: string) => signs[name] ?? ''),
};
const signs: Readonly<Record<string, string>> = {
  '#x3C': '<',
  '#x26': '&',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};

/** The mark of a note stands before the full stop behind its word. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[\s.]+/u);
}

/** The first word that does not follow those before it, whatever stands between them. */
function firstMissing(words: string, text: string): string | undefined {
  let at = 0;
  for (const word of wordsOf(words)) {
    const found = text.indexOf(word, at);
    if (found < 0) return word;
    at = found + word.length;
  }
  return undefined;
}

describe.runIf(hasCases)('the cases, as others read them', () => {
  const built: (readonly [BuiltCase, ExpectedPublication])[] = [];
  beforeAll(async () => {
    for (const expected of expectedCases) {
      if (expected.red !== undefined) continue;
      const made = await buildCase(expected, folder);
      for (const publication of expected.publications) built.push([made, publication]);
    }
  });
  const files = (format: 'pdf' | 'epub'): readonly string[] =>
    built.map(([made, { post }]) => made.pathOf(post, format));

  test.each(['pdf', 'epub'] as const)('every %s has the words of its post', async (format) => {
    for (const [made, { post, words, epubWords = words }] of built) {
      const path = made.pathOf(post, format);
      const expected = format === 'epub' ? epubWords : words;
      expect([path, firstMissing(expected, await readers[format](path))]).toEqual([path, undefined]);
    }
    expect(built.length).toBeGreaterThan(30);
  });

  test('every word can be taken off the pages, wherever it stands', () => {
    for (const [made, { post, words }] of built) {
      const path = made.pathOf(post, 'pdf');
      const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
      // Across cells Poppler takes a hyphen of the word itself for one of the line; in the order of the content it does not.
      const across = execFileSync('pdftotext', ['-enc', 'UTF-8', path, '-'], options);
      const inOrder = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], options);
      const text = `${across}\n${inOrder.replaceAll('-\n', '-')}`;
      const missing = wordsOf(words).filter((word) => !text.includes(word));
      expect([path, missing]).toEqual([path, []]);
    }
  });

  test('a word that is not there is missed', async () => {
    const found = built.find(([, one]) => one.words.includes('Hot engine'));
    if (!found) throw new Error('no case about a hot engine');
    const [made, { post, words }] = found;
    for (const format of ['pdf', 'epub'] as const) {
      const text = await readers[format](made.pathOf(post, format));
      expect(firstMissing(`${words} Cold`, text)).toBe('Cold');
    }
  });

  test.each(['ua1', '2a'])('what claims passes veraPDF by %s', async (flavour) => {
    const claiming = built.filter(([, { withheld = [] }]) => withheld.length === 0);
    const paths = claiming.map(([made, { post }]) => made.pathOf(post, 'pdf'));
    const judgements = await runVeraPdf(paths, { flavour, jar: judges.veraPdfJar });
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('every EPUB passes EPUBCheck', async () => {
    const judgements = await runEpubCheck(files('epub'), judges.epubCheck);
    const found = judgements.flatMap(({ file, findings }) =>
      findings.map(({ rule, count }) => [relative(folder, file), rule, count]),
    );
    // `sms:` is registered (RFC 5724); the list of EPUBCheck 5.3.0 has it not.
    expect(found).toEqual([['tel-links/posts/out/post.epub', 'HTM-025', 1]]);
  });
});
