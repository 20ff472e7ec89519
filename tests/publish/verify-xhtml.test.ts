import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import type { PageStart } from '../../src/document/page-start.ts';
import { withColophon } from '../../src/document/with-colophon.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { verifyFile } from '../../src/publish/verify-words.ts';
import { assetsOf, pngAsset } from '../epub/build-document.ts';
import { everyConstruct } from '../epub/every-construct.ts';
import { smallCollection } from '../epub/small-collection.ts';
import { listedCollection } from '../pdf/listed-collection.ts';
import { readDocument, strings } from '../posts/read-text.ts';

const markdown = `---
title: Tags
lang: en
---

[A link](https://example.org/a) and a note.[^n] *:lang[Bon voyage]{lang=fr}*, <abbr title="World
Health">WHO</abbr>.

![A map](map.png)

| Kind | Size |
|---|---|
| Map | 3 |

<table><tr><th scope="row">Row</th><td rowspan="2">Both</td></tr><tr><th scope="row">Other</th></tr></table>

## First part

Words.

### A part of it

More.

## Second part

[^n]: The note, [elsewhere](https://example.org/é?b=[c]#d).
`;
const assets = assetsOf(pngAsset('dot.png', 12, 12), pngAsset('map.png', 300, 200));
const post = publicationOfPost(readDocument(markdown), strings, { assets });

const pageStarts = [
  { label: 'i', offset: 0 },
  { label: '2', offset: 20 },
];

async function epubOf(publication: Publication, starts: readonly PageStart[] = []): Promise<Uint8Array> {
  const { value } = await renderEpub(publication, {
    templates: await readEpubTemplates(),
    pageStarts: starts,
  });
  return value.bytes;
}

function verify(
  publication: Publication,
  bytes: Uint8Array,
  starts: readonly PageStart[] = [],
): Promise<void> {
  const file = { format: 'epub', bytes, claims: [], messages: [], publication } as const;
  return verifyFile(publication, { ...file, pageStarts: starts });
}

describe('the tags of an EPUB say what the post says', () => {
  test.each([
    ['a post', post],
    ['every construct', publicationOfPost(everyConstruct(), strings, { assets })],
    ['a collection', withColophon(smallCollection(), { claims: [], typefaces: [] })],
  ])('%s', async (_, publication) => {
    await expect(verify(publication, await epubOf(publication))).resolves.toBeUndefined();
  });

  test('a post with the pages of its PDF', async () => {
    await expect(verify(post, await epubOf(post, pageStarts), pageStarts)).resolves.toBeUndefined();
  });
});

