import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { replaceMissingImages } from '../../src/document/replace-missing-images.ts';
import { listLinks, type LinkRecord } from '../../src/links/list-links.ts';
import { writeLinksCsv } from '../../src/links/write-links-csv.ts';
import { buildDocument, paragraph, text } from '../epub/build-document.ts';
import { readDocument, strings } from '../posts/read-text.ts';

const post = `---
title: Links
lang: en
---

See [the *report*, in
two lines](https://example.gov/report?a=1,2#part) or [write](mailto:a@example.gov).

[![A map](map.png)](https://example.gov/map)

Also [![Logo](logo.png)](#notes) and [![Sign](sign.png) with words](https://example.gov/sign).

## Notes {#notes}

Up to [the notes](#notes).[^1] Then [https://example.gov](https://example.gov).

[^1]: A note with [a link](https://example.gov/note).
`;

/** A record as `line kind target text`. */
function print({ text: words, target, place, kind }: LinkRecord): string {
  return `${place?.start.line ?? '-'} ${kind} ${target} ${words}`;
}

function listOf(document: Document): readonly string[] {
  return listLinks(publicationOfPost(document, strings)).map(print);
}

describe('listLinks', () => {
  test('finds every link of a post in reading order', () => {
    expect(listOf(readDocument(post))).toEqual([
      '6 external https://example.gov/report?a=1,2#part the report, in two lines',
      '7 mailto mailto:a@example.gov write',
      '9 picture https://example.gov/map A map',
      '11 picture #notes Logo',
      '11 external https://example.gov/sign Sign with words',
      '15 internal #notes the notes',
      '15 external https://example.gov https://example.gov',
      '17 external https://example.gov/note a link',
    ]);
  });

  test('a missing picture is words', () => {
    const document = replaceMissingImages(readDocument(post), new Set(['logo.png'])).value;
    const found = listOf(document).filter((line) => /map|Logo/u.test(line));
    expect(found).toEqual(['9 external https://example.gov/map A map', '11 picture #notes Logo']);
  });

  test('names the file of a place in another post, before and after it', () => {
    const link = (id: string) =>
      ({ type: 'link', target: { kind: 'internal', id }, children: [text(`to ${id}`)] }) as const;
    const first = buildDocument({
      body: [{ ...paragraph(link('there'), link('here')), id: 'here' }],
    });
    const second = buildDocument({ body: [{ ...paragraph(link('here'), link('there')), id: 'there' }] });
    const publication: Publication = {
      ...publicationOfPost(first, strings),
      form: 'collection',
      chapters: [
        { kind: 'post', document: { ...first, file: 'posts/1.md' }, strings },
        { kind: 'post', document: { ...second, file: 'posts/2.md' }, strings },
      ],
    };
    expect(listLinks(publication).map((record) => `${record.post}: ${print(record)}`)).toEqual([
      'posts/1.md: - internal posts/2.md#there to there',
      'posts/1.md: - internal #here to here',
      'posts/2.md: - internal posts/1.md#here to here',
      'posts/2.md: - internal #there to there',
    ]);
  });

  test('a post without links has none', () => {
    expect(listOf(readDocument('---\ntitle: T\nlang: en\n---\n\nWords alone.\n'))).toEqual([]);
  });
});

test('writeLinksCsv gives the data unchanged to records, and harmless to people', () => {
  const at = { line: 3, column: 1, offset: 9 };
  const records: readonly LinkRecord[] = [
    {
      text: '=1+1, “x" y',
      target: 'https://example.gov/?a=1,2',
      post: 'posts/a b.md',
      place: { start: at, end: at },
      kind: 'external',
    },
    { text: '', target: '#top', post: 'colophon', kind: 'internal' },
  ];
  expect(writeLinksCsv(records, { forPeople: false })).toBe(
    'text,target,post,line,kind\r\n' +
      '"=1+1, “x"" y","https://example.gov/?a=1,2",posts/a b.md,3,external\r\n' +
      ',#top,colophon,,internal\r\n',
  );
  expect(writeLinksCsv(records, { forPeople: true })).toBe(
    'text,target,post,line,kind\r\n' +
      `"'=1+1, “x"" y","https://example.gov/?a=1,2",posts/a b.md,3,external\r\n` +
      ',#top,colophon,,internal\r\n',
  );
});
