import type { Document } from '../../src/document/document.ts';
import { childrenOf, type Node } from '../../src/document/walk.ts';

/** A document as an indented text: one line for each node, with everything but places and offsets. For golden files. */
export function printDocument(document: Document): string {
  return [...document.titleBlock, ...document.body].map((block) => printNode(block, '')).join('');
}

const left = new Set([
  'type',
  'place',
  'offset',
  'children',
  'heading',
  'items',
  'cells',
  'head',
  'body',
  'foot',
  'caption',
  'label',
  'lines',
  'image',
  'terms',
  'definitions',
  'base',
  'annotation',
  'columns',
]);

function printNode(node: Node, indent: string): string {
  const facts = Object.entries(node)
    .filter(
      ([key, value]) =>
        (!left.has(key) || (key === 'label' && typeof value === 'string')) &&
        !(key === 'title' && Array.isArray(value)),
    )
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('');
  return `${indent}${node.type}${facts}\n${childLines(node, `${indent}  `)}`;
}

function childLines(node: Node, indent: string): string {
  if (node.type === 'verse') {
    return node.lines
      .map((line) => `${indent}line\n${line.map((child) => printNode(child, `${indent}  `)).join('')}`)
      .join('');
  }
  return childrenOf(node)
    .map((child) => printNode(child, indent))
    .join('');
}
