import fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { isLong } from '../how-long.ts';
import { splitWords, wordsOfPost } from './html-words.ts';

function paragraph(...children: readonly PhrasingContent[]): Root {
  return { type: 'root', children: [{ type: 'paragraph', children: [...children] }] };
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

describe('writeMarkdown escapes no more than it must', () => {
  test.each([
    'See https://www.state.gov/a-b_c/?x=1&y=2#z and www.state.gov.',
    'Write to PM-CPA@state.gov or first_last@state.gov',
    'R&D at AT&T, Q&A',
    'snake_case and 10:30 a.m., Contact:Bob',
    'A (b) [c: “d” – e’s $5.00 + 50% = 1/2 #1',
    'U.S. - 2 > 1',
  ])('%s', (value) => {
    const written = writeMarkdown(paragraph(text(value)));
    expect(written.replaceAll(String.raw`\[`, '[')).toBe(`${value}\n`);
    expect(wordsOfPost(paragraph(text(value)))).toEqual(splitWords(value));
  });
});

describe('writeMarkdown makes markup of generators literal', () => {
  test.each([
    ['{{ site.title }}', '&#x7B;{ site.title }}\n'],
    ['{% include x %}', '&#x7B;% include x %}\n'],
    ['{{< figure >}}', '&#x7B;&#x7B;< figure >}}\n'],
    ['{:.lead}', '&#x7B;:.lead}\n'],
    ['{#id}', '&#x7B;#id}\n'],
  ])('%s', (value, written) => {
    expect(writeMarkdown(paragraph(text(value)))).toBe(written);
    expect(wordsOfPost(paragraph(text(value)))).toEqual(splitWords(value));
  });

  test('also in code', () => {
    const body: Root = {
      type: 'root',
      children: [
        { type: 'paragraph', children: [{ type: 'inlineCode', value: '{{ *a* | b }}' }] },
        { type: 'code', value: '{% raw %}\n\n  <b>\n\n{{ x }}' },
      ],
    };
    const written = writeMarkdown(body);
    expect(written).not.toMatch(/\{[{%]/u);
    expect(wordsOfPost(body)).toEqual(splitWords('{{ *a* | b }} {% raw %} <b> {{ x }}'));
  });

  test('also in text alternatives and titles', () => {
    const written = writeMarkdown(
      paragraph({ type: 'image', url: 'a.png', alt: '{{ x }}', title: '{% y %}' }),
    );
    expect(written).not.toMatch(/\{[{%]/u);
  });
});

// Tokens that mean something to Markdown, its extensions or HTML, and words.
const token = fc.constantFrom(
  ...'* ** _ __ ~ ~~ ` ``` < > & &amp; &copy &#65; [ ] ( ) [x](y) ![a](b) [^1] [^1]: : :: ::: :a :a[b] ::a :::note # ## - + 1. 1) | --- === \\ ! $ { } {{ }} {% %} {: {# http:// https://a.gov/b_c https://a.gov/_x_ https://a.gov/a*b* www.a.gov www. a@b.co _a@b.co_ é word U.S. " \' ’ <b> </b> <br> <!-- --> <script> [x] [ ] = ; @ 😀 x_y x__y a:b mailto:a@b.co ftp://x // /_ _/'.split(
    ' ',
  ),
  ' ',
  '  ',
  '    ',
  '\n',
  '\t',
  '\u{a0}',
  '\u{202f}',
  '\u{200b}',
);

const value = fc.array(token, { minLength: 1, maxLength: 9 }).map((tokens) => tokens.join(''));

const marks = ['emphasis', 'strong', 'delete'] as const;

const phrase: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 3, arbitrary: value.map(text) },
  fc
    .tuple(
      fc.constantFrom(...marks),
      value.filter((inner) => inner.trim() !== ''),
    )
    .map(([type, inner]): PhrasingContent => ({ type, children: [text(inner.trim())] })),
  value
    .filter((inner) => inner.trim() !== '')
    .map((inner): PhrasingContent => ({
      type: 'link',
      url: 'https://a.gov/x',
      children: [text(inner.trim())],
    })),
  value
    .filter((inner) => inner.trim() !== '')
    .map((inner): PhrasingContent => ({ type: 'inlineCode', value: inner.replace(/\s+/gu, ' ').trim() })),
);

function textOf(node: PhrasingContent): string {
  if ('children' in node) return node.children.map((child) => textOf(child)).join('');
  return 'value' in node ? node.value : '';
}

const runs = Number(process.env['TAGLEAF_FUZZ'] ?? (isLong ? 300 : 100));

describe('what is written reads back as the same words', () => {
  test('of one text', () => {
    fc.assert(
      fc.property(value, (inner) => {
        expect(wordsOfPost(paragraph(text(inner)))).toEqual(splitWords(inner));
      }),
      { numRuns: runs, seed: 1 },
    );
  });

  test('of phrases side by side', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 4 }), (phrases) => {
        expect(wordsOfPost(paragraph(...phrases))).toEqual(splitWords(phrases.map(textOf).join('')));
      }),
      { numRuns: runs, seed: 2 },
    );
  });

  test('of headings, items, cells and quotes', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const cell = (inner: string): Root => ({
          type: 'root',
          children: [
            { type: 'heading', depth: 2, children: [text(one)] },
            {
              type: 'list',
              children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text(inner)] }] }],
            },
            { type: 'blockquote', children: [{ type: 'paragraph', children: [text(inner)] }] },
            {
              type: 'table',
              children: [
                {
                  type: 'tableRow',
                  children: [
                    { type: 'tableCell', children: [text('a')] },
                    { type: 'tableCell', children: [text('b')] },
                  ],
                },
                {
                  type: 'tableRow',
                  children: [
                    { type: 'tableCell', children: [text(inner)] },
                    { type: 'tableCell', children: [text(one)] },
                  ],
                },
              ],
            },
          ],
        });
        const tree = cell(other);
        expect(wordsOfPost(tree)).toEqual(splitWords([one, other, other, 'a', 'b', other, one].join(' ')));
      }),
      { numRuns: runs / 2, seed: 3 },
    );
  });
});
