import { expect, test } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { replaceMissingImages } from '../../src/document/replace-missing-images.ts';
import { printDocument } from '../posts/print-document.ts';
import { printMessages, readDocument, readText } from '../posts/read-text.ts';

/** The blocks of a post none of whose pictures is there. */
function bodyOf(body: string): readonly Block[] {
  return replaceMissingImages(readDocument(`---\ntitle: T\nlang: en\n---\n${body}`), new Set()).value.body;
}

/** The model of a post none of whose pictures is there, as text. */
function printed(body: string): string {
  return printDocument(
    replaceMissingImages(readDocument(`---\ntitle: T\nlang: en\n---\n${body}`), new Set()).value,
  );
}

test.each([
  ['in a line', 'A ![](a.png) word.'],
  ['from elsewhere, in a line', 'A ![](https://a.org/a.png) word.'],
  ['that says that it decorates', 'A <img src="a.png" alt=""> word.'],
  ['with its data in the address', 'A ![](data:image/png;base64,AAAA) word.'],
])('a picture %s that is not there and has no words leaves none', (_, body) => {
  const text = printed(body);
  expect(text).not.toMatch(/png|missing/u);
  expect(text).toContain('word.');
});

test('a picture that is not there says its alternative', () => {
  expect(printed('A ![boat](a.png) word.')).toContain('boat');
});

test('a paragraph of such a picture goes with it, a caption stays', () => {
  expect(bodyOf('![](a.png)\n\n![](a.png) ![](b.png)')).toEqual([]);
  const [caption, ...others] = bodyOf('![](a.png "A boat at sea")');
  expect(others).toEqual([]);
  expect(caption).toMatchObject({ type: 'paragraph', children: [{ value: 'A boat at sea' }] });
  expect(caption).not.toHaveProperty('role');
});

/** What is told of the links of a post none of whose pictures is there. */
function told(body: string): readonly string[] {
  const document = readDocument(`---\ntitle: T\nlang: en\n---\n${body}`);
  return printMessages(replaceMissingImages(document, new Set()).messages);
}

test.each([
  [
    'alone',
    '[![](a.png)](https://a.org/b)',
    [],
    ['5:2 error link-empty Link to “https://a.org/b” has no words'],
  ],
  [
    'in a line',
    'See [![](a.png)](https://a.org/b).',
    [{ children: [{ value: 'See ' }, { value: '.' }] }],
    ['5:5 error link-empty Link to “https://a.org/b” has no words'],
  ],
  [
    'with a title',
    '[![](a.png "At sea")](https://a.org/b)',
    [{ type: 'paragraph', children: [{ value: 'At sea' }] }],
    ['5:2 error link-empty Link to “https://a.org/b” has no words'],
  ],
  [
    'within the post',
    '## Words\n\nSee [![](a.png)](#words).',
    [{ children: [{ children: [{ value: 'See ' }, { value: '.' }] }] }],
    ['7:5 error link-empty Link to “#words” has no words'],
  ],
  [
    'with words',
    '[![](a.png) Words](https://a.org/b)',
    [{ children: [{ type: 'link', children: [{ value: ' Words' }] }] }],
    [],
  ],
  [
    'with an alternative',
    '[![A boat](a.png)](https://a.org/b)',
    [{ type: 'figure', link: { url: 'https://a.org/b' }, image: { children: [{ value: 'A boat' }] } }],
    [],
  ],
])('a link %s around such a picture', (_, body, blocks, messages) => {
  expect(bodyOf(body)).toMatchObject(blocks);
  expect(told(body)).toEqual(messages);
});

test('a link around a picture from elsewhere that has no words is told and left out', () => {
  const { value, messages } = readText(
    '---\ntitle: T\nlang: en\n---\n[![](https://a.org/a.png)](https://a.org/b)\n\nSee [![](https://a.org/a.png)](https://a.org/c).',
  );
  expect(printMessages(messages)).toEqual([
    '5:2 error img-remote Picture “https://a.org/a.png” is not a file beside the post',
    '5:1 error link-empty Link to “https://a.org/b” has no words',
    '7:6 error img-remote Picture “https://a.org/a.png” is not a file beside the post',
    '7:5 error link-empty Link to “https://a.org/c” has no words',
  ]);
  expect(value?.body).toMatchObject([{ children: [{ value: 'See .' }] }]);
});

test.each([
  ['that is not there', '![](a.png){#boat}\n\nThe [boat](#boat).', '7:5', []],
  [
    'from elsewhere',
    '![](https://a.org/a.png){#boat}\n\nThe [boat](#boat).',
    '7:5',
    ['5:1 error img-remote Picture “https://a.org/a.png” is not a file beside the post'],
  ],
])('a link to a picture %s and has no words is told and keeps its words', (_, body, place, others) => {
  const read = readText(`---\ntitle: T\nlang: en\n---\n${body}`);
  if (!read.value) throw new Error('not read');
  const { value, messages } = replaceMissingImages(read.value, new Set());
  expect(printMessages([...read.messages, ...messages])).toEqual([
    ...others,
    `${place} error link-target-missing Link target “#boat” shows nothing and was left out`,
  ]);
  expect(value.body).toMatchObject([{ children: [{ value: 'The ' }, { value: 'boat' }, { value: '.' }] }]);
});

test('a link to a picture that says its alternative leads there', () => {
  const body = '![A boat](a.png){#boat}\n\nThe [boat](#boat).';
  expect(told(body)).toEqual([]);
  expect(bodyOf(body)).toMatchObject([
    { image: { id: 'boat' } },
    { children: [{}, { target: { id: 'boat' } }, {}] },
  ]);
});
