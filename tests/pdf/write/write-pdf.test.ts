import { describe, expect, test } from 'vitest';
import { publicationOfPost } from '../../../src/document/publication.ts';
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

describe('what is written of', () => {
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
