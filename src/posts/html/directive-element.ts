import type { Element, ElementContent, Properties } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { PostContext } from '../context/post-context.ts';
import type { DirectiveHolder } from '../generators/markup.ts';
import { termLabel } from '../generators/roles.ts';
import { figureElement } from './directive-figure.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { referenceElement } from './reference-element.ts';
import { listTable } from './list-table.ts';
import { labelElement } from './markup-nodes.ts';
import { markerElement, markerFacts } from './markers.ts';
import { textContent } from './anchors.ts';

/** The element of a MyST directive around its blocks, with its title and under the name by which references call it. */
export function directiveElement(
  holder: DirectiveHolder,
  children: ElementContent[],
  { position, context }: { readonly position: Place; readonly context: PostContext },
): Element {
  const made = elementOf(holder, children, { position, context });
  const { name } = holder;
  const properties = {
    ...made.properties,
    ...(name !== undefined && markerFacts(context, { labels: name.replace(/\s+/gu, '-') })),
  };
  return { ...made, properties, position };
}

interface At {
  readonly position: Place;
  readonly context: PostContext;
}

function elementOf(holder: DirectiveHolder, children: ElementContent[], at: At): Element {
  const { context, position } = at;
  const { label } = holder;
  switch (holder.as) {
    case 'group':
      return groupElement(holder, children, at);
    case 'callout': {
      const labels = label === undefined ? [] : [labelElement(label, position, context)];
      const facts = { kind: holder.kind ?? 'note' };
      return markerElement(context, 'callout', { facts, children: [...labels, ...children] });
    }
    case 'link':
      return linkElement(holder, children, at);
    case 'quote':
      return { type: 'element', tagName: 'blockquote', properties: {}, children };
    case 'figure':
      return figureElement(holder, children, at);
    case 'table':
    case 'list-table': {
      const labels = label === undefined ? [] : [labelElement(label, position, context)];
      const blocks = holder.as === 'table' ? children : listTable(children, holder);
      return markerElement(context, 'table', { children: [...labels, ...blocks] });
    }
    case 'glossary':
      for (const child of children) if (child.type === 'element') nameTerms(child, context);
      return markerElement(context, 'group', { children });
  }
}

/** Blocks below their title, which leads somewhere where the whole of a card does. */
function groupElement(
  { label, href, header, footer }: DirectiveHolder,
  blocks: ElementContent[],
  at: At,
): Element {
  const { position, context } = at;
  const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => {
    return { type: 'element', tagName, properties, children, position };
  };
  const paragraph = (words: string | undefined): Element[] =>
    words === undefined ? [] : [element('p', {}, inlineMarkdown(words, position, context))];
  const titled = label === undefined ? [] : inlineMarkdown(label, position, context);
  const isLinked = href !== undefined && label !== undefined && !titled.some(holdsLink);
  const title = isLinked ? [element('a', { href }, titled)] : titled;
  const summary = label === undefined ? [] : [element('summary', {}, title)];
  const unlinked = href !== undefined && !isLinked;
  const link = unlinked
    ? [element('p', {}, [referenceElement({ href, text: undefined }, position, context)])]
    : [];
  const children = [...paragraph(header), ...blocks, ...paragraph(footer), ...link];
  if (summary.length === 0) return markerElement(context, 'group', { children });
  return element('details', {}, [...summary, ...children]);
}

/** The words of a button, which lead somewhere; without words those of what they lead to. */
function linkElement(holder: DirectiveHolder, blocks: ElementContent[], at: At): Element {
  const { href } = holder;
  const written = blocks.filter(
    (block) => block.type === 'element' || textContent([block], at.context).trim() !== '',
  );
  const [words] = written;
  const isWords =
    written.length === 1 && words?.type === 'element' && words.tagName === 'p' && !holdsLink(words);
  if (!isWords || href === undefined) return groupElement(holder, blocks, at);
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href },
    children: words.children,
    position: at.position,
  };
  return { ...words, children: [link] };
}

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
}

/** Edits the terms of a list, which nobody else holds yet. */
function nameTerms(list: Element, context: PostContext): void {
  if (list.tagName !== 'dl') return;
  for (const part of list.children) {
    if (part.type !== 'element' || part.tagName !== 'dt') continue;
    const labels = termLabel(textContent(part.children, context));
    part.properties = { ...part.properties, ...markerFacts(context, { labels }) };
  }
}
