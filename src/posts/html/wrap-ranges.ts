import type { Element, ElementContent } from 'hast';
import { raw } from 'hast-util-raw';
import type { MarkupRange } from '../generators/markup.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { markerElement } from './markers.ts';
import { labelElement } from './markup-nodes.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext } from '../context/post-context.ts';

/** The nodes with those between two marks put into what the marks stand for: a callout, or an element of HTML. */
export function wrapRanges(nodes: readonly ElementContent[], context: PostContext): ElementContent[] {
  const { ranges } = context.masked;
  if (ranges.length === 0) return [...nodes];
  return wrapLevel(
    nodes,
    ranges.toSorted((a, b) => a.start - b.start || b.end - a.end),
    context,
  );
}

/** Ranges nest and come in the order of the source, as nodes do: one pass sees which node lies in which. */
function wrapLevel(
  nodes: readonly ElementContent[],
  ranges: readonly MarkupRange[],
  context: PostContext,
): ElementContent[] {
  const out: ElementContent[] = [];
  let group:
    | {
        readonly range: MarkupRange;
        readonly inner: readonly MarkupRange[];
        readonly nodes: ElementContent[];
      }
    | undefined;
  let next = 0;
  const endGroup = (): void => {
    if (group) out.push(holderOf(group.range, wrapLevel(group.nodes, group.inner, context), context));
    group = undefined;
  };
  for (const node of nodes) {
    const place = placeOf(node);
    if (place === undefined) {
      (group?.nodes ?? out).push(node);
      continue;
    }
    const [start, end] = [place.start.offset, place.end.offset];
    if (group && end > group.range.end) endGroup();
    if (group) {
      group.nodes.push(node);
      continue;
    }
    while ((ranges[next]?.end ?? Infinity) <= start) next += 1;
    const range = ranges[next];
    const inner = range === undefined ? [] : rangesUpTo(ranges, next, Math.max(end, range.end));
    if (range && start >= range.start && end <= range.end) {
      group = { range, inner: inner.slice(1), nodes: [node] };
      next += inner.length;
    } else if (range && node.type === 'element' && start <= range.start && end >= range.end) {
      out.push({ ...node, children: wrapLevel(node.children, inner, context) });
      next += inner.length;
    } else out.push(node);
  }
  endGroup();
  return out;
}

function rangesUpTo(ranges: readonly MarkupRange[], from: number, end: number): readonly MarkupRange[] {
  let to = from;
  while ((ranges[to]?.end ?? Infinity) <= end) to += 1;
  return ranges.slice(from, to);
}

function holderOf(range: MarkupRange, children: ElementContent[], context: PostContext): Element {
  const { holder } = range;
  const position = placeAt(context, range.start, range.end);
  if (holder.type === 'element') return { ...elementOf(holder.html), children, position };
  if (holder.type === 'group') {
    const summary: Element[] =
      holder.label === undefined
        ? []
        : [
            {
              type: 'element',
              tagName: 'summary',
              properties: {},
              children: inlineMarkdown(holder.label, position, context),
              position,
            },
          ];
    return {
      type: 'element',
      tagName: 'details',
      properties: {},
      children: [...summary, ...children],
      position,
    };
  }
  const label = holder.label === undefined ? [] : [labelElement(holder.label, position, context)];
  const facts = { kind: holder.kind };
  return { ...markerElement(context, 'callout', { facts, children: [...label, ...children] }), position };
}

/** The element of a start tag, without what told that its content is Markdown; a paragraph can hold no blocks. */
function elementOf(html: string): Element {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value: html }] });
  const [found] = 'children' in tree ? tree.children : [];
  if (found?.type !== 'element') return { type: 'element', tagName: 'div', properties: {}, children: [] };
  const { markdown: _markdown, ...properties } = found.properties;
  return { ...found, tagName: found.tagName === 'p' ? 'div' : found.tagName, properties };
}
