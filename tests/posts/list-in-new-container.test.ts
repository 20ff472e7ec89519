import { expect, test } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { plainText } from '../../src/document/plain-text.ts';
import { readDocument } from './read-text.ts';

function shapeOf(block: Block): string {
  if (block.type === 'quote') return `quote(${block.children.map(shapeOf).join(', ')})`;
  if (block.type !== 'list') return block.type;
  const items = block.items.map(({ value, children }) => [value ?? '-', ...children.map(shapeOf)].join(' '));
  return `list(${items.join(', ')})`;
}

// Each as the reference implementation of CommonMark reads it.
test.each([
  ['Words\n* 99. b', ['paragraph', 'list(- list(99 paragraph))']],
  ['Words\n  *   99. b', ['paragraph', 'list(- list(99 paragraph))']],
  ['Words\n-   -   3) x', ['paragraph', 'list(- list(- list(3 paragraph)))']],
  ['Words\n* > 5. b', ['paragraph', 'list(- quote(list(5 paragraph)))']],
  ['Words\n> 99. b', ['paragraph', 'quote(list(99 paragraph))']],
  ['> Words\n> > 7. b', ['quote(paragraph, quote(list(7 paragraph)))']],
  ['> Words\n> 99. b', ['quote(paragraph)']],
  ['> > Words\n> > 99. b', ['quote(quote(paragraph))']],
  ['* Words\n  99. b', ['list(- paragraph)']],
  ['Words\n99. b', ['paragraph']],
])('%j', (markdown, shapes) => {
  expect(readDocument(`---\ntitle: T\nlang: en\n---\n\n${markdown}\n`).body.map(shapeOf)).toEqual(shapes);
});

test('a line of dashes below the words of such an item makes a heading of them', () => {
  const document = readDocument('---\ntitle: T\nlang: en\n---\n\nWords\n* 99. U.S. quay\n      ---\n');
  expect(plainText(document)).toBe('T\nWords\nU.S. quay\n');
});
