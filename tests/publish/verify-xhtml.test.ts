import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { withColophon } from '../../src/document/with-colophon.ts';
import { renderEpub } from '../../src/epub/render-epub.ts';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';
import { verifyFile } from '../../src/publish/verify-words.ts';
import { assetsOf, pngAsset } from '../epub/build-document.ts';
import { everyConstruct } from '../epub/every-construct.ts';
import { smallCollection } from '../epub/small-collection.ts';
import { readDocument, strings } from '../posts/read-text.ts';

const markdown = `---
title: Tags
lang: en
---

[A link](https://example.org/a) and a note.[^n] *:lang[Bon voyage]{lang=fr}*, <abbr title="World Health">WHO</abbr>.

![A map](map.png)

| Kind | Size |
|---|---|
| Map | 3 |

<table><tr><th scope="row">Row</th><td rowspan="2">Both</td></tr><tr><th scope="row">Other</th></tr></table>

[^n]: The note, [elsewhere](https://example.org/é?b=[c]#d).
`;
const assets = assetsOf(pngAsset('dot.png', 12, 12), pngAsset('map.png', 300, 200));
const post = publicationOfPost(readDocument(markdown), strings, { assets });

async function epubOf(publication: Publication): Promise<Uint8Array> {
  const { value } = await renderEpub(publication, { templates: await readEpubTemplates() });
  return value.bytes;
}

function verify(publication: Publication, bytes: Uint8Array): Promise<void> {
  return verifyFile(publication, { format: 'epub', bytes, claims: [], messages: [], publication });
}

describe('the tags of an EPUB say what the post says', () => {
  test.each([
    ['a post', post],
    ['every construct', publicationOfPost(everyConstruct(), strings, { assets })],
    ['a collection', withColophon(smallCollection(), { claims: [], typefaces: [] })],
  ])('%s', async (_, publication) => {
    await expect(verify(publication, await epubOf(publication))).resolves.toBeUndefined();
  });
});

describe('an EPUB is a defect in which', () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = unzipSync(await epubOf(post));
  });
  const altered = (from: string, to: string): Uint8Array => {
    const path = 'OEBPS/post.xhtml';
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
    await expect(verify(post, altered(from, to))).rejects.toThrow(
      `the EPUB does not read back as the post: ${problem}`,
    );
  });
});
