import { expect, test } from 'vitest';
import { printDocument } from '../print-document.ts';
import { printMessages, readText } from '../read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

function figures(body: string, dialect: 'auto' | 'kramdown' | 'pandoc'): readonly string[] {
  const { value, messages } = readText(head + body, { dialect });
  const tree = value === undefined ? '' : printDocument({ ...value, titleBlock: [] });
  return [...tree.trimEnd().split('\n'), ...printMessages(messages)];
}

const image = (alt: string): string => `image imageId="a.png" source="a.png" alt="${alt}" decorative=false`;

test.each(['auto', 'pandoc'] as const)(
  '%s: with an alternative in braces, words are the caption',
  (dialect) => {
    const expected = [
      'figure',
      `  ${image('A tree')}`,
      '  paragraph role="caption"',
      '    text value="From "',
      '    link target={"kind":"external","url":"https://example.org/"}',
      '      text value="there"',
      '    text value=", [2020]"',
    ];
    const words = 'From [there](https://example.org/), \\[2020\\]';
    expect(figures(`![${words}](a.png){alt="A tree"}`, dialect)).toEqual(expected);
    expect(figures(`![${words}](a.png){fig-alt="A tree"}`, dialect)).toEqual(expected);
  },
);

test.each([
  ['a title stands behind them', '![Words](a.png "Title"){alt="A tree"}', 'Words Title'],
  ['over two lines', '![Words\nand more](a.png){alt="A tree"}', 'Words and more'],
  ['by a reference', '![Words][tree]{alt="A tree"}\n\n[tree]: a.png', 'Words'],
])('%s', (_, body, caption) => {
  expect(figures(body, 'auto')).toEqual([
    'figure',
    `  ${image('A tree')}`,
    '  paragraph role="caption"',
    `    text value="${caption}"`,
  ]);
});

test('beside words, the picture with its caption stands by itself', () => {
  expect(figures('Before ![Words](a.png){alt="A tree"} behind.', 'pandoc')).toEqual([
    'paragraph',
    '  text value="Before"',
    'figure',
    `  ${image('A tree')}`,
    '  paragraph role="caption"',
    '    text value="Words"',
    'paragraph',
    '  text value="behind."',
  ]);
});

test.each([
  ['the same words', '![A tree](a.png){alt="A tree"}'],
  ['no words', '![](a.png){alt="A tree"}'],
  ['no alternative in braces', '![A tree](a.png){width=50}'],
])('%s are no caption', (_, body) => {
  expect(figures(body, 'auto')).toEqual(['figure', expect.stringMatching(/^ {2}image .*alt="A tree"/u)]);
});

test('where the dialect has no such captions, the words are told', () => {
  expect(figures('![Words](a.png){: alt="A tree"}', 'kramdown')).toEqual([
    'figure',
    `  ${image('A tree')}`,
    '5:1 info html-attr-dropped Words “Words” of a picture left out: its alternative in braces stands in their place',
  ]);
  expect(figures('![Words](a.png){: fig-alt="A tree"}', 'kramdown')).toEqual([
    'figure',
    `  ${image('Words')}`,
    '5:16 info html-attr-dropped Attributes “{: fig-alt="A tree"}” left out',
  ]);
});
