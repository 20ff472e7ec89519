import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { BookDesign } from '../../src/document/book-design.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runQpdf } from '../../src/judges/run-qpdf.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { pngAsset } from '../epub/build-document.ts';
import { listedCollection } from '../pdf/listed-collection.ts';
import { renderOptions, smallCollection } from '../pdf/small-collection.ts';

const judges = inject('judges');
const out = mkdtempSync(join(tmpdir(), 'collection-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** A collection with everything that only collections have: a given cover, or bound with a drawn one. */
async function write(binding: BookDesign['binding']): Promise<string> {
  const asset = pngAsset('cover.png', 60, 80);
  const image = {
    type: 'image',
    imageId: asset.id,
    source: asset.id,
    alt: 'Cover: a tree',
    decorative: false,
  } as const;
  const assets = new Map([[asset.id, asset]]);
  const publication = smallCollection({
    cover: { image, drawn: binding === 'duplex', ...(binding === 'duplex' && { page: asset.id }) },
    assets,
    design: { binding, partsPage: binding === 'simplex', contentsDepth: 1, lists: 'auto' },
  });
  const { value } = await renderPdf(publication, await renderOptions());
  expect(value.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
  const path = join(out, `${binding}.pdf`);
  writeFileSync(path, value.bytes);
  return path;
}

/** A collection whose contents list tables too. */
async function writeListed(): Promise<string> {
  const { value } = await renderPdf(listedCollection(), await renderOptions());
  const path = join(out, 'listed.pdf');
  writeFileSync(path, value.bytes);
  return path;
}

test('EPUBCheck finds nothing wrong with the list of tables in the navigation of a collection', async () => {
  const { value } = await renderEpub(listedCollection(), { templates: await readEpubTemplates() });
  const path = join(out, 'listed.epub');
  writeFileSync(path, value.bytes);
  expect(await runEpubCheck([path], judges.epubCheck)).toEqual([{ file: path, findings: [] }]);
});

describe('the PDF of a collection', () => {
  test.each(['ua1', '2a'])('has nothing that veraPDF finds wrong by %s', async (flavour) => {
    const files = [await write('simplex'), await write('duplex'), await writeListed()];
    const judgements = await runVeraPdf(files, { flavour, jar: judges.veraPdfJar });
    expect(judgements).toEqual(files.map((file) => ({ file, findings: [] })));
  });

  test('has nothing that qpdf finds wrong', async () => {
    const files = [await write('simplex'), await write('duplex'), await writeListed()];
    expect(await runQpdf(files)).toEqual(files.map((file) => ({ file, findings: [] })));
  });
});
