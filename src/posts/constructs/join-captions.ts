import type { Paragraph, Parents, Root, RootContent } from 'mdast';
import { captioned } from './join-definitions.ts';

/**
 * Gives tables the paragraph right behind them, or else right before them, that says to be their caption: `Table: words`, or `: words`
 * (Pandoc's manual, “table_captions”). Edits the tree, which nobody else holds yet.
 */
export function joinCaptions(tree: Root): void {
  const waiting: Parents[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { children } = node;
    if (children.some(({ type }) => type === 'table')) {
      // Sound: blocks are replaced by blocks that may stand where they stood.
      (node as { children: RootContent[] }).children = joined(children);
    }
    for (const child of node.children) if ('children' in child) waiting.push(child);
  }
}

function joined(children: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  for (const [index, child] of children.entries()) {
    const last = out.at(-1);
    const words = captionOf(child);
    if (last?.type === 'table' && words !== undefined) out[out.length - 1] = captioned(last, words);
    else if (child.type === 'table' && last?.type === 'paragraph' && last === children[index - 1]) {
      const before = captionOf(last);
      if (before === undefined) out.push(child);
      else out[out.length - 1] = captioned(child, before);
    } else out.push(child);
  }
  return out;
}

const sign = /^(?:[Tt]able)?:[ \t]+/u;

/** The words of a paragraph behind the sign that makes it a caption. */
function captionOf(node: RootContent): Paragraph | undefined {
  const [first, ...rest] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || first?.type !== 'text' || !sign.test(first.value)) return undefined;
  return { ...node, children: [{ ...first, value: first.value.replace(sign, '') }, ...rest] };
}
