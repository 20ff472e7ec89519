import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildCase, casesFolder, compareCase, expectedCases, hasCases } from './build-case.ts';

if (!hasCases) console.log('skipped: the cases are not beside the project');

const folder = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Holds no files but its expectation, which is about the book of `kramdown-targets`. */
const elsewhere = ['untitled-chapter'];

const named = expectedCases.map(
  (expected) => [`${expected.folder}${expected.book ? ', the book' : ''}`, expected] as const,
);

describe.runIf(hasCases)('the cases', () => {
  test('have an expectation each', () => {
    const names = [...elsewhere, ...expectedCases.map((expected) => expected.folder)];
    expect([...new Set(names)].toSorted()).toEqual(readdirSync(casesFolder).toSorted());
  });

  describe.each(named)('%s', (_name, expected) => {
    const name = expected.red === undefined ? 'is as expected' : `is not yet as expected: ${expected.red}`;
    (expected.red === undefined ? test : test.fails)(name, async () => {
      const built = await buildCase(expected, folder);
      expect(built.report.failures).toEqual([]);
      const posts = built.report.files.map(({ post }) => post);
      expect([...new Set(posts)].toSorted()).toEqual(
        expected.publications.map(({ post }) => post).toSorted(),
      );
      const told = built.report.messages.map(({ file, reason }) => `${file ?? ''}: ${reason}`);
      expect(told).toEqual(expect.arrayContaining([...(expected.told ?? [])]));
      for (const publication of expected.publications) {
        const { found, wanted } = await compareCase(built, publication);
        expect(found).toEqual(wanted);
      }
    });
  });

  test('are seen to differ where a word, a tag or a rule is another', async () => {
    const [first] = expectedCases.filter((expected) => expected.folder === 'tel-links');
    const [publication] = first?.publications ?? [];
    if (!first || !publication) throw new Error('tel-links has no expectation');
    const built = await buildCase({ ...first, folder: 'tel-links' }, mkdtempSync(join(folder, 'other-')));
    for (const change of [
      { words: `${publication.words} More.` },
      { rules: ['warning html-dropped'] },
      { withheld: ['img-missing'] },
      { tags: ['Link "us" → tel:+15550100'] },
      { xhtml: ['<a href="sms:+1555010">us</a>'] },
    ]) {
      const { found, wanted } = await compareCase(built, { ...publication, ...change });
      expect(found).not.toEqual(wanted);
    }
  });
});
