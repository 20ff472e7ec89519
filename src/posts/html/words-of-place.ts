import type { Element } from 'hast';
import type { PostContext } from '../context/post-context.ts';
import { isHeading, textContent } from './anchors.ts';
import { elementName, factOf } from './markers.ts';

/** The words of a heading, of a term or of a caption: what a reader knows a block by. */
export function wordsOf(element: Element, context: PostContext): string {
  const title = element.tagName === 'pre' ? factOf(context, element, 'title') : undefined;
  if (title !== undefined) return title;
  const named = isHeading(element) || element.tagName === 'dt' ? element : findCaption(element, context);
  return named === undefined ? '' : textContent(named.children, context).replace(/\s+/gu, ' ').trim();
}

function findCaption(element: Element, context: PostContext): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const name = elementName(context, child);
    const isCaption =
      ['caption', 'figcaption', 'summary', 'tagleaf:label'].includes(name) ||
      (child.tagName === 'img' && child.children.length > 0);
    if (isCaption) return child;
    // What stands below a figure and its caption is part of neither.
    if (name === 'tagleaf:figure') return findCaption(child, context);
  }
  return undefined;
}
