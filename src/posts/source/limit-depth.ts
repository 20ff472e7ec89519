import type { Nodes, Parents, Root, RootContent, Table } from 'mdast';
import { appendAll } from '../../lists/append-all.ts';

/** The place-independent fact that something was flattened: the first node beyond the limit. */
export interface LimitedTree {
  readonly tree: Root;
  readonly firstBeyond: Nodes | undefined;
  /** How many nodes the tree has, with the cells that are put into rows of tables which have fewer than columns. */
  readonly nodes: number;
}

// Markers that open containers, one behind the other on one line.
const containerMarkers = /^(?:[ \t]*(?:>|[-+*:](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u;

/** So deep the Markdown parser can go without exhausting its stack. */
const parserDepth = 400;

const deepLine = /^(?:[ \t]*(?:>|[-+*:](?=[ \t])|\d{1,9}[.)](?=[ \t]))){401,}[^\r\n]*/gmu;

/**
 * The same source with the container markers of a line beyond what the parser can bear taken out; spaces at the end of the line
 * keep all offsets. The same string where no line is so deep.
 */
export function limitMarkers(source: string): string {
  return source.replace(deepLine, (line) => {
    const run = containerMarkers.exec(line)?.[0] ?? '';
    const markers = run.match(/[ \t]*(?:>|[-+*:]|\d{1,9}[.)])/guy) ?? [];
    const kept = markers.slice(0, parserDepth).join('');
    return `${kept} ${line.slice(run.length).trimStart()}`.padEnd(line.length, ' ');
  });
}

/** Takes quotes, lists and inline markup beyond `depth` away and keeps what is in them. Works without recursion. */
export function limitDepth(tree: Root, depth: number): LimitedTree {
  let firstBeyond: Nodes | undefined;
  let nodes = 1;
  const open: { node: Parents; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const inside = top.depth + 1;
    const children: RootContent[] = [];
    const waiting: RootContent[] = [...top.node.children].reverse();
    for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
      const unwrapped = inside > depth ? unwrap(child) : undefined;
      if (unwrapped === undefined) {
        children.push(child);
        if (child.type === 'table') nodes += missingCells(child);
        if ('children' in child) open.push({ node: child, depth: inside });
      } else {
        firstBeyond ??= child;
        appendAll(waiting, unwrapped.reverse());
      }
    }
    // Sound: only wrappers are replaced, each by nodes of the content model they had inside the same parent.
    (top.node as { children: RootContent[] }).children = children;
    nodes += children.length;
  }
  return { tree, firstBeyond, nodes };
}

function missingCells({ align, children }: Table): number {
  const width = align?.length ?? 0;
  return children.reduce((sum, row) => sum + Math.max(0, width - row.children.length), 0);
}

function unwrap(node: RootContent): RootContent[] | undefined {
  switch (node.type) {
    case 'blockquote':
    case 'containerDirective':
    case 'description':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'inlineNote':
    case 'insertion':
    case 'link':
    case 'linkReference':
    case 'mark':
    case 'subscript':
    case 'superscript':
    case 'textDirective':
      return [...node.children];
    case 'list':
      return node.children.flatMap((item) => item.children);
    default:
      return undefined;
  }
}
