import { expect, test } from 'vitest';
import { readSrcset } from '../../src/posts/blocks/read-srcset.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { readText } from './read-text.ts';

test.each([
  ['a.png', [['a.png', 0]]],
  [
    'a.png 1x, b.png 2x',
    [
      ['a.png', 1],
      ['b.png', 2],
    ],
  ],
  [
    'a.png 300w,\n  b,c.png 1.5x',
    [
      ['a.png', 300],
      ['b,c.png', 1.5],
    ],
  ],
  [
    'a.png, b.png',
    [
      ['a.png', 0],
      ['b.png', 0],
    ],
  ],
  [
    'a.png 300w 200h, b.png',
    [
      ['a.png', 300],
      ['b.png', 0],
    ],
  ],
  [' , ', []],
  ['', []],
])('%j lists these', (written, expected) => {
  expect(readSrcset(written).map(({ address, size }) => [address, size])).toEqual(expected);
});

const folder = new Set(['a.jpg', 'a.webp', 'large.webp', 'media/b.png']);
const nearby = { has: (path: string) => folder.has(path), read: () => undefined };

function pictures(body: string, options: object = { nearby }): readonly string[] {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n\n${body}\n`, {
    path: 'post.md',
    ...options,
  });
  if (!value) throw new Error('no post');
  const shown = [...walkDocument(value)].flatMap((node) =>
    node.type === 'image'
      ? [`${node.imageId} ${node.alt ?? ''}`]
      : node.type === 'missing-image'
        ? [`no ${node.source}`]
        : [],
  );
  return [...shown, ...messages.map(({ ruleId }) => ruleId)];
}

test.each([
  [
    'the larger of a set',
    '<img src="a.jpg" srcset="a.webp 400w, large.webp 800w" alt="Leaf">',
    ['large.webp Leaf'],
  ],
  ['one that lies there', '<img src="a.jpg" srcset="none.webp 800w" alt="Leaf">', ['a.jpg Leaf']],
  [
    'one beside the post for one that does not',
    '<img src="https://example.org/a.jpg" srcset="media/b.png 2x" alt="Leaf">',
    ['media/b.png Leaf'],
  ],
  [
    'of equal ones what pages hold as it is',
    '<picture><source srcset="a.webp" type="image/webp"><img src="a.jpg" alt="Leaf"></picture>',
    ['a.jpg Leaf'],
  ],
  [
    'the only one there',
    '<picture><source srcset="a.webp"><img src="none.jpg" alt="Leaf"></picture>',
    ['a.webp Leaf'],
  ],
  [
    'none for dark screens',
    '<picture><source media="(prefers-color-scheme: dark)" srcset="large.webp 9w"><img src="a.jpg" alt="Leaf"></picture>',
    ['a.jpg Leaf'],
  ],
  [
    'the address of the picture where none is there',
    '<picture><source srcset="x.webp"><img src="none.jpg" alt="Leaf"></picture>',
    ['none.jpg Leaf'],
  ],
  [
    'in a line',
    'Words <picture><source srcset="large.webp 9w"><img src="a.jpg" alt="Leaf"></picture>.',
    ['large.webp Leaf'],
  ],
  [
    'in a figure',
    '<figure><picture><source srcset="large.webp 9w"><img src="a.jpg" alt="Leaf"></picture><figcaption>Words</figcaption></figure>',
    ['large.webp Leaf'],
  ],
  [
    'what refuses the address of the picture',
    '<img src="https://example.org/a.jpg" srcset="x.webp 2x" alt="Leaf">',
    ['no https://example.org/a.jpg', 'img-remote'],
  ],
  [
    'other elements of a picture as they were',
    '<picture><b>Words</b><img src="a.jpg" alt="Leaf"></picture>',
    ['a.jpg Leaf', 'html-unwrapped'],
  ],
])('of the forms of a picture there is %s', (_, body, expected) => {
  expect(pictures(body)).toEqual(expected);
});

test('where nobody knows which files there are, the address of the picture stays', () => {
  expect(pictures('<img src="a.jpg" srcset="large.webp 2x" alt="Leaf">', {})).toEqual(['a.jpg Leaf']);
});
