import { describe, expect, test } from 'vitest';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { pngAsset, assetsOf } from '../../epub/build-document.ts';
import { readDocument, strings } from '../../posts/read-text.ts';
import { renderOptions, smallCollection } from '../small-collection.ts';
import { printPdf } from './print-pdf.ts';

const post = `---
title: A post & its file
lang: en
byline: By A. Author
authors: [A. Author]
summary: What is <written>.
subjects: [files, tags]
released: 2011-12-09
---

Words, a [link](https://www.example.org/é) and [another](#second), H<sub>2</sub>O, ==a mark== and ~~struck~~ words.[^1]
Un mot :lang[français]{lang=fr}, :abbr[HTML]{title="HyperText Markup Language"}, and \`code\`.

## First

![A map](map.png)

| Name | Number |
| --- | ---: |
| one | 1 |

## Second

1. One
2. Two

> A quotation
>
> — by whom

[^1]: The note.
`;

/** Words from the right with marks above them, a hyphen that is drawn only, tabs, and what is drawn without a meaning. */
const harder = `---
title: A harder post
lang: en
---

Words and :lang[שָׁלוֹם]{lang=he} from the right.[^b] ![](line.png)

\`\`\`
a\tb
\`\`\`

| | One | Two |
| --- | --- | --- |
| Three | | |

![A line](line.png)

An${'\u00AD'}ti${'\u00AD'}${'dis\u00ADes\u00ADtab\u00ADlish\u00ADment\u00AD'.repeat(9)}ism.[^a]

[^a]: The second note.

[^b]: The first note.
`;

describe('what is written of', () => {
  test('a post with words from the right, hyphens, tabs and pictures without a meaning', async () => {
    const fonts = await readFonts(['@expo-google-fonts/noto-sans-hebrew'], '.');
    const assets = assetsOf(pngAsset('line.png', 20, 2));
    const publication = { ...publicationOfPost(readDocument(harder), strings), assets };
    const { value } = await renderPdf(publication, { ...(await renderOptions()), fonts });
    await expect(printPdf(value.bytes)).toMatchFileSnapshot('golden/harder-post.txt');
  });

  test('a post', async () => {
    const options = { ...(await renderOptions()), page: 'a4' as const };
    const assets = assetsOf(pngAsset('map.png', 8, 6));
    const publication = { ...publicationOfPost(readDocument(post), strings), assets };
    const { value } = await renderPdf(publication, options);
    await expect(printPdf(value.bytes)).toMatchFileSnapshot('golden/post.txt');
  });

  test('a collection: bookmarks, labels, names and metadata', async () => {
    const { value } = await renderPdf(smallCollection(), await renderOptions());
    const keys = [
      'Outlines',
      'PageMode',
      'PageLabels',
      'Names',
      'Metadata',
      'Lang',
      'MarkInfo',
      'ViewerPreferences',
    ];
    const printed = printPdf(value.bytes, [...keys, 'RoleMap']);
    // Destinations lead to pages, and pages to everything else.
    await expect(
      printed
        .split('\n')
        .filter((line) => !/^(?:#\d+ .*\/(?:Page|Font|StructElem)\b| {4}(?!<))/u.test(line))
        .join('\n'),
    ).toMatchFileSnapshot('golden/collection.txt');
  });
});
