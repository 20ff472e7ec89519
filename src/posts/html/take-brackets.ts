import type { ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import { placeOf } from '../context/place-of.ts';

/** So many nodes and characters are gone back over for the bracket that opens a span. */
const farthest = { nodes: 50, characters: 2000 };

/**
 * `[words]{.class}` is a span (Pandoc, Bracketed Spans): its words become an element that ends with its braces, and its brackets are
 * no words.
 */
export function takeBrackets(out: ElementContent[], written: string, { end: last }: Place): void {
  const behind = out.at(-1);
  if (written.startsWith('{:') || behind?.type !== 'text' || !behind.value.endsWith(']')) return;
  const open = findOpen(out);
  const first = open && out[open.index];
  if (open === undefined || first?.type !== 'text') return;
  const before = { ...first, value: first.value.slice(0, open.at) };
  const children = out.slice(open.index);
  children[0] = { ...first, value: first.value.slice(open.at + 1) };
  const end = children.at(-1);
  if (end?.type === 'text') children[children.length - 1] = { ...end, value: end.value.slice(0, -1) };
  const from = placeOf(first)?.start;
  out.length = open.index;
  if (before.value !== '') out.push(before);
  out.push({
    type: 'element',
    tagName: 'span',
    properties: {},
    children: children.filter((node) => node.type !== 'text' || node.value !== ''),
    ...(from && { position: { start: from, end: last } }),
  });
}

function findOpen(
  nodes: readonly ElementContent[],
): { readonly index: number; readonly at: number } | undefined {
  let depth = 0;
  let left = farthest.characters;
  const lowest = Math.max(0, nodes.length - farthest.nodes);
  for (let index = nodes.length - 1; index >= lowest; index -= 1) {
    const node = nodes[index];
    if (node?.type !== 'text') continue;
    for (let at = node.value.length - 1; at >= 0 && left > 0; at -= 1, left -= 1) {
      if (node.value[at] === ']') depth += 1;
      else if (node.value[at] === '[') depth -= 1;
      if (depth === 0) return { index, at };
    }
  }
  return undefined;
}
