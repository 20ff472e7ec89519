import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { build } from '../publish/build.ts';
import type { BuildReport, BuiltFile } from '../../src/publish/build-report.ts';
import { runAce } from '../../src/judges/run-ace.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { hasSuites, readExamples, type Example } from './read-examples.ts';

const suiteFiles = ['commonmark/spec.txt', 'gfm/spec.txt', 'gfm/extensions.txt', 'gfm/regression.txt'];
if (!hasSuites()) console.log('skipped: the suites of Markdown examples are not beside the project');

/** The rules that say that a claim is not made; nothing else may fail, and these only where it was withheld. */
const claimRules: Readonly<Record<string, readonly string[]>> = {
  ua1: ['ISO 14289-1:2014 5-1'],
  '2a': ['ISO 19005-2:2011 6.6.4-1'],
};

/** The EPUB judges take seconds a file, so they see this many examples at a time. */
const examplesPerEpub = 50;

const frontMatter = (title: string): string => `---\ntitle: ${title}\nlang: en\n---\n\n`;

describe.runIf(hasSuites())('the examples of the suites', () => {
  const judges = inject('judges');
  const folder = mkdtempSync(join(tmpdir(), 'suites-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const examples = suiteFiles.flatMap((file) => (hasSuites() ? readExamples(file) : []));

  test('are all there', () => {
    expect(examples.length).toBeGreaterThanOrEqual(1300);
  });

  describe('as a PDF each', () => {
    let report: BuildReport;
    beforeAll(async () => {
      report = await buildAll(
        'single',
        examples.map((example) => [example.name, example.markdown]),
      );
    });

    test('are all built, with every word', () => {
      expect(report.failures).toEqual([]);
      expect(report.files.filter(({ format }) => format === 'pdf')).toHaveLength(examples.length);
    });

    test('are denied their claim in a known list', async () => {
      const withheld = report.files
        .filter(({ format, withheld: rules }) => format === 'pdf' && rules.length > 0)
        .map((file) => `${nameOf(file)} ${file.withheld.join(' ')}\n`);
      await expect(withheld.join('')).toMatchFileSnapshot('golden/suites-withheld.txt');
    });

    test.each(['ua1', '2a'])('pass veraPDF by %s, but for claims withheld', async (flavour) => {
      const files = report.files.filter(({ format }) => format === 'pdf');
      const judgements = await runVeraPdf(
        files.map(({ path }) => path),
        { flavour, jar: judges.veraPdfJar },
      );
      const found = judgements.map(({ findings }, index) => [
        nameOf(files[index]),
        findings.map(({ rule }) => rule),
      ]);
      const expected = files.map((file) => [
        nameOf(file),
        file.withheld.length > 0 ? claimRules[flavour] : [],
      ]);
      expect(found).toEqual(expected);
    });
  });

  describe('many in an EPUB', () => {
    let report: BuildReport;
    beforeAll(async () => {
      const chunks = Array.from({ length: Math.ceil(examples.length / examplesPerEpub) }, (_, index) =>
        examples.slice(index * examplesPerEpub, (index + 1) * examplesPerEpub),
      );
      report = await buildAll(
        'many',
        chunks.map((chunk, index) => [`chunk-${String(index).padStart(2, '0')}`, joinExamples(chunk)]),
      );
    });
    const epubs = (): readonly string[] =>
      report.files.filter(({ format }) => format === 'epub').map(({ path }) => path);

    test('pass EPUBCheck', async () => {
      const judgements = await runEpubCheck(epubs(), judges.epubCheck);
      expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
      expect(judgements.length).toBeGreaterThan(20);
    });

    test('pass Ace', async () => {
      for (const file of epubs())
        expect(
          (await runAce(file, { program: judges.aceProgram, browser: judges.browser })).findings,
        ).toEqual([]);
    });
  });

  async function buildAll(name: string, posts: readonly (readonly [string, string])[]): Promise<BuildReport> {
    const inputs = join(folder, name, 'in');
    mkdirSync(inputs, { recursive: true });
    for (const [title, markdown] of posts)
      writeFileSync(join(inputs, `${title}.md`), frontMatter(title) + markdown);
    const report = await build({
      inputs: [inputs],
      out: join(folder, name, 'out'),
      verify: true,
      cwd: folder,
    });
    return { ...report, files: report.files.map((file) => ({ ...file, path: resolve(folder, file.path) })) };
  }
});

/** Examples one after the other; the comment closes what the one before has left open. */
function joinExamples(examples: readonly Example[]): string {
  return examples.map(({ markdown }) => `${markdown}\n\n<!-- next -->\n\n`).join('');
}

function nameOf(file: BuiltFile | undefined): string {
  return (file?.path ?? '').replace(/^.*\//u, '').replace(/\.\w+$/u, '');
}
