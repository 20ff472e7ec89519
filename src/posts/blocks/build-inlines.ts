import { hasVisibleText } from '../../characters/visible-text.ts';
import type { Element, ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { Image, Inline, MissingImage, NoteReference, SpanKind } from '../../document/inline.ts';
import { missingImage } from '../../document/replace-missing-images.ts';
import { wordsOnly } from '../../document/words-only.ts';
import { appendAll } from '../../lists/append-all.ts';
import { baseOf, type Builder, property, reportAttributes } from './builder.ts';
import { choosePictures } from './choose-pictures.ts';
import { cleanCode, cleanText } from './clean-text.ts';
import { captionWith, descriptionLink, detailsOf } from './descriptions.ts';
import { linkMedia } from '../html/link-media.ts';
import { reportDropped, reportUnwrapped } from '../html/report-html.ts';
import { elementName, factOf } from '../html/markers.ts';
import { placeOf } from '../context/place-of.ts';
import { report } from '../context/post-context.ts';
import { blockElements, droppedElements } from '../html/raw-html.ts';
import { inlineNote, noteReference, withReferences } from './note-references.ts';
import { resolveImage, savedImage } from './resolve-image.ts';
import { resolveLink } from './resolve-link.ts';

type InlineHandler = (element: Element, builder: Builder) => readonly Inline[];

const spanKinds: Readonly<Record<string, SpanKind>> = {
  em: 'emphasis',
  strong: 'strong',
  del: 'deletion',
  s: 'deletion',
  ins: 'insertion',
  code: 'code',
  kbd: 'keyboard',
  samp: 'sample',
  var: 'variable',
  b: 'bold',
  i: 'italic',
  u: 'underline',
  small: 'small',
  mark: 'mark',
  sub: 'subscript',
  sup: 'superscript',
  cite: 'cite',
  dfn: 'definition',
  abbr: 'abbreviation',
  time: 'time',
};

const handlers: Readonly<Record<string, InlineHandler>> = {
  ...Object.fromEntries(Object.entries(spanKinds).map(([name, kind]) => [name, spanHandler(kind)])),
  a: link,
  span: plainSpan,
  bdi: plainSpan,
  bdo: plainSpan,
  br: (element, builder) => [{ type: 'break', ...baseOf(element, builder) }],
  wbr: (element, { context }) => {
    reportAttributes(element, context);
    return [{ type: 'text', value: '\u200b', offset: 0 }];
  },
  img: captionedImage,
  q: quotation,
  ruby,
  'tagleaf:note-reference': noteReference,
  'tagleaf:inline-note': inlineNote,
  'tagleaf:citation': plainSpan,
};

/** The inline content of HTML nodes, spaces as the source has them (see `tidyInlines`). */
export function inlinesOf(nodes: readonly ElementContent[], builder: Builder): readonly Inline[] {
  return linkMedia(choosePictures(nodes, builder.context), builder.context).flatMap((node) =>
    node.type === 'element' ? elementInlines(node, builder) : textInlines(node, builder),
  );
}

function textInlines(node: Exclude<ElementContent, Element>, builder: Builder): readonly Inline[] {
  if (node.type !== 'text') return [];
  const place = placeOf(node);
  const value = cleanText(node.value, place, builder.context);
  const spaces = /(?<=\S) {3,}(?=\S)/u.exec(value)?.[0];
  if (spaces !== undefined) {
    report(builder.context, 'space-run', { reason: `Run of ${spaces.length} spaces`, place });
  }
  return value === ''
    ? []
    : withReferences({ type: 'text', value, offset: 0, ...(place && { place }) }, builder);
}

function elementInlines(element: Element, builder: Builder): readonly Inline[] {
  const name = elementName(builder.context, element);
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler !== undefined) return handler(element, builder);
  if (droppedElements.has(name)) {
    reportDropped(element, builder.context);
    return [];
  }
  reportUnwrapped(element, builder.context);
  const children = inlinesOf(element.children, builder);
  // The words of blocks in a phrase, and of lines of a drawing, must not run into each other.
  return blockElements.has(name) || isLineOfDrawing(element)
    ? [{ type: 'break' }, ...children, { type: 'break' }]
    : children;
}

