import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import type { Document } from '../../src/document/document.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const post = `---
title: Title
lang: en
---

## Heading *alpha*

Paragraph of [a link](https://example.org/bravo "Title charlie") and \`code delta\`.

A second paragraph[^n] with echo &eacute;t&eacute; <abbr title="Foxtrot expansion">FE</abbr>.

- One
- Two golf

| Head | Hotel |
| --- | --- |
| Cell | india *juliett* |

![Alternative kilo](kilo.png "Caption lima")

\`\`\`python title="Mike"
line = november
line = oscar
\`\`\`

<dl><dt>Term papa</dt><dd>Definition quebec</dd></dl>

<p>Raw romeo <b>words</b></p>

> Quoted sierra

:::warning[Label tango]
Inside uniform
:::

<ruby>Base<rt>Victor</rt></ruby> <time datetime="2020-02-03">whiskey</time>

[^n]: Note xray

A ZZ and words
*[ZZ]: Meaning yankee
`;

/** Any part of a document, to be taken apart. */
type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;
const says = (part: Part, word: string): boolean => JSON.stringify(part).includes(word);

/** The document without the smallest nodes of a type that say a word. */
function withoutNode(document: Document, type: string, word: string): Document {
  const isLost = (value: unknown): boolean =>
    isPart(value) && value['type'] === type && says(value, word) && !inner(value).some(isLost);
  const inner = (value: Part): readonly unknown[] =>
    Object.values(value).flatMap((field: unknown) => (isPart(field) ? [field, ...inner(field)] : []));
  const cut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !isLost(item)).map(cut);
    if (!isPart(value) || value instanceof Map) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => !isLost(field))
        .map(([key, field]) => [key, cut(field)]),
    );
  };
  // Sound: of a document only nodes were taken away.
  return cut(document) as Document;
}

/** The document without an attribute that says a word. */
function withoutField(document: Document, name: string, word: string): Document {
  const cut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(cut);
    if (!isPart(value) || value instanceof Map) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, field]) => key !== name || !says({ field }, word))
        .map(([key, field]) => [key, cut(field)]),
    );
  };
  // Sound: of a document only attributes were taken away.
  return cut(document) as Document;
}

/** What is told of an altered document of the post. */
function toldOf(alter: (document: Document) => Document): readonly string[] {
  const { value, messages } = readText(post);
  if (value === undefined) throw new Error('The post was not built');
  return printMessages(accountWords({ value: alter(value), messages }, { hasPlugins: false }).messages);
}

const lost = (...passages: readonly (readonly [at: string, quote: string])[]): readonly string[] =>
  passages.map(
    ([at, quote]) => `${at} error words-unaccounted “${quote}” stands in the post, but in neither file`,
  );

test('no word of the post is lost', () => {
  expect(toldOf((document) => document)).toEqual([]);
});

test.each<[string, (document: Document) => Document, readonly string[]]>([
  ['a heading', (of) => withoutNode(of, 'heading', 'alpha'), lost(['6:4', 'Heading *alpha'])],
  ['emphasis in a heading', (of) => withoutNode(of, 'span', 'alpha'), lost(['6:13', 'alpha'])],
  ['a title of a link', (of) => withoutField(of, 'title', 'charlie'), lost(['8:50', 'Title charlie'])],
  ['code in a line', (of) => withoutNode(of, 'span', 'delta'), lost(['8:71', 'code delta'])],
  [
    'a paragraph',
    (of) => withoutNode(of, 'paragraph', 'echo'),
    lost(
      ['10:1', 'A second paragraph'],
      ['10:24', 'with echo &eacute;t&eacute;'],
      ['10:65', 'Foxtrot expansion">FE'],
    ),
  ],
  ['an expansion', (of) => withoutField(of, 'expansion', 'Foxtrot'), lost(['10:65', 'Foxtrot expansion'])],
  ['an item of a list', (of) => withoutNode(of, 'list-item', 'golf'), lost(['13:3', 'Two golf'])],
  ['a cell', (of) => withoutNode(of, 'table-cell', 'india'), lost(['17:10', 'india *juliett'])],
  ['an alternative', (of) => withoutField(of, 'alt', 'kilo'), lost(['19:3', 'Alternative kilo'])],
  ['a caption', (of) => withoutField(of, 'caption', 'lima'), lost(['19:31', 'Caption lima'])],
  ['a title of code', (of) => withoutField(of, 'title', 'Mike'), lost(['21:18', 'Mike'])],
  ['a line of code', (of) => withoutNode(of, 'text', 'november'), lost(['22:1', 'line = november'])],
  ['a term', (of) => withoutNode(of, 'paragraph', 'papa'), lost(['26:9', 'Term papa'])],
  ['a definition', (of) => withoutNode(of, 'paragraph', 'quebec'), lost(['26:27', 'Definition quebec'])],
  [
    'a paragraph of HTML',
    (of) => withoutNode(of, 'paragraph', 'romeo'),
    lost(['28:4', 'Raw romeo'], ['28:17', 'words']),
  ],
  ['a quotation', (of) => withoutNode(of, 'quote', 'sierra'), lost(['30:3', 'Quoted sierra'])],
  ['a label', (of) => withoutField(of, 'label', 'tango'), lost(['32:12', 'Label tango'])],
  [
    'a callout',
    (of) => withoutNode(of, 'callout', 'uniform'),
    lost(['32:12', 'Label tango] Inside uniform']),
  ],
  ['an annotation', (of) => withoutNode(of, 'text', 'Victor'), lost(['36:15', 'Victor'])],
  [
    'the meaning of an abbreviation',
    (of) => withoutField(of, 'expansion', 'yankee'),
    lost(['41:8', 'Meaning yankee']),
  ],
  ['a note', (of) => withoutNode(of, 'note', 'xray'), lost(['38:7', 'Note xray'])],
])('%s that the model lost is told', (_, alter, expected) => {
  expect(toldOf(alter)).toEqual(expected);
});
