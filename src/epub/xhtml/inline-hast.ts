import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Image, Inline, Link, MissingImage, NoteReference, Span, Text } from '../../document/inline.ts';
import { externalHref } from './external-href.ts';
import { breaksBefore, pageBreakHast } from './page-break-hast.ts';
import type { BreakInText } from './place-page-breaks.ts';
import { spanElements } from './span-elements.ts';
import { commonProperties, inside, type XhtmlContext } from './xhtml-context.ts';

/** The hast of inline content. Nothing of its text is left out. */
export function inlineHast(inlines: readonly Inline[], context: XhtmlContext): ElementContent[] {
  return inlines.flatMap((inline, index) => [
    ...breaksBefore(inline, context),
    ...oneInline(inline, inlines[index - 1], context),
  ]);
}

function oneInline(inline: Inline, before: Inline | undefined, context: XhtmlContext): ElementContent[] {
  switch (inline.type) {
    case 'text':
      return textHast(inline, context);
    case 'break':
      return [h('br', commonProperties(inline))];
    case 'span':
      return [spanHast(inline, context)];
    case 'link':
      return [linkHast(inline, context)];
    case 'note-reference':
      return [noteReferenceHast(inline, before, context)];
    case 'image':
    case 'missing-image':
      return [imageHast(inline, context)];
    case 'ruby': {
      const around = inside(inline, context);
      const annotation = h('rt', inlineHast(inline.annotation, around));
      return [h('ruby', commonProperties(inline), inlineHast(inline.base, around), annotation)];
    }
  }
}

function textHast(text: Text, context: XhtmlContext): ElementContent[] {
  const breaks = context.pageBreaks.inText.get(text);
  const content = breaks ? textWithBreaks(text, breaks, context) : characters(text.value);
  const plain = text.lang === undefined && text.dir === undefined && text.id === undefined;
  return plain ? content : [h('span', commonProperties(text), content)];
}

function textWithBreaks(text: Text, breaks: readonly BreakInText[], context: XhtmlContext): ElementContent[] {
  const pieces = breaks.flatMap((pageBreak, number) => {
    const end = breaks[number + 1]?.index;
    return [pageBreakHast(pageBreak, context), ...characters(text.value.slice(pageBreak.index, end))];
  });
  return [...characters(text.value.slice(0, breaks[0]?.index)), ...pieces];
}

/** Characters with a place to break the line for each U+200B, which some reading systems draw as a box. */
function characters(text: string): ElementContent[] {
  return text
    .split('\u200B')
    .flatMap((value, index): ElementContent[] => [
      ...(index > 0 ? [h('wbr')] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ]);
}

/** One line of code: every character as it is in the source. */
export function codeText(text: Text): ElementContent {
  const value: ElementContent = { type: 'text', value: text.value };
  const plain = text.lang === undefined && text.dir === undefined && text.id === undefined;
  return plain ? value : h('span', commonProperties(text), value);
}

function spanHast(span: Span, context: XhtmlContext): ElementContent {
  const { tagName, properties } = spanElements[span.kind](span);
  const children = inlineHast(span.children, inside(span, context));
  return h(tagName, { ...commonProperties(span), ...properties }, children);
}

function linkHast(link: Link, context: XhtmlContext): ElementContent {
  const properties: Properties = { ...commonProperties(link), title: link.title };
  const children = inlineHast(link.children, inside(link, context));
  const { target } = link;
  if (target.kind === 'internal') return h('a', { ...properties, href: context.hrefOf(target.id) }, children);
  const href = externalHref(target.url);
  return href === undefined ? h('span', properties, children) : h('a', { ...properties, href }, children);
}

/** Directly behind another one it stands apart, or notes 2 and 3 would be note 23. */
function noteReferenceHast(
  reference: NoteReference,
  before: Inline | undefined,
  context: XhtmlContext,
): ElementContent {
  const properties = {
    ...commonProperties(reference),
    className: before?.type === 'note-reference' && 'next-note',
    role: 'doc-noteref',
    'epub:type': 'noteref',
    href: context.hrefOf(reference.noteId),
  };
  return h('a', properties, reference.label);
}

/** A picture, or the words that stand in its place. A picture without a text alternative gets none: it is never made up. */
export function imageHast(image: Image | MissingImage, context: XhtmlContext): ElementContent {
  if (image.type === 'missing-image') {
    const properties = { ...commonProperties(image), className: 'missing-image' };
    return h('span', properties, inlineHast(image.children, inside(image, context)));
  }
  const alternative = image.decorative ? { alt: '', role: 'presentation' } : { alt: image.alt };
  return h('img', {
    ...commonProperties(image),
    src: context.imageHref(image.imageId),
    ...alternative,
    ...detailsProperties(image, context),
    width: image.widthPx && Math.round(image.widthPx),
    height: image.heightPx && Math.round(image.heightPx),
  });
}

/** An element can only refer to another one of its file: where a chapter is in parts, the description may lie in the next. */
function detailsProperties({ detailsId }: Image, context: XhtmlContext): { readonly ariaDetails?: string } {
  const href = detailsId === undefined ? '' : context.hrefOf(detailsId);
  return href.startsWith('#') ? { ariaDetails: href.slice(1) } : {};
}
