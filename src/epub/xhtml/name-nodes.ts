import type { Document } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import { walk, walkDocument, type Node } from '../../document/walk.ts';

/** The nodes of a document that name others. */
export interface NamedNodes {
  /** The id of each callout label: the author's, or one that no node has. */
  readonly names: ReadonlyMap<Node, string>;
  /**
   * The headings of sections whose words no other of them has. Only these name a region: regions of one name cannot be told apart in a list of landmarks (WAI-ARIA 1.2 §5.3.4).
   */
  readonly distinct: ReadonlySet<Node>;
}

/** Finds what regions and callouts are named by, and gives an id to every node that must be pointed to. */
export function nameNodes(document: Document): NamedNodes {
  const nodes = [...walkDocument(document)];
  const taken = new Set(nodes.flatMap((node) => node.id ?? []));
  const names = new Map<Node, string>();
  const regions: (readonly [Node, string])[] = [];
  let callouts = 0;
  for (const node of nodes) {
    if (node.type === 'callout') {
      callouts += 1;
      names.set(node.label, node.label.id ?? freeId(`callout-${callouts}`, taken));
    } else if (node.type === 'section') {
      regions.push([node.heading, accessibleName(node.heading.children)]);
    }
  }
  return { names, distinct: distinctOf(regions) };
}

/** The words that name an element by its content: its text and its text alternatives (Accname 1.2 §2F). */
export function accessibleName(inlines: readonly Inline[]): string {
  const words = [...walk(inlines)].map((node) => {
    if (node.type === 'text') return node.value;
    return node.type === 'image' ? ` ${node.alt ?? ''} ` : '';
  });
  return words.join('').replace(/\s+/gu, ' ').trim();
}

function distinctOf(regions: readonly (readonly [Node, string])[]): ReadonlySet<Node> {
  const counts = new Map<string, number>();
  const keyOf = (name: string): string => name.toLowerCase();
  for (const [, name] of regions) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  return new Set(
    regions.filter(([, name]) => name !== '' && counts.get(keyOf(name)) === 1).map(([node]) => node),
  );
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  while (taken.has(id)) id = `${id}-label`;
  taken.add(id);
  return id;
}
