import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, describe, expect, inject, test } from 'vitest';

import { openTagleaf } from '../../src/index.ts';
import { readStructText } from '../../src/judges/read-struct-text.ts';
import { runAce } from '../../src/judges/run-ace.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runQpdf } from '../../src/judges/run-qpdf.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { marked, writeTinyPdf } from '../readback/tiny-pdf.ts';

const judges = inject('judges');
const folder = mkdtempSync(join(tmpdir(), 'controls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const tinyPdf = writeTinyPdf({
  pages: [`${marked(0, 'Two words')}${marked(1, 'and more')}`],
  tree: {
    role: 'Document',
    kids: [
      { role: 'H1', kids: [{ page: 1, mcid: 0 }] },
      { role: 'P', kids: [{ page: 1, mcid: 1 }] },
    ],
  },
});

const container =
  '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

function page(title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;
}

const metadata = [
  ['dcterms:modified', '2026-01-01T00:00:00Z'],
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityHazard', 'none'],
  ['schema:accessibilitySummary', 'A control.'],
]
  .map(([property, value]) => `<meta property="${property}">${value}</meta>`)
  .join('');

const packageDocument = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i" xml:lang="en"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x:1</dc:identifier><dc:title>A</dc:title><dc:language>en</dc:language>${metadata}</metadata><manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`;

/** A small EPUB with one content document. */
function tinyEpub(body: string): Uint8Array {
  const nav =
    '<nav epub:type="toc" role="doc-toc"><h1>Contents</h1><ol><li><a href="a.xhtml">A</a></li></ol></nav>';
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'EPUB/p.opf': strToU8(packageDocument),
    'EPUB/n.xhtml': strToU8(page('Contents', nav)),
    'EPUB/a.xhtml': strToU8(page('A', body)),
  };
  return zipSync(files);
}

const goodEpub = save('good.epub', tinyEpub('<main><h1>A</h1><p>words</p></main>'));

describe('veraPDF', () => {
  test('finds what is wrong, file by file', async () => {
    const bad = save('bad.pdf', tinyPdf);
    const junk = save('junk.pdf', strToU8('nothing'));
    const judgements = await runVeraPdf([bad, junk], { flavour: 'ua1', jar: judges.veraPdfJar });
    expect(
      judgements.map(({ file, findings }) => [file, findings.map(({ rule }) => rule).toSorted()]),
    ).toEqual([
      [bad, ['7.1-10', '7.1-8', '7.21.4.1-1'].map((rule) => `ISO 14289-1:2014 ${rule}`)],
      [junk, ['unreadable']],
    ]);
  });

  test('finds a string that is too long, and none where the claims stand', async () => {
    const tagleaf = await openTagleaf({});
    const pdf = async (letters: number): Promise<Uint8Array> => {
      const post = `---\ntitle: T\nlang: en\n---\n\n<abbr title="${'a '.repeat(letters / 2)}b">A</abbr>\n`;
      const { bytes } = await tagleaf.pdf(tagleaf.publication(await tagleaf.read(post)));
      return bytes;
    };
    const files = [save('fits.pdf', await pdf(32_766)), save('long.pdf', await pdf(32_768))];
    await tagleaf.close();
    const judgements = await runVeraPdf(files, { flavour: '2a', jar: judges.veraPdfJar });
    expect(
      judgements.map(({ findings }) =>
        findings.map(({ rule }) => rule).filter((rule) => !rule.includes(' 6.6.')),
      ),
    ).toEqual([[], ['ISO 19005-2:2011 6.1.13-3']]);
  });

  test('does not pass over a file that is missing', async () => {
    const missing = join(folder, 'missing.pdf');
    const files = [save('there.pdf', tinyPdf), missing];
    await expect(runVeraPdf(files, { flavour: 'ua1', jar: judges.veraPdfJar })).rejects.toThrow(
      `veraPDF says nothing of ${missing}`,
    );
  });
});

describe('EPUBCheck', () => {
  test('has nothing against a good file', async () => {
    expect(await runEpubCheck([goodEpub], judges.epubCheck)).toEqual([{ file: goodEpub, findings: [] }]);
  });

  test('finds what is wrong', async () => {
    const bad = save('bad.epub', tinyEpub('<h1>A</h1><li>lost</li>'));
    const junk = save('junk.epub', strToU8('nothing'));
    const judgements = await runEpubCheck([bad, junk], judges.epubCheck);
    expect(judgements.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['RSC-005'],
      ['PKG-003', 'PKG-008'],
    ]);
  });
});

describe('Ace', () => {
  const options = { program: judges.aceProgram, browser: judges.browser };

  test('has nothing against a good file', async () => {
    expect(await runAce(goodEpub, options)).toEqual({ file: goodEpub, findings: [] });
  });

  test('finds pale words and a picture without a text alternative', async () => {
    const bad = save(
      'pale.epub',
      tinyEpub('<main><h1>A</h1><p style="color:#ccc;background:#fff">pale</p></main>'),
    );
    expect((await runAce(bad, options)).findings.map(({ rule }) => rule)).toEqual(['color-contrast']);
  });
});

describe('qpdf', () => {
  test('passes a good file and finds a broken one', async () => {
    const good = save('syntax.pdf', tinyPdf);
    const bad = save('cut.pdf', tinyPdf.subarray(0, tinyPdf.length - 60));
    const [first, second] = await runQpdf([good, bad]);
    expect(first?.findings).toEqual([]);
    expect(second?.findings.map(({ message }) => message)).toContain(`WARNING: ${bad}: file is damaged`);
  });
});

test('Poppler reads the structure tree', async () => {
  expect(await readStructText(save('tree.pdf', tinyPdf))).toEqual([
    { depth: 0, element: 'Document', attributes: [] },
    { depth: 1, element: 'H1 (block)', attributes: [] },
    { depth: 2, text: 'Two words', attributes: [] },
    { depth: 1, element: 'P (block)', attributes: [] },
    { depth: 2, text: 'and more', attributes: [] },
  ]);
});
