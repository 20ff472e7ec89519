import type { Element, ElementContent } from 'hast';
import { countUpTo } from '../../lists/count-up-to.ts';
import { raw } from 'hast-util-raw';
import type { MarkupRange } from '../generators/markup.ts';
import { directiveElement } from './directive-element.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { markerElement } from './markers.ts';
import { labelElement } from './markup-nodes.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext } from '../context/post-context.ts';
import type { NoteDefinition } from './to-html-tree.ts';

/** The nodes with those between two marks put into what the marks stand for: a callout, or an element of HTML. `ranges` are those among them. */
export function wrapRanges(
  nodes: readonly ElementContent[],
  ranges: readonly MarkupRange[],
  context: PostContext,
): ElementContent[] {
  return ranges.length === 0 ? [...nodes] : wrapLevel(nodes, ranges, context);
}

/** The ranges of a post in their order, by the note in which they stand; without one under `undefined`. */
export function rangesByNote(
  notes: readonly NoteDefinition[],
  { masked, markupInCode }: PostContext,
): ReadonlyMap<NoteDefinition | undefined, readonly MarkupRange[]> {
  const inCode = new Set([...markupInCode].map(({ start }) => start));
  const placed = notes
    .flatMap((note) => {
      const place = placeOf(note.element);
      return place ? [{ note, start: place.start.offset, end: place.end.offset }] : [];
    })
    .toSorted((a, b) => a.start - b.start);
  const found = new Map<NoteDefinition | undefined, MarkupRange[]>();
  for (const range of masked.ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (inCode.has(range.start)) continue;
    const last = placed[countUpTo(placed, range.start, ({ start }) => start) - 1];
    const note = last !== undefined && range.start < last.end ? last.note : undefined;
    const list = found.get(note);
    if (list) list.push(range);
    else found.set(note, [range]);
  }
  return found;
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
    for (; (ranges[next]?.end ?? Infinity) <= start; next += 1) pushEmpty(ranges[next], out, context);
    const range = ranges[next];
    const inner = range === undefined ? [] : rangesUpTo(ranges, next, Math.max(end, range.end));
    if (range && start >= range.start && end <= range.end) {
      group = { range, inner: inner.slice(1), nodes: [node] };
      next += inner.length;
    } else if (range && node.type === 'element' && start <= range.start && end >= (range.last ?? range.end)) {
      out.push({ ...node, children: wrapLevel(node.children, inner, context) });
      next += inner.length;
    } else out.push(node);
  }
  endGroup();
  for (const range of ranges.slice(next)) pushEmpty(range, out, context);
  return out;
}

/** What holds no blocks is there for its title alone. */
function pushEmpty(range: MarkupRange | undefined, out: ElementContent[], context: PostContext): void {
  if (range && saysBy(range.holder)) out.push(holderOf(range, [], context));
}

function saysBy(holder: MarkupRange['holder']): boolean {
  if (holder.type === 'element') return false;
  if (holder.type !== 'directive') return holder.label !== undefined;
  const { label, href, header, footer } = holder;
  return [label, href, header, footer].some((words) => words !== undefined);
}

function rangesUpTo(ranges: readonly MarkupRange[], from: number, end: number): readonly MarkupRange[] {
  let to = from;
  while ((ranges[to]?.end ?? Infinity) <= end) to += 1;
  return ranges.slice(from, to);
}

function holderOf(range: MarkupRange, children: ElementContent[], context: PostContext): Element {
  const { holder } = range;
  const position = placeAt(context, range.start, range.end);
  if (holder.type === 'directive') return directiveElement(holder, children, { position, context });
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
