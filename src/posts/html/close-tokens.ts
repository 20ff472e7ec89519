import type { ElementContent } from 'hast';

/**
 * The nodes with each comment and tag of raw HTML that is never closed ended where its block ends (`reportUnread` tells of them):
 * hast-util-raw 9.2 puts the parser back between two nodes, and parse5 8.1 fails over a token that is open then.
 */
export function closeTokens(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type === 'element') return { ...node, children: closeTokens(node.children) };
    const open = node.type === 'raw' ? openToken(node.value) : undefined;
    if (node.type !== 'raw' || open === undefined) return node;
    const isComment = node.value.startsWith('<!--', open);
    return { ...node, value: isComment ? `${node.value}-->` : node.value.slice(0, open) };
  });
}

/** Whole comments: `<!-->` is one, and `--!>` ends one (HTML §13.2.5.43). */
export const comments = /<!--(?:-?>|[^]*?--!?>)/gu;

// The tokens of HTML §13.2.5 that begin with `<`. A quote begins a value behind `=` alone.
const tokens = [
  new RegExp(comments.source, 'uy'),
  /<(?:!(?!--)|\?|\/(?![a-zA-Z]))[^>]*>/uy,
  /<\/?[a-zA-Z](?:=\s*(?:"[^"]*"|'[^']*')|=(?!\s*["'])|[^=>])*>/uy,
  // Anything else is a sign.
  /<(?![a-zA-Z!?/]|$)/uy,
] as const;

/** Where a token of raw HTML begins that never ends; `undefined` where there is none. */
export function openToken(html: string): number | undefined {
  for (let start = html.indexOf('<'); start >= 0;) {
    const end = endOfToken(html, start);
    if (end === undefined) return start;
    start = html.indexOf('<', end);
  }
  return undefined;
}

function endOfToken(html: string, start: number): number | undefined {
  for (const token of tokens) {
    token.lastIndex = start;
    if (token.test(html)) return token.lastIndex;
  }
  return undefined;
}
