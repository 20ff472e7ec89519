import type { Code, Link, Nodes, Parents, Root, RootContent, Text } from 'mdast';
import { appendAll } from '../../lists/append-all.ts';
import { blankBetween, isMasked, replaceMasks, splitMasked } from '../generators/mask-markup.ts';
import { addressOf, restore, restoreCode, wordsOf } from './restore-markup.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { splitCode } from './split-code.ts';
import { listParts, type ListParts, splitList } from './split-list.ts';

/**
 * Puts the markup of generators back where Markdown has no prose: addresses, text alternatives, code. What stands in prose and in raw HTML
 * waits for `settleHtml`. Places are made right where markup went over several lines. Edits the tree, which nobody else holds yet.
 */
export function settleMarkdown(tree: Root, context: PostContext): Root {
  const { markup } = context.masked;
  if (markup.length === 0) return tree;
  const lost = firstLost(context);
  const parts = listParts(context);
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    reposition(node, lost, context);
    settleNode(node, context);
    if (!('children' in node)) continue;
    settleChildren(node, context, parts);
    appendAll(waiting, node.children);
  }
  return tree;
}

/** Where the first mask ends that has swallowed line ends: behind it the parser has counted too few lines. */
function firstLost({ masked }: PostContext): number {
  return masked.markup.find(({ written, blank }) => !blank && /[\r\n]/u.test(written))?.end ?? Infinity;
}

/** Points are shared between nodes: they are made anew, not changed. */
function reposition(node: Nodes, lost: number, context: PostContext): void {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined || end.offset < lost) return;
  node.position = placeAt(context, start.offset, end.offset);
}

function settleNode(node: Nodes, context: PostContext): void {
  switch (node.type) {
    case 'code':
      node.value = restoreCode(withBlankLines(node, context), context);
      if (node.lang) node.lang = restore(node.lang, context);
      if (node.meta) node.meta = restore(node.meta, context);
      break;
    case 'inlineCode':
      node.value = restoreCode(node.value, context);
      break;
    case 'abbreviation':
      node.meaning = restore(node.meaning, context);
      break;
    case 'image':
    case 'definition':
      node.url = addressOf(node.url, context) ?? restore(node.url, context);
      if (node.type === 'image' && node.alt) node.alt = wordsOf(node.alt, context);
      if (node.title) node.title = wordsOf(node.title, context);
      break;
    case 'html':
      // As long as its mask: what follows in the same HTML keeps its place.
      node.value = replaceMasks(node.value, context.masked, (markup, mask) =>
        markup.content.type === 'html' ? markup.written : mask,
      );
      break;
    case 'textDirective':
    case 'leafDirective':
    case 'containerDirective':
      for (const [key, value] of Object.entries(node.attributes ?? {})) {
        if (typeof value === 'string' && node.attributes) node.attributes[key] = restore(value, context);
      }
      break;
    default:
  }
}

/** Indented code is only known once Markdown was read: lines in it that were taken for markup are put back. */
function withBlankLines({ value, position }: Code, context: PostContext): string {
  const from = position?.start.offset ?? 0;
  const to = position?.end.offset ?? 0;
  const blank = blankBetween(context.masked, from, to).filter(({ end }) => end <= to);
  if (blank.length === 0 || position === undefined) return value;
  const fenced = /^(?:`{3}|~{3})/u.test(context.source.slice(from, from + 3));
  const lines = value.split('\n');
  for (const markup of blank) {
    const { start, written, content } = markup;
    context.markupInCode.add(markup);
    const index = placeAt(context, start, start).start.line - position.start.line - (fenced ? 1 : 0);
    if (index < 0 || index >= lines.length || (content.type === 'edge' && content.inCode)) continue;
    written.split(/\r\n?|\n/u).forEach((line, further) => {
      if (index + further < lines.length) lines[index + further] = line;
    });
  }
  return lines.join('\n');
}

/** Children that markup makes several of, or lets go: texts with HTML in them, lists that begin anew, links that lead nowhere known. */
function settleChildren(parent: Parents, context: PostContext, parts: ListParts): void {
  const children: readonly RootContent[] = parent.children;
  const isSettled = (child: RootContent): boolean => {
    if (child.type === 'text') return !isMasked(child.value, context.masked);
    if (child.type === 'link') return !isMasked(child.url, context.masked);
    if (child.type === 'code') return context.masked.blank.length === 0;
    return child.type !== 'list' || !parts.mayPart;
  };
  if (children.every(isSettled)) return;
  const settled = children.flatMap((child): RootContent[] => {
    if (child.type === 'text' && isMasked(child.value, context.masked)) return withHtml(child, context);
    if (child.type === 'link' && isMasked(child.url, context.masked)) return settleLink(child, context);
    if (child.type === 'list') return splitList(child, parts, context);
    if (child.type === 'code') return splitCode(child, context);
    return [child];
  });
  // Sound: each child is replaced by nodes that may stand where it stood.
  (parent as { children: RootContent[] }).children = settled;
}

function settleLink(link: Link, context: PostContext): RootContent[] {
  const url = addressOf(link.url, context);
  const title = link.title ? wordsOf(link.title, context) : link.title;
  if (url === undefined) {
    const reason = `Title “${title}” of a link that leads nowhere left out`;
    if (title) report(context, 'html-attr-dropped', { reason, place: placeOf(link) });
    return link.children;
  }
  return [{ ...link, url, ...(title ? { title } : {}) }];
}

/** HTML that was masked so that it would not begin a block of HTML. */
function withHtml(text: Text, context: PostContext): RootContent[] {
  const parts = splitMasked(text.value, context.masked);
  if (!parts.some((part) => typeof part !== 'string' && part.content.type === 'html')) return [text];
  const nodes: RootContent[] = [];
  let from = text.position?.start.offset ?? 0;
  const add = (value: string, end: number): void => {
    const { start, end: last } = placeAt(context, from, end);
    if (value !== '') nodes.push({ type: 'text', value, position: { start, end: last } });
  };
  let rest = '';
  const { masked } = context;
  let index = 0;
  for (const part of parts) {
    const written = typeof part === 'string' ? part : text.value.slice(index, index + part.written.length);
    index += written.length;
    if (typeof part === 'string' || part.content.type !== 'html') {
      rest += written;
      continue;
    }
    add(rest, part.start);
    rest = '';
    nodes.push({ type: 'html', value: part.written, position: placeAt(context, part.start, part.end) });
    from = part.end;
  }
  add(rest, text.position?.end.offset ?? masked.text.length);
  return nodes;
}
