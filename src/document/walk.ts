import type { Block, Document, ListItem, TableCell, TableRow, DefinitionItem } from './document.ts';
import type { Inline } from './inline.ts';

/** Any node of the model. */
export type Node = Block | Inline | ListItem | TableRow | TableCell | DefinitionItem;

/** What stands in a line of its block. */
const inLine: ReadonlySet<Node['type']> = new Set([
  'text',
  'break',
  'image',
  'missing-image',
  'span',
  'link',
  'ruby',
  'note-reference',
] as const satisfies readonly Inline['type'][]);

/** Whether a node stands in a line of its block. */
export function isInline(node: Node): boolean {
  return inLine.has(node.type);
}

/** The children of a node in reading order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'text':
    case 'break':
    case 'image':
    case 'note-reference':
    case 'thematic-break':
      return [];
    case 'section':
      return [node.heading, ...node.children];
    case 'ruby':
      return [...node.base, ...node.annotation];
    case 'code-block':
      return [...(node.title ?? []), ...node.lines];
    case 'list':
    case 'definition-list':
      return node.items;
    case 'definition-item':
      return [...node.terms, ...node.definitions.flat()];
    case 'table':
      return [...(node.caption ? [node.caption] : []), ...node.head, ...node.body, ...node.foot];
    case 'table-row':
      return node.cells;
    case 'figure':
      return [node.image, ...(node.caption ? [node.caption] : [])];
    case 'callout':
      return [node.label, ...node.children];
    case 'verse':
      return node.lines.flat();
    default:
      return node.children;
  }
}

/** All nodes below and including the given ones, parents before children, in reading order. */
export function* walk(nodes: readonly Node[]): Generator<Node, void, undefined> {
  // A generator inside a generator for each level would hand every node up through all of them.
  const open = nodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) open.push(child);
    }
  }
}

/** All nodes of a document in reading order: the title block, then the body. */
export function* walkDocument(document: Document): Generator<Node, void, undefined> {
  yield* walk(document.titleBlock);
  yield* walk(document.body);
}
