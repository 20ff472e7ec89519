import type { Element, ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { PostContext } from '../context/post-context.ts';
import { placeOf } from '../context/place-of.ts';
import type { DirectiveHolder } from '../generators/markup.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { markerElement } from './markers.ts';
import { textContent } from './anchors.ts';

/**
 * The figure of a directive: what it shows, and the first paragraph of words as its caption. Words behind that are its legend, and stand
 * below it.
 */
export function figureElement(
  { label }: DirectiveHolder,
  nodes: readonly ElementContent[],
  { position, context }: { readonly position: Place; readonly context: PostContext },
): Element {
  const blocks = apart(nodes, position, context).filter(
    (node) => node.type !== 'text' || node.value.trim() !== '',
  );
  const at = blocks.findIndex((node) => isWords(node, context));
  const [shown, caption, legend] =
    at < 0 ? [blocks, undefined, []] : [blocks.slice(0, at), blocks[at], blocks.slice(at + 1)];
  const words =
    caption?.type === 'element'
      ? caption.children
      : label === undefined
        ? undefined
        : inlineMarkdown(label, position, context);
  const titled: Element[] =
    words === undefined
      ? []
      : [
          {
            ...markerElement(context, 'label', { children: words }),
            position: placeOf(caption ?? {}) ?? position,
          },
        ];
  const figure = markerElement(context, 'figure', { children: [...titled, ...shown] });
  if (legend.length === 0) return figure;
  return markerElement(context, 'group', { children: [{ ...figure, position }, ...legend] });
}

/** The nodes with what the first line shows in a paragraph of its own: to Markdown the line behind it goes on with it. */
function apart(
  nodes: readonly ElementContent[],
  position: Place,
  context: PostContext,
): readonly ElementContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'element' || first.tagName !== 'p') return nodes;
  const [shown, ...words] = first.children;
  const isShown =
    shown?.type === 'element' &&
    placeOf(shown)?.start.offset === position.start.offset &&
    (shown.tagName === 'img' || shown.tagName === 'a' || shown.tagName === 'iframe');
  if (!isShown || textContent(words, context).trim() === '') return nodes;
  const [space] = words;
  if (space?.type === 'text') space.value = space.value.trimStart();
  return [{ ...first, children: [shown] }, { ...first, children: words }, ...rest];
}

/** Whether a block is a paragraph that says something: a picture alone, or a link that stands for what is not there, says nothing. */
function isWords(node: ElementContent, context: PostContext): boolean {
  if (node.type !== 'element' || node.tagName !== 'p') return false;
  const saying = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = saying;
  if (saying.every((child) => child.type === 'element' && shows(child))) return false;
  if (
    saying.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'a' &&
    !textContent(only.children, context).includes(' ')
  )
    return false;
  return true;
}

function shows({ tagName, children }: Element): boolean {
  if (tagName === 'img' || tagName === 'iframe' || tagName === 'br') return true;
  return (
    tagName === 'a' &&
    children.length > 0 &&
    children.every((child) => child.type === 'element' && shows(child))
  );
}
