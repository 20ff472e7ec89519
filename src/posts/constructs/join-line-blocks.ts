import type { Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

/**
 * Makes paragraphs of which each line begins with `|` verse (Pandoc's manual, “Line blocks”); a line without words parts stanzas, one without
 * the sign goes on with the line before it. An escaped sign, which only the source shows, begins none. Edits the tree, which nobody else holds yet.
 */
export function joinLineBlocks(tree: Root, source: string): void {
  const waiting: Parents[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { children } = node;
    if (children.some((child) => isLineBlock(child, source))) {
      // Sound: paragraphs are replaced by blocks that may stand where they stood.
      (node as { children: RootContent[] }).children = children.map((child) =>
        isLineBlock(child, source) ? (verseOf(child) ?? child) : child,
      );
    }
    for (const child of node.children) if ('children' in child) waiting.push(child);
  }
}

const sign = /^\|(?: +|$)/u;

function isLineBlock(node: RootContent, source: string): node is Paragraph {
  if (node.type !== 'paragraph' || !opensLine(node.children[0])) return false;
  return source.charAt(node.position?.start.offset ?? source.length) === '|';
}

function opensLine(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && sign.test(node.value.split('\n', 1)[0] ?? '');
}

function verseOf(paragraph: Paragraph): ContainerDirective | undefined {
  const stanzas: PhrasingContent[][] = [[]];
  for (const line of linesOf(paragraph)) {
    const [first, ...rest] = line;
    const isNew = opensLine(first);
    // The rule of a table that has other columns than its head is no verse, and is told.
    if (first?.type === 'text' && /^\|[ :]*(?:--|-[-: ]*\|)/u.test(first.value)) return undefined;
    const words =
      isNew && first?.type === 'text' ? [{ ...first, value: first.value.replace(sign, '') }, ...rest] : line;
    const isEmpty = words.every((node) => node.type === 'text' && node.value.trim() === '');
    const last = stanzas.at(-1);
    if (isEmpty || last === undefined) stanzas.push([]);
    else {
      if (last.length > 0) last.push({ type: 'text', value: isNew ? '\n' : ' ' });
      for (const node of words) last.push(node);
    }
  }
  const { position } = paragraph;
  const around = position ? { position } : {};
  const children = stanzas
    .filter((stanza) => stanza.length > 0)
    .map((stanza): Paragraph => ({ type: 'paragraph', children: stanza, ...around }));
  return { type: 'containerDirective', name: 'verse', attributes: {}, children, ...around };
}

/** The lines of a paragraph, of those that the source has. */
function linesOf({ children }: Paragraph): readonly PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text') lines.at(-1)?.push(node);
    else
      for (const [index, value] of node.value.split(/\r\n?|\n/u).entries()) {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ ...node, value });
      }
  }
  return lines.filter((line) => line.length > 0);
}