/** Whether it is a text of SVG, or a stretch of one that stands at a place of its own; a stretch without one may be part of a word. */
function isLineOfDrawing({ tagName, properties }: Element): boolean {
  if (tagName === 'tspan') return ['x', 'y', 'dy'].some((name) => properties[name] !== undefined);
  return ['desc', 'foreignObject', 'text', 'title'].includes(tagName);
}

function holdsLetters({ children }: Element): boolean {
  return children.some((child) =>
    child.type === 'element'
      ? holdsLetters(child)
      : child.type === 'text' && /[\p{L}\p{N}]/u.test(child.value),
  );
}

function spanHandler(kind: SpanKind): InlineHandler {
  return (element, around) => {
    // No reading system knows which of two terms in each other is defined (HTML §4.5.8).
    if (kind === 'definition' && around.insideTerm) {
      reportUnwrapped(element, around.context);
      return inlinesOf(element.children, around);
    }
    const builder = kind === 'definition' ? { ...around, insideTerm: true } : around;
    const base = baseOf(element, builder);
    const expansion =
      kind === 'abbreviation' || kind === 'definition'
        ? property(element, 'title')?.replace(/\s+/gu, ' ')
        : undefined;
    const datetime = kind === 'time' ? property(element, 'dateTime') : undefined;
    const children = kind === 'code' ? codeInlines(element, builder) : inlinesOf(element.children, builder);
    if (children.length === 0 && base.id === undefined) return [];
    return [
      {
        type: 'span',
        kind,
        ...base,
        ...(expansion ? { expansion } : {}),
        ...(datetime ? { datetime } : {}),
        children,
      },
    ];
  };
}

/** HTML leaves the marks of a quotation to the style sheet (HTML §4.5.7); here they are words, equal in both formats. */
function quotation(element: Element, builder: Builder): readonly Inline[] {
  const { words } = builder.strings;
  const inner = builder.insideQuotation;
  const children = inlinesOf(element.children, { ...builder, insideQuotation: !inner });
  if (children.length === 0) return [];
  const open = words[inner ? 'quotationOpenInner' : 'quotationOpen'];
  const close = words[inner ? 'quotationCloseInner' : 'quotationClose'];
  const mark = (value: string): Inline => ({ type: 'text', value, offset: 0 });
  const base = baseOf(element, builder);
  return [{ type: 'span', kind: 'quotation', ...base, children: [mark(open), ...children, mark(close)] }];
}

/** In code `[^x]` is not a note and line ends are spaces. */
function codeInlines(element: Element, builder: Builder): readonly Inline[] {
  return element.children.flatMap((child): readonly Inline[] => {
    if (child.type === 'element') return elementInlines(child, builder);
    if (child.type !== 'text') return [];
    const place = placeOf(child) ?? placeOf(element);
    const value = cleanCode(child.value, place, builder.context).replace(/[\r\n]+/gu, ' ');
    return value === '' ? [] : [{ type: 'text', value, offset: 0, ...(place && { place }) }];
  });
}

function plainSpan(element: Element, builder: Builder): readonly Inline[] {
  const base = baseOf(element, builder);
  const children = inlinesOf(element.children, builder);
  const says = base.lang !== undefined || base.dir !== undefined || base.id !== undefined;
  return says ? [{ type: 'span', kind: 'language', ...base, children }] : children;
}

function link(element: Element, builder: Builder): readonly Inline[] {
  const href = property(element, 'href');
  if (href === undefined) return plainSpan(element, builder);
  const base = baseOf(element, builder);
  const { inside, after } = hoistReferences(inlinesOf(element.children, builder));
  if (inside.every(showsNothing)) {
    reportEmptyLink(href, base.place, builder);
    return [...wordsOnly(base, []), ...after];
  }
  const target = resolveLink(href, base.place, builder);
  const title = property(element, 'title');
  if (target === undefined) {
    if (title) reportTitle(`Title “${title}” of a link that leads nowhere`, base.place, builder);
    return [...wordsOnly(base, inside), ...after];
  }
  const isOpen =
    factOf(builder.context, element, 'reference') === 'open' &&
    target.kind === 'internal' &&
    target.id.includes('#');
  const facts = { ...(title ? { title } : {}), ...(isOpen && { isOpen }) };
  return [{ type: 'link', ...base, target, ...facts, children: inside }, ...after];
}

