import { expect, test } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { readDocument } from './read-text.ts';

/** The kinds of the blocks, of a list with the number that it begins with. */
async function shapeOf(markdown: string): Promise<readonly string[]> {
  const { body } = await readDocument(`---\ntitle: T\nlang: en\n---\n\n${markdown}`);
  return body.map(kindOf);
}

function kindOf(block: Block): string {
  if (block.type !== 'list') return block.type;
  const [first] = block.items;
  const number = first?.value === undefined ? '' : ` ${first.value}`;
  return `list${number}(${inside(first?.children)})`;
}

function inside(blocks: readonly Block[] = []): string {
  return blocks.map(kindOf).join(', ');
}

test.each([
  ['code and an empty line', '    code\n\n7) item\n', ['code-block', 'list 7(paragraph)']],
  ['code alone', '    code\n7) item\n', ['code-block', 'list 7(paragraph)']],
  ['code behind a tab', '\tcode\n\n7. item\n', ['code-block', 'list 7(paragraph)']],
  ['code of several parts', '    one\n\n    two\n\n\n2. item\n', ['code-block', 'list 2(paragraph)']],
  ['code in an item', '1.     code\n\n   7) item\n', ['list 1(code-block, list 7(paragraph))']],
  ['code, with an empty first item', '    code\n\n*\n* item\n', ['code-block', 'list(paragraph)']],
])('a list begins behind %s', async (_name, markdown, expected) => {
  expect(await shapeOf(markdown)).toEqual(expected);
});

test.each([
  ['words', 'Words\n7) words\n', ['paragraph']],
  ['words behind code', '    code\n\nWords\n7) words\n', ['code-block', 'paragraph']],
  ['words that code cannot interrupt', 'Words\n    words\n7) words\n', ['paragraph']],
])('no list begins in %s', async (_name, markdown, expected) => {
  expect(await shapeOf(markdown)).toEqual(expected);
});
