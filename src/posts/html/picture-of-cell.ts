import type { Element } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { PostContext } from '../context/post-context.ts';
import { type CellOptions, saysNo } from './cell-options.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { markerFacts } from './markers.ts';
import { pictureElement } from './picture-element.ts';

/**
 * The figure of what a cell shows which does nothing but show a file (`knitr::include_graphics("map.png")`); `undefined` of other code.
 * Its caption is an element, since HTML that is read anew keeps nothing within a picture.
 */
export function pictureOfCell(
  { label, values, code }: CellOptions,
  position: Place,
  context: PostContext,
): Element | undefined {
  const [, , src] =
    saysNo(values.get('eval')) || saysNo(values.get('include')) ? [] : (showing.exec(code) ?? []);
  if (src === undefined) return undefined;
  const alt = values.get('fig-alt');
  const words = values.get('fig-cap');
  const image = pictureElement({ type: 'image', src, ...(alt && { alt }) }, position, context);
  const caption = words ? inlineMarkdown(words, position, context) : [];
  const element = { type: 'element', position } as const;
  return {
    ...element,
    tagName: 'figure',
    properties: label === undefined ? {} : markerFacts(context, { labels: label }),
    children: [
      image,
      ...(words ? [{ ...element, tagName: 'figcaption', properties: {}, children: caption }] : []),
    ],
  };
}

const showing = /^\s*(?:knitr::)?include_graphics\(\s*(["'])([^"'\\\n]+)\1\s*(?:,[^()"'\n]{0,200})?\)\s*$/u;