/** Whether a reader sees nothing: no words, and of a picture that was refused no alternative. */
export function showsNothing(inline: Inline): boolean {
  if (inline.type === 'missing-image') return inline.children.length === 0;
  return inline.type === 'text' && !hasVisibleText(inline.value);
}

/** Tells that a link was taken away because nothing shows it. */
export function reportEmptyLink(href: string, place: Place | undefined, { context }: Builder): void {
  report(context, 'link-empty', { reason: `Link to “${href}” has no words`, place });
}

/** Links never nest, and a note reference is one: references move behind the link. */
function hoistReferences(inlines: readonly Inline[]): {
  inside: readonly Inline[];
  after: readonly NoteReference[];
} {
  const after: NoteReference[] = [];
  const without = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes.flatMap((node): readonly Inline[] => {
      switch (node.type) {
        case 'note-reference':
          after.push(node);
          return [];
        case 'link':
          return without(node.children);
        case 'span':
          return [{ ...node, children: without(node.children) }];
        default:
          return [node];
      }
    });
  return { inside: without(inlines), after };
}

/**
 * A picture in a line; what a tag says below it stands behind it, since a line has no captions. For the same reason its title is
 * told, and not shown.
 */
function captionedImage(element: Element, builder: Builder): readonly Inline[] {
  const made = image(element, builder);
  const words = captionWith(inlinesOf(element.children, builder), descriptionLink(element, builder));
  const title = property(element, 'title');
  if (title && words.length === 0)
    reportTitle(`Title “${title}” of a picture in a line`, made.place, builder);
  return words.length === 0 ? [made] : [made, { type: 'text', value: ' ', offset: 0 }, ...words];
}

function reportTitle(what: string, place: Place | undefined, { context }: Builder): void {
  report(context, 'html-attr-dropped', { reason: `${what} left out`, place });
}

/** The picture of an `img`; where its address is refused, its words. */
export function image(element: Element, builder: Builder): Image | MissingImage {
  const source = property(element, 'src') ?? '';
  const written = property(element, 'alt');
  const base = baseOf(element, builder);
  const alt = cleanText(written ?? '', base.place, builder.context)
    .replace(/\s+/gu, ' ')
    .trim();
  const facts = {
    ...base,
    source,
    ...(hasVisibleText(alt) && { alt }),
    decorative: written === '',
    ...detailsOf(element, builder),
    ...pixels('widthPx', element.properties['width']),
    ...pixels('heightPx', element.properties['height']),
  };
  const saved = savedImage(source, base.place, builder.context);
  if (saved) return { type: 'image', ...facts, imageId: saved.imageId, savedSha256: saved.sha256 };
  const imageId = resolveImage(source, base.place, builder.context);
  return imageId === undefined
    ? missingImage({ ...facts, imageId: source })
    : { type: 'image', imageId, ...facts };
}

function pixels(name: 'widthPx' | 'heightPx', value: unknown): { widthPx?: number; heightPx?: number } {
  const number =
    typeof value === 'number'
      ? value
      : /^\d{1,5}(?:px)?$/u.test(String(value))
        ? parseInt(String(value), 10)
        : 0;
  return number > 0 ? { [name]: number } : {};
}

function ruby(element: Element, builder: Builder): readonly Inline[] {
  const base: ElementContent[] = [];
  const annotation: ElementContent[] = [];
  for (const child of element.children) {
    const name = child.type === 'element' ? child.tagName : '';
    // Brackets for readers without ruby are not needed: both outputs have it.
    if (child.type === 'element' && name === 'rp') {
      if (holdsLetters(child)) reportDropped(child, builder.context);
      continue;
    }
    if (child.type === 'element' && (name === 'rt' || name === 'rb')) {
      reportAttributes(child, builder.context);
      const { lang, dir } = child.properties;
      const own: readonly ElementContent[] =
        lang === undefined && dir === undefined
          ? child.children
          : [{ ...child, tagName: 'span', properties: { lang, dir } }];
      appendAll(name === 'rt' ? annotation : base, own);
    } else base.push(child);
  }
  const annotated = inlinesOf(annotation, builder);
  if (annotated.length === 0) return inlinesOf(base, builder);
  return [
    { type: 'ruby', ...baseOf(element, builder), base: inlinesOf(base, builder), annotation: annotated },
  ];
}
