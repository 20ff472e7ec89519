import { expect, test } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { replaceMissingImages } from '../../src/document/replace-missing-images.ts';
import { printDocument } from '../posts/print-document.ts';
import { printMessages, readDocument, readText } from '../posts/read-text.ts';

/** The blocks of a post none of whose pictures is there. */
function bodyOf(body: string): readonly Block[] {
  return replaceMissingImages(readDocument(`---\ntitle: T\nlang: en\n---\n${body}`), new Set()).body;
}

/** The model of a post none of whose pictures is there, as text. */
function printed(body: string): string {
  return printDocument(
    replaceMissingImages(readDocument(`---\ntitle: T\nlang: en\n---\n${body}`), new Set()),
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

test('a link around such a picture shows where it leads', () => {
  const address = {
    type: 'link',
    target: { url: 'https://a.org/b' },
    children: [{ value: 'https://a.org/b' }],
  };
  expect(bodyOf('[![](a.png)](https://a.org/b)')).toMatchObject([{ type: 'paragraph', children: [address] }]);
  expect(bodyOf('See [![](a.png)](https://a.org/b).')).toMatchObject([
    { children: [{ value: 'See ' }, address, { value: '.' }] },
  ]);
  expect(bodyOf('[![](a.png) Words](https://a.org/b)')).toMatchObject([
    { children: [{ type: 'link', children: [{ value: ' Words' }] }] },
  ]);
});

test('a link within the post around such a picture goes with it', () => {
  expect(bodyOf('## Words\n\nSee [![](a.png)](#words).')).toMatchObject([
    { children: [{ children: [{ value: 'See ' }, { value: '.' }] }] },
  ]);
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
