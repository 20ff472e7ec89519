import type { Document } from '../../document/document.ts';
import { walkDocument, type Node } from '../../document/walk.ts';

export interface NamedNodes {
  /** The id of each callout label and table caption: the author's, or one that no node has. */
  readonly names: ReadonlyMap<Node, string>;
  /** The position of each table, from 1 in reading order. */
  readonly tableNumbers: ReadonlyMap<Node, number>;
}

/** Gives an id to every node that must be pointed to by `aria-labelledby`. */
export function nameNodes(document: Document): NamedNodes {
  const nodes = [...walkDocument(document)];
  const taken = new Set(nodes.flatMap((node) => node.id ?? []));
  const names = new Map<Node, string>();
  const tableNumbers = new Map<Node, number>();
  let callouts = 0;
  for (const node of nodes) {
    if (node.type === 'callout') {
      callouts += 1;
      names.set(node.label, node.label.id ?? freeId(`callout-${callouts}`, taken));
    } else if (node.type === 'table') {
      tableNumbers.set(node, tableNumbers.size + 1);
      if (node.caption)
        names.set(node.caption, node.caption.id ?? freeId(`table-${tableNumbers.size}`, taken));
    }
  }
  return { names, tableNumbers };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  while (taken.has(id)) id = `${id}-label`;
  taken.add(id);
  return id;
}
