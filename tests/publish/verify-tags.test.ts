import { beforeAll, describe, expect, test } from 'vitest';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { replaceMissingImages } from '../../src/document/replace-missing-images.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { verifyTags } from '../../src/publish/verify-tags.ts';
import { verifyFile } from '../../src/publish/verify-words.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { assetsOf, pngAsset } from '../epub/build-document.ts';
import { everyConstruct } from '../epub/every-construct.ts';
import { listedCollection } from '../pdf/listed-collection.ts';
import { renderOptions, smallCollection } from '../pdf/small-collection.ts';
import { readDocument, strings } from '../posts/read-text.ts';
import { alterPdf } from '../readback/alter-pdf.ts';
import { pdfSource } from '../readback/pdf-source.ts';

const markdown = `---
title: Tags
lang: en
---

[A link](https://example.org/a "What it says") and a note.[^n] *:lang[Bon voyage]{lang=fr}*, <abbr title="World Health">WHO</abbr>.

![A map](map.png) [![A dot](dot.png)](https://example.org/dot) [below](#below)

| Kind | Size |
|---|---|
| Map | 3 |

<table><tr><th scope="row">Row</th><td rowspan="2">Both</td></tr><tr><th scope="row">Other</th></tr></table>

${'Words that fill the page. '.repeat(400)}

## Below

### Deeper

[^n]: The note.
`;
const assets = assetsOf(pngAsset('dot.png', 12, 12), pngAsset('map.png', 300, 200));
const post = publicationOfPost(readDocument(markdown), strings, { assets });

async function pdfOf(publication: Publication): Promise<Uint8Array> {
  const { value } = await renderPdf(publication, await renderOptions());
  return value.bytes;
}

function verify(publication: Publication, bytes: Uint8Array): Promise<void> {
  return verifyFile(publication, { format: 'pdf', bytes, claims: [], messages: [], publication });
}

describe('the tags of a PDF say what the post says', () => {
  test.each([
    ['a post', post],
    ['every construct', publicationOfPost(everyConstruct(), strings, { assets })],
  ])('%s', async (_, publication) => {
    await expect(verify(publication, await pdfOf(publication))).resolves.toBeUndefined();
  });

  test('a picture that is a link and missing, whose words are the link', async () => {
    const document = readDocument(
      '---\ntitle: T\nlang: en\n---\n\n[![A map of it](gone.png)](https://example.org/x)\n',
    );
    const { value } = replaceMissingImages(document, new Set());
    const publication = publicationOfPost(value, strings);
    const pdf = await pdfOf(publication);
    await expect(verify(publication, pdf)).resolves.toBeUndefined();
    expect(pdfSource(pdf)).toContain('/Contents (A map of it \\(example.org\\))');
  });

  test.each([
    [
      'words of a missing picture in a language of their own',
      '<p lang="de"><img src="c.png" alt="Bild" lang="de"></p>',
    ],
    [
      'the same in a link',
      '<p><a href="https://example.org/"><img src="c.png" alt="Bild" lang="de"></a></p>',
    ],
    [
      'an abbreviation without a word',
      'Go <abbr title="HTML">&shy;</abbr> on, a<abbr title="x"> </abbr>b <abbr title="World">W</abbr>',
    ],
    ['a link without a word', 'Words\n\n<a href="https://example.org/"><b> </b></a>'],
    [
      'one whose space is one with those around it',
      'Go <a href="https://example.org/"><b> </b></a> [now](https://example.org/x).',
    ],
  ])('%s', async (_, body) => {
    const { value } = replaceMissingImages(
      readDocument(`---\ntitle: T\nlang: en\n---\n\n${body}\n`),
      new Set(),
    );
    const publication = publicationOfPost(value, strings);
    await expect(verify(publication, await pdfOf(publication))).resolves.toBeUndefined();
  });

  test.each([
    ['a collection', smallCollection()],
    ['one with lists of figures and tables', listedCollection()],
  ])('%s', async (_, collection) => {
    const { value } = await renderPdf(collection, await renderOptions());
    await expect(verify(value.publication, value.bytes)).resolves.toBeUndefined();
  });
});

