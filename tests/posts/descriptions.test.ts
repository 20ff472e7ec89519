import { expect, test } from 'vitest';
import type { Group } from '../../src/document/document.ts';
import type { Image } from '../../src/document/inline.ts';
import { inlineText } from '../../src/document/plain-text.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { printMessages, readText } from './read-text.ts';

const head = '---\ntitle: Charts\nlang: en\ndate: 2024-03-05\n---\n\n';

interface Found {
  readonly images: readonly Image[];
  readonly descriptions: readonly Group[];
  readonly captions: readonly string[];
  readonly links: readonly string[];
  readonly messages: readonly string[];
}

function read(body: string): Found {
  const { value, messages } = readText(head + body);
  if (!value) throw new Error('not read');
  const nodes = [...walkDocument(value)];
  return {
    images: nodes.filter((node) => node.type === 'image'),
    descriptions: nodes.filter((node) => node.type === 'group').filter(({ role }) => role === 'description'),
    captions: nodes
      .filter((node) => node.type === 'paragraph')
      .filter(({ role }) => role === 'caption')
      .map(({ children }) => inlineText(children)),
    links: nodes
      .filter((node) => node.type === 'link')
      .map(({ target }) => (target.kind === 'internal' ? `#${target.id}` : target.url)),
    messages: printMessages(messages),
  };
}

function labelOf({ children: [first] }: Group): string {
  return first?.type === 'paragraph' && first.role === 'summary' ? inlineText(first.children) : '';
}

test('a description is that of the picture before it, with the words of the product', () => {
  const { images, descriptions } = read('![A chart](a.png)\n\n:::description\nTen of a hundred.\n:::\n');
  expect(descriptions.map((group) => [group.id, labelOf(group)])).toEqual([
    ['description', 'Description of the picture'],
  ]);
  expect(images.map(({ detailsId }) => detailsId)).toEqual(['description']);
});

test('a description of a figure leaves it its caption, and has the words of the author', () => {
  const { images, descriptions, captions } = read(
    '::::figure[Shares]\n![A chart](a.png)\n\n:::description[Data]{#data}\nTen of a hundred.\n:::\n::::\n',
  );
  expect(descriptions.map((group) => [group.id, labelOf(group)])).toEqual([['data', 'Data']]);
  expect(images.map(({ detailsId }) => detailsId)).toEqual(['data']);
  expect(captions).toEqual(['Shares']);
});

test.each([
  ['words between', '![A chart](a.png)\n\nWords.\n\n:::description\nTen.\n:::\n'],
  ['a picture that says nothing', '<p><img src="a.png" alt=""></p>\n\n:::description\nTen.\n:::\n'],
])('a description is none of a picture with %s', (_, body) => {
  const { images, descriptions } = read(body);
  expect(descriptions).toHaveLength(1);
  expect(images.map(({ detailsId }) => detailsId)).toEqual([undefined]);
});

test.each(['aria-details', 'aria-describedby'])('%s names what stands elsewhere in the post', (name) => {
  const { images, links, messages } = read(
    `Words <img src="a.png" alt="A chart" ${name}="far">.\n\n<div id="far">\n\nTen.\n\n</div>\n`,
  );
  expect(images.map(({ detailsId }) => detailsId)).toEqual(['far']);
  expect([links, messages]).toEqual([[], []]);
});

test('a name that nothing has is told', () => {
  const { images, messages } = read('Words <img src="a.png" alt="A chart" aria-details="far">.\n');
  expect(images.map(({ detailsId }) => detailsId)).toEqual([undefined]);
  expect(messages).toEqual([
    '7:7 info html-attr-dropped Attribute “aria-details” of <img> left out: no target “#far”',
  ]);
});

test('a place that shows nothing describes nothing', () => {
  const { images } = read('Words <img src="a.png" alt="A chart" aria-details="far">.\n\n<p id="far"></p>\n');
  expect(images.map(({ detailsId }) => detailsId)).toEqual([undefined]);
});

test('a caption that the picture names is no description', () => {
  const { images, captions } = read(
    '<figure><img src="a.png" alt="A chart" aria-describedby="c"><figcaption id="c">Shares</figcaption></figure>\n',
  );
  expect(images.map(({ detailsId }) => detailsId)).toEqual([undefined]);
  expect(captions).toEqual(['Shares']);
});

test.each([
  ['https://example.org/data.html', 'https://example.org/data.html', undefined],
  ['#far', '#far', 'far'],
])('longdesc="%s" is a link of the caption', (address, led, detailsId) => {
  const { images, captions, links } = read(
    `<figure><img src="a.png" alt="A chart" longdesc="${address}"><figcaption>Shares</figcaption></figure>\n\n<div id="far">\n\nTen.\n\n</div>\n`,
  );
  expect(captions).toEqual(['Shares Description of the picture']);
  expect(links).toEqual([led]);
  expect(images.map((image) => image.detailsId)).toEqual([detailsId]);
});

test('longdesc of a picture in a line is a link behind it', () => {
  const { links } = read('Words <img src="a.png" alt="A chart" longdesc="https://example.org/d"> here.\n');
  expect(links).toEqual(['https://example.org/d']);
});
