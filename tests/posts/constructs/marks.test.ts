import { expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { walk } from '../../../src/document/walk.ts';
import { printMessages, readText } from '../read-text.ts';
import { printFormats } from './print-formats.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

/** What is highlighted or inserted in a post, with its words, and what is told. */
function read(body: string, dialect: Dialect = 'auto'): readonly string[] {
  const { value, messages } = readText(head + body, { dialect });
  const spans = [...walk(value?.body ?? [])].flatMap((node) =>
    node.type === 'span' && (node.kind === 'mark' || node.kind === 'insertion')
      ? [
          `${node.kind}: ${[...walk(node.children)].map((one) => (one.type === 'text' ? one.value : '')).join('')}`,
        ]
      : [],
  );
  return [...spans, ...printMessages(messages)];
}

test.each([
  ['a highlight', 'Some ==words of it== here.', ['mark: words of it']],
  ['an insertion', 'Some ^^words^^, added.', ['insertion: words']],
  ['one with emphasis', '==**Strong** words==', ['mark: Strong words']],
  ['one with a link of plain letters', '==a [link](https://example.org/)==', ['mark: a link']],
  ['one in another', '==a ^^b^^ c==', ['mark: a b c', 'insertion: b']],
  ['an escaped sign', '==a\\=b==', ['mark: a=b']],
  ['several', '==a== and ==b==', ['mark: a', 'mark: b']],
  [
    'one in a heading, a list and a table',
    '## A ==b==\n\n- ==c==\n\n|==d==|\n|-|\n|e|',
    ['mark: b', 'mark: c', 'mark: d'],
  ],
])('%s is read', (_, body, expected) => {
  expect(read(body)).toEqual(expected);
});

test.each([
  ['a comparison', 'If a == b and c == d.'],
  ['operators without spaces', 'a==b==c'],
  ['longer runs of signs', '===a=== and ^^^b^^^'],
  ['code', '`==a==` and ==`a`'],
  ['an escaped sign', '\\==a\\=='],
  ['signs on lines that are far apart', `If a is ==b\n${'and c '.repeat(60)}\nand d== e.`],
  ['signs with spaces', '== a == and ^^ b ^^'],
  ['an increment', 'The loop has ++i++ and i++ in it.'],
  ['delimiters of a template in prose', 'Between {{, }} and `{{`.'],
  ['a heading', 'Title\n---'],
])('%s is none, and nothing is told', (_, body) => {
  expect(read(body)).toEqual([]);
});

const visible = (what: string): unknown => expect.stringContaining(`markup-visible Readers see ${what}`);

test('elsewhere the signs are told, as is what may be keys or an insertion', () => {
  for (const dialect of ['kramdown', 'goldmark', 'gfm', 'pandoc', 'myst'] as const) {
    expect(read('Some ==words== here.', dialect)).toEqual([visible('the signs of a highlight, “==words==”')]);
    expect(read('Some ^^words^^ here.', dialect)).toHaveLength(1);
  }
  for (const sign of ['==', '^^', '++'])
    expect(read(`Some ${sign}words\non lines${sign} here.`)).toEqual([visible('the signs of')]);
  expect(read('Press ++ctrl+alt+del++ now.')).toEqual([visible('the signs of an insertion or of keys')]);
  expect(read('Some ++words++ here.')).toEqual([visible('the signs of an insertion or of keys')]);
});

test('both formats hold them', () => {
  const { value, messages } = readText(`${head}Some ==words== and ^^more^^.`);
  expect(printMessages(messages)).toEqual([]);
  expect(value && printFormats(value)).toMatchInlineSnapshot(`
    "heading id="title" level=1
      text value="T"
    paragraph
      text value="Some "
      span kind="mark"
        text value="words"
      text value=" and "
      span kind="insertion"
        text value="more"
      text value="."

    Document Lang=en
      H1 · 1
      P · 3
        Span {Layout BackgroundColor=[1 0.945 0.659]} · 1
        Span {Layout TextDecorationType=Underline} · 1

    <p>Some <mark>words</mark> and <ins>more</ins>.</p>
    "
  `);
});