describe('an EPUB is a defect in which', () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = unzipSync(await epubOf(post, pageStarts));
  });
  const altered = (from: string, to: string, path = 'OEBPS/post.xhtml'): Uint8Array => {
    const xhtml = strFromU8(files[path] ?? new Uint8Array());
    expect(xhtml).toContain(from);
    return zipSync({ ...files, [path]: strToU8(xhtml.replace(from, to)) });
  };

  test.each([
    [
      'the language',
      'xml:lang="en" lang="en"',
      'xml:lang="de" lang="de"',
      '“TagsAlinkandanote.” is in “de” and not in “en”',
    ],
    [
      'the language of some words',
      'xml:lang="fr"',
      'xml:lang="de"',
      '“Bonvoyage” is in “de” and not in “fr”',
    ],
    ['an alternative', 'alt="A map"', 'alt="A cat"', 'alternative text 1 is “A cat” and not “A map”'],
    ['no alternative', 'alt="A map"', '', 'alternative text 1 is nothing and not “A map”'],
    [
      'a picture that is decoration',
      'alt="A map"',
      'alt="" role="presentation"',
      'it has 0 × alternative text and not 1',
    ],
    [
      'an expansion',
      'title="World Health"',
      'title="World Wealth"',
      'expansion 1 is “World Wealth” and not “World Health”',
    ],
    ['a scope', '<th scope="col">', '<th scope="row">', 'cell 1 is “TH Row 1×1” and not “TH Column 1×1”'],
    ['no scope', '<th scope="col">', '<th>', 'cell 1 is “TH 1×1” and not “TH Column 1×1”'],
    ['a header', '<th scope="col">Kind</th>', '<td>Kind</td>', 'cell 1 is “TD 1×1” and not “TH Column 1×1”'],
    ['a span', 'rowspan="2"', 'rowspan="1"', 'cell 6 is “TD 1×1” and not “TD 2×1”'],
    [
      'headers',
      '<th scope="col">',
      '<th scope="col" headers="x">',
      'cell 1 is “TH Column 1×1 with headers” and not “TH Column 1×1”',
    ],
    [
      'an address',
      'https://example.org/a"',
      'https://example.org/b"',
      'address 1 is “https://example.org/b” and not “https://example.org/a”',
    ],
    [
      'an address in a note',
      'https://example.org/%C3%A9',
      'https://example.org/e',
      'address 2 is “https://example.org/e?b=%c%d” and not “https://example.org/%?b=%c%d”',
    ],
  ])('%s is another', async (_, from, to, problem) => {
    await expect(verify(post, altered(from, to), pageStarts)).rejects.toThrow(
      `the EPUB does not read back as the post: ${problem}`,
    );
  });

  test.each([
    [
      'the level of a heading',
      '<h3 id="a-part-of-it">A part of it</h3>',
      '<h4 id="a-part-of-it">A part of it</h4>',
      'heading 3 is “H4 A part of it” and not “H3 A part of it”',
    ],
    [
      'a heading that is none',
      '<h2 id="second-part">Second part</h2>',
      '<p id="second-part">Second part</p>',
      'it has 3 × heading and not 4',
    ],
  ])('%s is another', async (_, from, to, problem) => {
    await expect(verify(post, altered(from, to), pageStarts)).rejects.toThrow(problem);
  });

  test.each([
    [
      'the name of an entry',
      '>First part</a>',
      '>Fist part</a>',
      'entry of the contents 2 is “2 Fist part” and not “2 First part”',
    ],
    [
      'the place that an entry leads to',
      'post.xhtml#first-part">',
      'post.xhtml#second-part">',
      'entry 2 of the contents, “First part”, leads to “second-part” and not to “first-part”',
    ],
    [
      'the number of entries',
      '<li><a href="post.xhtml#second-part">Second part</a></li>',
      '',
      'it has 3 × entry of the contents and not 4',
    ],
    [
      'the depth of an entry',
      '<li><a href="post.xhtml#second-part">Second part</a></li>',
      '<li><ol role="list"><li><a href="post.xhtml#second-part">Second part</a></li></ol></li>',
      'entry of the contents 4 is “3 Second part” and not “2 Second part”',
    ],
    ['the name of a page', '>i</a>', '>1</a>', 'page 1 is “1” and not “i”'],
  ])('%s is another in the nav', async (_, from, to, problem) => {
    await expect(verify(post, altered(from, to, 'OEBPS/toc.xhtml'), pageStarts)).rejects.toThrow(problem);
  });

  test.each([
    [
      'the name of an entry',
      '>Second<',
      '>Last<',
      'entry of the list of tables 2 is “Last, leads to _table-2” and not “Second, leads to _table-2”',
    ],
    [
      'the place that an entry leads to',
      '#_table-2"',
      '#_table-1"',
      'entry of the list of tables 2 is “Second, leads to _table-1” and not “Second, leads to _table-2”',
    ],
    ['the kind of a list', 'epub:type="lot"', 'epub:type="loi"', 'list of captions 1 is “loi” and not “lot”'],
    ['a list that is none', ' epub:type="lot"', '', 'it has 0 × list of captions and not 1'],
  ])('%s is another in the lists of a book', async (_, from, to, problem) => {
    const book = withColophon(listedCollection(), { claims: [], typefaces: [] });
    const whole = unzipSync(await epubOf(book));
    const nav = strFromU8(whole['OEBPS/toc.xhtml'] ?? new Uint8Array());
    expect(nav).toContain(from);
    await expect(verify(book, zipSync(whole))).resolves.toBeUndefined();
    const changed = zipSync({ ...whole, 'OEBPS/toc.xhtml': strToU8(nav.replace(from, to)) });
    await expect(verify(book, changed)).rejects.toThrow(problem);
  });

  test('pages are other than those of the PDF', async () => {
    await expect(verify(post, zipSync(files), pageStarts.slice(0, 1))).rejects.toThrow(
      'it has 2 × page and not 1',
    );
    await expect(verify(post, zipSync(unzipSync(await epubOf(post))), pageStarts)).rejects.toThrow(
      'it has 0 × page and not 2',
    );
  });
});
