import type { Element } from 'hast';
import type { PostContext } from '../context/post-context.ts';
import { isHeading, textContent } from './anchors.ts';
import { elementName, factOf } from './markers.ts';

/** The words of a heading, of a term or of a caption: what a reader knows a block by. */
export function wordsOf(element: Element, context: PostContext): string {
  const title = element.tagName === 'pre' ? factOf(context, element, 'title') : undefined;
  const said = title ?? factOf(context, element, 'words');
  if (said !== undefined) return said;
  const isNamed = isHeading(element) || element.tagName === 'dt';
  const isCaptioned = element.tagName === 'img' && element.children.length > 0;
  const named =
    isNamed || isCaptioned ? element : (findCaption(element, context) ?? lastOfDiv(element, context));
  if (named === undefined && element.tagName === 'img') return pictureWords(element);
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

/** What a picture alone on its line says below itself: its title, else its alternative (Pandoc, “Images”). */
function pictureWords({ properties: { title, alt } }: Element): string {
  return [title, alt].find((words): words is string => typeof words === 'string' && words !== '') ?? '';
}

/** A div of Quarto ends with the caption of what it holds, or, of a theorem, begins with its title. */
function lastOfDiv(element: Element, context: PostContext): Element | undefined {
  if (elementName(context, element) !== 'tagleaf:group') return undefined;
  const inside = element.children.filter((child) => child.type === 'element');
  const [first, last] = [inside[0], inside.at(-1)];
  if (first && isHeading(first)) return first;
  return inside.length > 1 && last?.tagName === 'p' ? last : undefined;
}
