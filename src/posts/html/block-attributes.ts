import type { Properties } from 'hast';
import { isHidden } from '../../document/is-hidden.ts';
import type { AttributeList, Markup } from '../generators/markup.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';

/** Attributes in braces, and where they stand. */
export interface Attributed {
  readonly markup: Markup;
  readonly attributes: AttributeList;
}

/** Attributes that stand on a line of their own, by the offset at which the block before them ends; tells of those that are left out. */
export function blockAttributes(context: PostContext): Map<number, Attributed> {
  const found = new Map<number, Attributed>();
  for (const markup of context.masked.blank) {
    const { content, start } = markup;
    if (content.type !== 'attributes' || context.markupInCode.has(markup)) continue;
    const { attributes } = content;
    const before = context.source.slice(Math.max(0, start - 1000), start);
    const offset = start - (before.length - before.replace(/[\s>]+$/u, '').length);
    // Behind an empty line they belong to the block that follows.
    const attached = !/(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/u.test(context.source.slice(offset, start));
    const kept = Object.keys(attributesOf(attributes)).length;
    const known = kept + (attributes.named['start'] === undefined ? 0 : 1);
    const toc = attached && contents.test(markup.written);
    if (toc || (attached && kept > 0)) found.set(offset, { markup, attributes });
    if (toc) continue;
    if ((!attached && kept > 0) || known < attributeCount(attributes)) reportLeft(markup, context);
  }
  return found;
}

/** kramdown puts the contents of the post in the place of a list with this mark. */
export const contents: RegExp = /^\{:\s*toc\b/u;

/** Tells of attributes that are left out. */
export function reportLeft({ written, start, end }: Markup, context: PostContext): void {
  report(context, 'html-attr-dropped', {
    reason: `Attributes “${written}” left out`,
    place: placeAt(context, start, end),
  });
}

/** The attributes that an element keeps. */
export function attributesOf({ id, named }: AttributeList): Properties {
  const kept: Properties = id === undefined ? {} : { id };
  for (const name of ['lang', 'dir', 'title', 'alt', 'width', 'height']) {
    if (named[name] !== undefined) kept[name] = named[name];
  }
  if (isHidden(named)) kept['hidden'] = true;
  return kept;
}

/** How many things a list of attributes says. */
export function attributeCount({ id, classes, named }: AttributeList): number {
  // A word such as `toc` is none of these, and is left out as well.
  return (id === undefined ? 0 : 1) + classes.length + Object.keys(named).length || 1;
}
