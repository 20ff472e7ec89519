import { expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { printDocument } from '../print-document.ts';
import { printMessages, readText } from '../read-text.ts';

function read(body: string, dialect: Dialect = 'myst'): readonly string[] {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n${body}`, { dialect });
  const tree = value === undefined ? '' : printDocument({ ...value, titleBlock: [] });
  const lines = tree.split('\n').filter((line) => / (?:link|text) /u.test(line));
  return [...lines.map((line) => line.trim()), ...printMessages(messages)];
}

const told = (place: string, name: string): string =>
  `${place} warning html-dropped A link to “#${name}” stands for what a page repeats there`;

test('a block that a page repeats is a link with its words, and told', () => {
  expect(read('![](#tide)\n\n(tide)=\n## The tide')).toEqual([
    'link target={"kind":"internal","id":"the-tide"}',
    'text value="The tide"',
    'text value="The tide"',
    told('5:1', 'tide'),
  ]);
});

test('words of its own stay, also in a line', () => {
  expect(read('See ![this](#tide).\n\n(tide)=\n## The tide')).toEqual([
    'text value="See "',
    'link target={"kind":"internal","id":"the-tide"}',
    'text value="this"',
    'text value="."',
    'text value="The tide"',
    told('5:5', 'tide'),
  ]);
});

test('a name that the post does not have is told as of any link', () => {
  expect(read('![](#gone)')).toEqual([
    'text value="gone"',
    told('5:1', 'gone'),
    '5:1 error link-target-missing No target “#gone” in this post; where another post has it, a book of both leads there',
  ]);
});

test('in another dialect it is a picture without an address', () => {
  expect(read('![](#gone)', 'auto')).toEqual(['5:1 error img-missing Picture without an address']);
});
