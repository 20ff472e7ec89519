import { appendAll } from '../../lists/append-all.ts';
import type { Paragraph, Parents, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { Description, DescriptionList, DescriptionTerm } from './nodes.d.ts';

/**
 * Puts descriptions and the terms before them into lists: each line of a paragraph before a description is a term. Behind a table, a
 * description of one paragraph is its caption (Pandoc); where neither stands before it, it is words with a colon. Edits the tree, which nobody
 * else holds yet.
 */
export function joinDefinitions(tree: Root): void {
  const waiting: Parents[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { children } = node;
    if (node.type !== 'descriptionList' && children.some(({ type }) => type === 'description')) {
      // Sound: blocks are replaced by blocks that may stand where they stood.
      (node as { children: RootContent[] }).children = joined(children);
    }
    for (const child of node.children) if ('children' in child) waiting.push(child);
  }
}

function joined(children: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  for (const child of children) {
    const last = out.at(-1);
    if (child.type !== 'description') out.push(child);
    else if (last?.type === 'paragraph') {
      const list = listBefore(out);
      if (list) addTo(list, [...termsOf(last), child]);
      else out[out.length - 1] = listOf(last, child);
    } else if (last?.type === 'descriptionList') addTo(last, [child]);
    else {
      const caption = last?.type === 'table' ? captionIn(child) : undefined;
      if (last?.type === 'table' && caption) out[out.length - 1] = captioned(last, caption);
      else appendAll(out, asWords(child));
    }
  }
  return out;
}

/** The list that a term goes on with; the term is taken away. */
function listBefore(out: RootContent[]): DescriptionList | undefined {
  const list = out.at(-2);
  if (list?.type !== 'descriptionList') return undefined;
  out.pop();
  return list;
}

function listOf(paragraph: Paragraph, description: Description): DescriptionList {
  const list: DescriptionList = { type: 'descriptionList', children: termsOf(paragraph) };
  if (paragraph.position) list.position = paragraph.position;
  addTo(list, [description]);
  return list;
}

function addTo(list: DescriptionList, parts: DescriptionList['children']): void {
  appendAll(list.children, parts);
  const end = parts.at(-1)?.position?.end;
  if (list.position && end) list.position = { start: list.position.start, end };
}

/** The lines of a paragraph, each a term. */
function termsOf(paragraph: Paragraph): DescriptionTerm[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text') lines.at(-1)?.push(node);
    else {
      for (const [index, value] of node.value.split(/\r\n?|\n/u).entries()) {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ ...node, value });
      }
    }
  }
  return lines
    .filter((line) => line.length > 0)
    .map((children) => {
      const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
      return { type: 'descriptionTerm', children, ...(start && end && { position: { start, end } }) };
    });
}

function captionIn({ children }: Description): Paragraph | undefined {
  const [only] = children;
  return children.length === 1 && only?.type === 'paragraph' ? only : undefined;
}

/** The table as the directive that gives one a caption, which may stand before it. */
export function captioned(table: Table, words: Paragraph): RootContent {
  const places = [table.position, words.position].flatMap((position) => position ?? []);
  const [first, last] = places.toSorted((a, b) => (a.start.offset ?? 0) - (b.start.offset ?? 0));
  return {
    type: 'containerDirective',
    name: 'table',
    children: [{ ...words, data: { directiveLabel: true } }, table],
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
}

function asWords({ children, position }: Description): RootContent[] {
  const colon: PhrasingContent = { type: 'text', value: ': ' };
  if (position) colon.position = { start: position.start, end: position.start };
  const [first, ...rest] = children;
  if (first?.type === 'paragraph') return [{ ...first, children: [colon, ...first.children] }, ...rest];
  return [{ type: 'paragraph', children: [colon] }, ...children];
}
