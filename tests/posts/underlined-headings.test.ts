import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { underlineHeadings } from '../../src/posts/source/underline-headings.ts';

const plain = unified().use(remarkParse).use(remarkGfm);
const ours = unified().use(remarkParse).use(underlineHeadings).use(remarkGfm);

const sources: readonly (readonly [name: string, source: string])[] = [
  ['both signs', 'One\n===\n\nTwo\n---\nthree\n\n---\n'],
  ['several lines and emphasis', 'One *two\nthree*\n-  \n\n  four\n   =====\n'],
  ['definitions before the words', '[a]: b\n[c]: d "e"\nWords of [a]\n===\n\nmore\n---\n'],
  ['definitions alone', '[a]: b\n===\n\n[c]: d\n---\n'],
  ['quotations and lists', '> One\n> ---\n> two\n\n- three\n  ===\n- four\n---\n\n> five\n---\n'],
  ['lines that are none', '\n---\n\n===\n\n# One\n---\n\n    code\n---\n\n| a |\n| - |\n| b |\n---\n'],
];

test.each(sources)('%s are headings as before', (_name, source) => {
  const tree = ours.parse(source);
  expect(tree).toEqual(plain.parse(source));
  expect(JSON.stringify(tree)).not.toBe(JSON.stringify(plain.parse(source.replaceAll(/[=-]+/gu, 'x'))));
});
