import type { Element } from 'hast';
import { hasVisibleText } from '../../characters/visible-text.ts';
import { quotable } from '../../characters/quotable.ts';
import { appendAll } from '../../lists/append-all.ts';
import { hasConstruct } from '../dialects/dialect.ts';
import type { AttributeList } from '../generators/markup.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { inlineMarkdown } from './inline-markdown.ts';

/**
 * The alternative that braces behind a picture give it, `alt="…"`, or `fig-alt="…"` of Quarto. The words between its brackets are then its
 * caption where the dialect has such (Pandoc's manual, “Images”), else left out and told.
 */
export function takeAlternative(
  image: Element,
  { named }: AttributeList,
  context: PostContext,
): { readonly alt?: string } {
  const alternative =
    named['alt'] ?? (hasConstruct(context.dialect, 'captions') ? named['fig-alt'] : undefined);
  if (alternative === undefined) return {};
  keepWords(image, alternative, context);
  return { alt: alternative };
}

function keepWords(image: Element, alternative: string, context: PostContext): void {
  const { alt, title } = image.properties;
  const place = placeOf(image);
  if (place === undefined || typeof alt !== 'string' || !hasVisibleText(alt) || alt === alternative) return;
  if (!hasConstruct(context.dialect, 'captions')) {
    const reason = `Words “${quotable(alt)}” of a picture left out: its alternative in braces stands in their place`;
    report(context, 'html-attr-dropped', { reason, place });
    return;
  }
  image.children = inlineMarkdown(wordsBetween(image, context) ?? alt, place, context);
  if (typeof title !== 'string' || !hasVisibleText(title)) return;
  appendAll(image.children, [{ type: 'text', value: ` ${title}`, position: place }]);
}

/** What stands between the brackets on one line, with its markup. */
function wordsBetween(image: Element, { source }: PostContext): string | undefined {
  const { start, end } = placeOf(image) ?? {};
  if (start === undefined || end === undefined || !source.startsWith('![', start.offset)) return undefined;
  let depth = 0;
  for (let at = start.offset + 1; at < end.offset; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '\n' || sign === '\r') return undefined;
    else if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    if (depth === 0) return source.startsWith('(', at + 1) ? source.slice(start.offset + 2, at) : undefined;
  }
  return undefined;
}
