import type { Element, ElementContent } from 'hast';
import { raw } from 'hast-util-raw';
import type { MarkupRange } from './generators/markup.ts';
import { markerElement } from './markers.ts';
import { placeAt, type PostContext } from './post-context.ts';

/** The nodes with those between two marks put into what the marks stand for: a callout, or an element of HTML. */
export function wrapRanges(nodes: readonly ElementContent[], context: PostContext): ElementContent[] {
  // Inner ranges end first, so that the outer ones find them as one node.
  const ranges = context.masked.ranges.toSorted((a, b) => a.end - b.end || b.start - a.start);
  return ranges.reduce<ElementContent[]>((current, range) => wrapRange(current, range, context), [...nodes]);
}

function wrapRange(
  nodes: readonly ElementContent[],
  range: MarkupRange,
  context: PostContext,
): ElementContent[] {
  const inside = nodes.map((node) => isInside(node, range));
  const first = inside.indexOf(true);
  if (first < 0) {
    return nodes.map((node) =>
      node.type === 'element' && isAround(node, range)
        ? { ...node, children: wrapRange(node.children, range, context) }
        : node,
    );
  }
  const last = inside.lastIndexOf(true);
  const holder = holderOf(range, nodes.slice(first, last + 1), context);
  return [...nodes.slice(0, first), holder, ...nodes.slice(last + 1)];
}

function isInside({ position }: ElementContent, { start, end }: MarkupRange): boolean {
  if (position?.start.offset === undefined || position.end.offset === undefined) return false;
  return position.start.offset >= start && position.end.offset <= end;
}

function isAround({ position }: ElementContent, { start, end }: MarkupRange): boolean {
  if (position?.start.offset === undefined || position.end.offset === undefined) return true;
  return position.start.offset <= start && position.end.offset >= end;
}

function holderOf(range: MarkupRange, children: ElementContent[], context: PostContext): Element {
  const { holder } = range;
  const position = placeAt(context, range.start, range.end);
  if (holder.type === 'element') return { ...elementOf(holder.html), children, position };
  const text = (value: string): ElementContent[] => [{ type: 'text', value, position }];
  if (holder.type === 'group') {
    const summary: Element[] =
      holder.label === undefined
        ? []
        : [{ type: 'element', tagName: 'summary', properties: {}, children: text(holder.label), position }];
    return {
      type: 'element',
      tagName: 'details',
      properties: {},
      children: [...summary, ...children],
      position,
    };
  }
  const label =
    holder.label === undefined
      ? []
      : [{ ...markerElement(context, 'label', { children: text(holder.label) }), position }];
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
