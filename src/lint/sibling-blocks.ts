import type { Block, Document } from '../document/document.ts';
import { childrenOf, walkDocument, type Node } from '../document/walk.ts';

/** What blocks stand in: `flow` is the post itself with its sections and groups, `other` what sets apart but for cells. */
export interface Siblings {
  readonly within: 'flow' | 'cell' | 'other';
  readonly blocks: readonly Block[];
}

/** All rows of blocks that stand one after the other in the body, in reading order. */
export function* siblingBlocks(document: Document): Generator<Siblings, void, undefined> {
  yield { within: 'flow', blocks: document.body };
  for (const node of walkDocument(document)) {
    const blocks = childrenOf(node).filter(isBlock);
    if (blocks.length > 0) yield { within: withinOf(node), blocks };
  }
}

function withinOf({ type }: Node): Siblings['within'] {
  if (type === 'section' || type === 'group') return 'flow';
  return type === 'table-cell' ? 'cell' : 'other';
}

// A table of all, so that the compiler names one that is new.
const blockTypes: Readonly<Record<Block['type'], true>> = {
  section: true,
  heading: true,
  paragraph: true,
  quote: true,
  'code-block': true,
  list: true,
  'definition-list': true,
  table: true,
  figure: true,
  callout: true,
  verse: true,
  'thematic-break': true,
  group: true,
  note: true,
};

function isBlock(node: Node): node is Block {
  return Object.hasOwn(blockTypes, node.type);
}
