import type { Element, ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { PostContext } from '../context/post-context.ts';
import { markerFacts } from './markers.ts';

/** The link that a reference is, its words still to come where it has none. */
export function referenceElement(
  {
    href,
    text,
    own = href.replace(/^#/u, ''),
  }: { readonly href: string; readonly text: string | undefined; readonly own?: string },
  position: Place,
  context: PostContext,
): Element {
  const facts = text === undefined ? markerFacts(context, { reference: 'open' }) : {};
  const children: ElementContent[] = [{ type: 'text', value: text ?? own, position }];
  return { type: 'element', tagName: 'a', properties: { href, ...facts }, children, position };
}
