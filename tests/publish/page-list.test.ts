import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from './build.ts';
import type { BuildOptions } from '../../src/project/build-options.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { listFiles, temporaryFolder } from './temporary-folder.ts';

const long =
  `---\ntitle: Long\nlang: en\n---\n\n${'Words of the post, many of them, in one paragraph. '.repeat(20)}\n\n`.replace(
    /$/u,
    `${'Words of the post, many of them, in another paragraph. '.repeat(20)}\n\n`.repeat(6),
  );

/** The labels of the page-list, and what it says its pages are of. */
async function pagesOf(options: BuildOptions): Promise<{
  readonly files: readonly string[];
  readonly labels: readonly string[];
  readonly source: string | undefined;
}> {
  const cwd = await temporaryFolder({ 'posts/long.md': long });
  const report = await build({ cwd, out: 'out', ...options });
  expect(report.failures).toEqual([]);
  const { pages, files } = await readEpub(await readFile(join(cwd, 'out/long.epub')));
  const opf = Buffer.from(files.get('OEBPS/content.opf') ?? []).toString();
  return {
    files: await listFiles(join(cwd, 'out')),
    labels: pages.map(({ label }) => label),
    source: /property="pageBreakSource">([^<]*)</u.exec(opf)?.[1],
  };
}

test('the EPUB names the pages of the PDF of the same run and page size', async () => {
  const cwd = await temporaryFolder({ 'posts/long.md': long });
  const identifiers: string[] = [];
  for (const page of ['letter', 'a4'] as const) {
    await build({ cwd, out: page, page });
    const pdf = await readPdf(await readFile(join(cwd, page, 'long.pdf')));
    const identifier = /<dc:identifier>([^<]*)</u.exec(pdf.xmp)?.[1] ?? '';
    const { labels, source } = await pagesOf({ page });
    expect(source).toBe(identifier);
    expect(labels).toEqual(Array.from({ length: pdf.pages }, (_, index) => String(index + 1)));
    identifiers.push(identifier);
  }
  expect(new Set(identifiers).size).toBe(2);
});

test('an EPUB alone is laid out on pages too, unless it is to have none', async () => {
  const alone = await pagesOf({ formats: ['epub'] });
  expect(alone.files).toEqual(['.tagleaf-files', 'links.csv', 'long.epub']);
  expect(alone.labels.length).toBeGreaterThan(1);
  const without = await pagesOf({ formats: ['epub'], pageList: false });
  expect([without.labels, without.source]).toEqual([[], undefined]);
  const both = await pagesOf({ pageList: false });
  expect(both.files).toEqual(['.tagleaf-files', 'links.csv', 'long.epub', 'long.pdf']);
  expect(both.labels).toEqual([]);
});
