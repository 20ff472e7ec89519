import type { Element, ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import { isHeading, textContent } from './anchors.ts';
import { elementName, factOf, markerFacts } from './markers.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { percentDecoded } from '../../characters/percent-decoded.ts';

/** The link that a reference to a label is, its words still to come where it has none. */
export function referenceElement(
  { label, text }: { readonly label: string; readonly text: string | undefined },
  position: Place,
  context: PostContext,
): Element {
  const facts = text === undefined ? markerFacts(context, { reference: 'open' }) : {};
  const children: ElementContent[] = [{ type: 'text', value: text ?? label, position }];
  return { type: 'element', tagName: 'a', properties: { href: `#${label}`, ...facts }, children, position };
}

/**
 * Names the block behind each MyST target, `(label)=`, and gives links to it their words: those of the heading or the caption, else the
 * label itself. Edits the tree, which nobody else holds yet.
 */
export function nameLabelled(nodes: readonly ElementContent[], context: PostContext): void {
  const labels = context.masked.blank.flatMap((markup) =>
    markup.content.type === 'label' && !context.markupInCode.has(markup)
      ? [{ name: markup.content.name, start: markup.start, end: markup.end }]
      : [],
  );
  const named = new Map<string, Element>();
  const links: Element[] = [];
  let next = 0;
  const visit = (element: Element): void => {
    const start = placeOf(element)?.start.offset;
    const here: string[] = [];
    for (let label = labels[next]; label && start !== undefined && label.end <= start; label = labels[next]) {
      if (!named.has(label.name)) here.push(label.name);
      next += 1;
    }
    for (const name of here) named.set(name, element);
    if (here.length > 0) {
      element.properties = { ...element.properties, ...markerFacts(context, { labels: here.join(' ') }) };
    }
    if (element.tagName === 'a') links.push(element);
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  for (const node of nodes) if (node.type === 'element') visit(node);
  for (const { name, start, end } of labels.slice(next)) {
    const reason = `Label “${name}” left out: no block follows it`;
    report(context, 'html-attr-dropped', { reason, place: placeAt(context, start, end) });
  }
  for (const link of links) settleReference(link, named, context);
}

function settleReference(link: Element, named: ReadonlyMap<string, Element>, context: PostContext): void {
  const { href } = link.properties;
  if (typeof href !== 'string') return;
  const label = percentDecoded(href.replace(/^#/u, ''));
  const element = named.get(label);
  // MyST also writes `[words](label)`.
  if (element !== undefined) link.properties['href'] = `#${label}`;
  const isOpen = factOf(context, link, 'reference') !== undefined || link.children.length === 0;
  if (element === undefined || !isOpen) return;
  const words = nameInWords(element, context);
  const position = placeOf(link);
  link.children = [{ type: 'text', value: words === '' ? label : words, ...(position && { position }) }];
}

/** The words of a heading, or of a caption: what a reader knows a block by. */
function nameInWords(element: Element, context: PostContext): string {
  const named = isHeading(element) ? element : findCaption(element, context);
  return named === undefined ? '' : textContent(named.children, context).replace(/\s+/gu, ' ').trim();
}

function findCaption(element: Element, context: PostContext): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const isCaption =
      ['caption', 'figcaption', 'summary'].includes(child.tagName) ||
      elementName(context, child) === 'tagleaf:label' ||
      (child.tagName === 'img' && child.children.length > 0);
    if (isCaption) return child;
  }
  return undefined;
}
