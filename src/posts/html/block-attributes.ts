import type { Element, Properties } from 'hast';
import { isHidden } from '../../document/is-hidden.ts';
import type { AttributeList, Markup } from '../generators/markup.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';

/** Attributes in braces, and where they stand. */
export interface Attributed {
  readonly markup: Markup;
  readonly attributes: AttributeList;
}

/** Attributes that stand on lines of their own. */
export interface BlockAttributes {
  /** By the offset at which the block before them ends. */
  readonly ends: Map<number, Attributed>;
  /** By the offset at which the block behind them begins. */
  readonly starts: Map<number, Attributed>;
}

/** Attributes that stand on a line of their own: of the block right before them, else of the one right behind; tells of those that are left out. */
export function blockAttributes(context: PostContext): BlockAttributes {
  const ends = new Map<number, Attributed>();
  const starts = new Map<number, Attributed>();
  const bodyStart = context.matter?.block.close ?? 0;
  for (const markup of context.masked.blank) {
    const { content, start } = markup;
    if (content.type !== 'attributes' || context.markupInCode.has(markup)) continue;
    const { attributes } = content;
    const before = context.source.slice(Math.max(0, start - 1000), start);
    const offset = start - (before.length - before.replace(/(?<![\s>])[\s>]+$/u, '').length);
    // Front matter is no block.
    const attached =
      offset > bodyStart && !/(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/u.test(context.source.slice(offset, start));
    const kept = Object.keys(attributesOf(attributes)).length;
    const isOfCode =
      attached && languageClass(attributes) !== undefined && endsInFence(context.source, offset);
    const known = kept + (attributes.named['start'] === undefined ? 0 : 1) + (isOfCode ? 1 : 0);
    const toc = attached && contents.test(markup.written);
    if (toc || isOfCode || (attached && kept > 0)) ends.set(offset, { markup, attributes });
    if (toc) continue;
    const next = attached || kept === 0 ? undefined : blockBehind(markup, context);
    if (next !== undefined) starts.set(next, { markup, attributes });
    const isLost = !attached && kept > 0 && next === undefined;
    if (isLost) reportUntaken({ markup, attributes }, context);
    else if (known < attributeCount(attributes)) reportLeft(markup, context);
  }
  return { ends, starts };
}

/** The language that a class of code names (`{: .language-ruby}`). */
export function languageClass({ classes }: AttributeList): string | undefined {
  return classes.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}

function endsInFence(source: string, offset: number): boolean {
  return ['```', '~~~'].includes(source.slice(offset - 3, offset));
}

/** Where the block on the next line begins; `undefined` where that line is empty. */
function blockBehind({ end }: Markup, { source }: PostContext): number | undefined {
  const [space = ''] = /^[ \t]*(?:\r\n?|\n)[ \t>]*/u.exec(source.slice(end, end + 1000)) ?? [];
  const begin = end + space.length;
  return space !== '' && begin < source.length && !/[\r\n]/u.test(source.charAt(begin)) ? begin : undefined;
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

/** Tells of attributes that nothing took: only with a colon behind the brace are they markup wherever they stand, else sites print them. */
export function reportUntaken({ markup, attributes }: Attributed, context: PostContext): void {
  const { written, start, end } = markup;
  if (written.startsWith('{:') || Object.keys(attributesOf(attributes)).length === 0) {
    reportLeft(markup, context);
    return;
  }
  const reason = `“${written}” stands beside nothing and was left out: put it on the line right above or below what it is said of`;
  report(context, 'markup-visible', { reason, place: placeAt(context, start, end) });
}

/** The attributes that an element keeps. */
export function attributesOf({ id, named }: AttributeList): Properties {
  const kept: Properties = id === undefined ? {} : { id };
  for (const name of ['lang', 'dir', 'title', 'alt', 'width', 'height', 'name']) {
    if (named[name] !== undefined) kept[name] = named[name];
  }
  if (isHidden(named)) kept['hidden'] = named['hidden'] ?? true;
  return kept;
}

/** How many things a list of attributes says. */
export function attributeCount({ id, classes, named, references }: AttributeList): number {
  return (id === undefined ? 0 : 1) + classes.length + Object.keys(named).length + references.length;
}

/** The attributes of a block; the outermost block that ends or begins beside them takes them. */
export function takeAttributes(node: Element, { ends, starts }: BlockAttributes): Attributed | undefined {
  const place = ends.size + starts.size === 0 ? undefined : placeOf(node);
  if (place === undefined) return undefined;
  const { start, end } = place;
  const behind = ends.get(end.offset);
  const found = behind ?? starts.get(start.offset);
  if (behind) ends.delete(end.offset);
  else if (found) starts.delete(start.offset);
  return found;
}
