import { expect, test } from 'vitest';
import { walkDocument } from '../../src/document/walk.ts';
import { readText } from './read-text.ts';

const digest = 'a1'.repeat(32);
const head = 'address,file,sha256\r\n';
const map = `https://example.org/map.png,2024/map.png,${digest.toUpperCase()}\r\n`;

/** What becomes of a post beside such a list: the pictures, what it includes, what is told. */
function read(
  list: string | undefined,
  body: string,
  savedPictures: string | undefined = 'assets/remote',
): readonly string[] {
  const path = 'assets/remote/pictures.csv';
  const nearby = { has: () => false, read: (asked: string) => (asked === path ? list : undefined) };
  const options = { path: 'post.md', nearby, ...(savedPictures !== undefined && { savedPictures }) };
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n\n${body}\n`, options);
  if (!value) throw new Error('no post');
  const shown = [...walkDocument(value)].flatMap((node) =>
    node.type === 'image' ? [`${node.imageId} ${node.savedSha256}`] : [],
  );
  return [
    ...shown,
    ...(value.included ?? []).map((file) => file.path),
    ...messages.map(({ reason }) => reason),
  ];
}

const found = [`assets/remote/2024/map.png ${digest}`, 'assets/remote/pictures.csv'];
const listed = (wrong: string): readonly string[] => [
  'assets/remote/pictures.csv',
  `Picture “https://example.org/map.png” is not looked up in assets/remote/pictures.csv: ${wrong}`,
  'Picture “https://example.org/map.png” is not a file beside the post, nor in assets/remote/pictures.csv',
];

test.each([
  ['an address', '![Map](https://example.org/map.png)'],
  ['an address without a scheme', '![Map](//example.org/map.png)'],
  ['an address with a fragment', '![Map](https://example.org/map.png#top)'],
  ['HTML', '<img src="https://example.org/map.png" alt="Map">'],
])('a picture of another host is the one that was saved: %s', (_, body) => {
  expect(read(head + map, body)).toEqual(found);
  expect(read(`\uFEFF${head}${map}\r\n`, body)).toEqual(found);
});

test('one that is not in the list is told, and so is one without a list', () => {
  const other = '![Map](https://example.org/other.png)';
  const told =
    'Picture “https://example.org/other.png” is not a file beside the post, nor in assets/remote/pictures.csv';
  expect(read(head + map, other)).toEqual(['assets/remote/pictures.csv', told]);
  expect(read(undefined, other)).toEqual([told]);
});

test('without a picture of another host the list is no part of the post', () => {
  expect(read(head + map, '![Map](map.png)')).toEqual(['map.png undefined']);
});

test.each([
  ['no head', map, 'its first line is not “address,file,sha256”'],
  [
    'a row of two cells',
    `${head}https://example.org/map.png,map.png\n`,
    'row 2 has no address, file and digest',
  ],
  ['an address of no host', `${head}map.png,map.png,${digest}\n`, 'row 2 has no address, file and digest'],
  [
    'a file outside',
    `${head}https://example.org/map.png,../map.png,${digest}\n`,
    'row 2 names no file of its folder',
  ],
  [
    'a file of the machine',
    `${head}https://example.org/map.png,/map.png,${digest}\n`,
    'row 2 names no file of its folder',
  ],
  ['no digest', `${head}${map}https://example.org/a.png,a.png,a1\n`, 'row 3 has no SHA-256'],
  [
    'one address for two files',
    `${head}${map}https://example.org/map.png,b.png,${digest}\n`,
    'row 3 has the address of another row',
  ],
])('a list with %s is told', (_, list, wrong) => {
  expect(read(list, '![Map](https://example.org/map.png)')).toEqual(listed(wrong));
});
