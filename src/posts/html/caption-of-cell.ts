import type { Element } from 'hast';
import { placeOf } from '../context/place-of.ts';
import type { PostContext } from '../context/post-context.ts';
import { type CellOptions, saysNo } from './cell-options.ts';
import { textContent } from './anchors.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { markerFacts } from './markers.ts';

/**
 * The code of a cell that is not printed, with the caption of what it would show: references lead there. The code alone where it has no
 * caption, or where nothing of the cell is shown.
 */
export function withCaption(code: Element, { values }: CellOptions, context: PostContext): Element {
  const words = values.get('fig-cap') ?? values.get('tbl-cap');
  const position = placeOf(code);
  if (!words || position === undefined || saysNo(values.get('include'))) return code;
  const { hidden, ...names } = code.properties;
  const children = inlineMarkdown(words, position, context);
  const properties = { ...names, ...markerFacts(context, { words: textContent(children, context) }) };
  const caption: Element = { type: 'element', tagName: 'p', properties, children, position };
  return {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: [{ ...code, properties: { hidden } }, caption],
    position,
  };
}
