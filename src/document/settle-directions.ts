import { directionOfLetters } from '../characters/strong-letters.ts';
import type { Direction } from '../characters/strong-letters.ts';
import { baseDirection } from './direction.ts';
import type { Document } from './document.ts';
import { mapLeaves } from './map-leaves.ts';
import { inlineText } from './plain-text.ts';
import { childrenOf, isInline, type Node } from './walk.ts';

/** What keeps to the direction of the whole: items stand beside their labels, cells and captions in columns. */
const held: ReadonlySet<Node['type']> = new Set(['list', 'definition-list', 'table', 'figure'] as const);

interface Open {
  readonly node: Node;
  readonly around: Direction;
  readonly isHeld: boolean;
}

/**
 * The document in which every block says its direction where that is another than that around it: by `dir`, else by its language,
 * else, of paragraphs and headings, by their letters where all of them read the other way; and so does code in lines from the right.
 */
export function settleDirections(document: Document): Document {
  const base = baseDirection(document.metadata.lang);
  const settled = new Map<Node, Direction>();
  const open: Open[] = [];
  const push = (nodes: readonly Node[], around: Direction, isHeld: boolean): void => {
    // What stands in a line keeps the direction of its letters (UAX 9), code that of its signs, which in words from the left it has.
    for (const node of nodes)
      if (node.type !== 'code-block' && (around === 'rtl' || !isInline(node)))
        open.push({ node, around, isHeld });
  };
  // The lines below the title are the product's words.
  push([...document.titleBlock.filter(({ type }) => type === 'heading'), ...document.body], base, false);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, around } = next;
    const own = node.dir ?? (isInline(node) ? inlineDirection(next) : ownDirection(next));
    if (own !== around && node.dir === undefined) settled.set(node, own);
    push(childrenOf(node), own, next.isHeld || held.has(node.type));
  }
  if (settled.size === 0) return document;
  return mapLeaves(document, { directionOf: (node) => settled.get(node) });
}

/** Signs at either end of code would go to the other end of it among words from the right. */
function inlineDirection({ node, around }: Open): Direction {
  return node.type === 'span' && (node.kind === 'code' || node.kind === 'sample') ? 'ltr' : around;
}

function ownDirection({ node, around, isHeld }: Open): Direction {
  const said = node.lang === undefined ? around : baseDirection(node.lang);
  if (isHeld || (node.type !== 'paragraph' && node.type !== 'heading')) return said;
  return directionOfLetters(inlineText(node.children)) ?? said;
}
