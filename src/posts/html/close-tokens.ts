import type { ElementContent } from 'hast';
import { readTokens } from './read-tokens.ts';

/**
 * The nodes with each comment and tag of raw HTML that is never closed ended where its block ends (`reportUnread` tells of them):
 * hast-util-raw 9.2 puts the parser back between two nodes, and parse5 8.1 fails over a token that is open then.
 */
export function closeTokens(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type === 'element') return { ...node, children: closeTokens(node.children) };
    const open = node.type === 'raw' ? readTokens(node.value).open : undefined;
    if (node.type !== 'raw' || open === undefined) return node;
    const isComment = node.value.startsWith('<!--', open);
    return { ...node, value: isComment ? `${node.value}-->` : node.value.slice(0, open) };
  });
}