describe('a PDF is a defect in which', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await pdfOf(post);
  });

  test('nothing is, put together anew', async () => {
    const same = alterPdf(pdf, '/Alt (A map)', '/Alt (A map)');
    expect((await readPdf(same)).text).toBe((await readPdf(pdf)).text);
    await expect(verify(post, same)).resolves.toBeUndefined();
  });

  test.each([
    [
      'the language',
      /(?<=\/Type \/Catalog[^]*)\/Lang \(en\)/u,
      '/Lang (de)',
      'its language is “de” and not “en”',
    ],
    ['the language of some words', '/Lang (fr)', '/Lang (de)', '“Bonvoyage” is in “de” and not in “fr”'],
    ['an alternative', '/Alt (A map)', '/Alt (A cat)', 'alternative text 1 is “A cat” and not “A map”'],
    ['no alternative', '/Alt (A map)', '', 'alternative text 1 is nothing and not “A map”'],
    [
      'an expansion',
      '/E (World Health)',
      '/E (World Wealth)',
      'expansion 1 is “World Wealth” and not “World Health”',
    ],
    ['a scope', '/Scope /Column', '/Scope /Row', 'cell 1 is “TH Row 1×1” and not “TH Column 1×1”'],
    [
      'the scope of a row header',
      '/Scope /Row',
      '/Scope /Column',
      'cell 5 is “TH Column 1×1” and not “TH Row 1×1”',
    ],
    ['no scope', '/Scope /Column', '', 'cell 1 is “TH 1×1” and not “TH Column 1×1”'],
    ['a header', /\/S \/TH(?=\s)/u, '/S /TD', 'cell 1 is “TD Column 1×1” and not “TH Column 1×1”'],
    ['a span', '/RowSpan 2', '/RowSpan 3', 'cell 6 is “TD 3×1” and not “TD 2×1”'],
    [
      'headers',
      '/Scope /Column',
      '/Scope /Column /Headers [(x)]',
      'cell 1 is “TH Column 1×1 with headers” and not “TH Column 1×1”',
    ],
    ['a level', '/S /H3', '/S /H4', 'heading 3 is “H4 Deeper” and not “H3 Deeper”'],
    [
      'the name of a link',
      /\/Contents \(A link [^\n]*/u,
      '/Contents (Here)',
      'link 1, “A link”, is called “Here”',
    ],
    [
      'the title of a link',
      /What it says/u,
      'Something',
      'link 1, “A link”, is called “A link (Something) (example.org)”',
    ],
    ['a link without a name', /\/Contents \(A link [^\n]*/u, '', 'link 1, “A link”, is called nothing'],
    [
      'the name of a picture’s link',
      '/Contents (A dot',
      '/Contents (A cat',
      'link 3, “A dot”, is called “A cat (example.org)”',
    ],
    [
      'an address',
      'https://example.org/a)',
      'https://example.org/b)',
      'link 1, “A link”, leads to “https://example.org/b” and not to “https://example.org/a”',
    ],
    ['a bookmark', '/Title (Below)', '/Title (Above)', 'bookmark 2 is “2 Above” and not “2 Below”'],
  ])('%s is another', async (_, from, to, problem) => {
    await expect(verify(post, alterPdf(pdf, from, to))).rejects.toThrow(
      `the PDF does not read back as the post: ${problem}`,
    );
  });

  test('a link is missing, or one too many', async () => {
    const [linked, plain] = ['Go [now](https://example.org/x).', 'Go now.'].map((body) =>
      publicationOfPost(readDocument(`---\ntitle: T\nlang: en\n---\n\n${body}\n`), strings),
    );
    if (!linked || !plain) throw new Error('no publication');
    await expect(verify(linked, await pdfOf(plain))).rejects.toThrow('link 1, “now”, is not there');
    await expect(verify(plain, await pdfOf(linked))).rejects.toThrow('it has 1 × link and not 0');
  });

  test('a bookmark, or a link within the file, leads to another page', async () => {
    const toFirst = alterPdf(pdf, /(\/Title \(Below\)[^]*\/Dest \[)\d+ 0 R/u, `$1${firstPage(pdf)} 0 R`);
    await expect(verify(post, toFirst)).rejects.toThrow(
      /bookmark 2, “Below”, leads to page 1 and not to \d$/u,
    );
    const link = alterPdf(pdf, /(\/Contents \(below\)[^]*\/D \[)\d+ 0 R/u, `$1${firstPage(pdf)} 0 R`);
    await expect(verify(post, link)).rejects.toThrow(/link 4, “below”, leads to page 1 and not to \d$/u);
    const nowhere = alterPdf(pdf, /\/Dest \[[^\]]*\]/u, '');
    await expect(verify(post, nowhere)).rejects.toThrow('leads to page none and not to');
  });

  test('a bookmark stands a level higher', async () => {
    const read = await readPdf(pdf);
    const flat = {
      ...read,
      outline: read.outline.flatMap(({ children, ...item }) => [{ ...item, children: [] }, ...children]),
    };
    expect(flat.outline).toHaveLength(2);
    expect(() => verifyTags(post, read)).not.toThrow();
    expect(() => verifyTags(post, flat)).toThrow('bookmark 2 is “1 Below” and not “2 Below”');
  });
});

/** The number of the object of the first page: what the title leads to. */
function firstPage(pdf: Uint8Array): string {
  const [, number = ''] = /\/Title \(Tags\)[^]*?\/Dest \[(\d+) 0 R/u.exec(pdfSource(pdf)) ?? [];
  return number;
}
