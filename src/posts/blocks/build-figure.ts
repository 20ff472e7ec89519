import { saysSomething } from '../../document/says-something.ts';
import { hasVisibleText } from '../../characters/visible-text.ts';
import type { Element, ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { Block, Figure, Paragraph } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import type { NodeBase } from '../../document/node-base.ts';
import { image, reportEmptyLink, showsNothing } from './build-inlines.ts';
import { baseOf, type Builder, property, type Surroundings } from './builder.ts';
import { choosePictures } from './choose-pictures.ts';
import { isDescription, withDescriptionLink } from './descriptions.ts';
import { cleanText } from './clean-text.ts';
import { placeOf } from '../context/place-of.ts';
import { resolveLink } from './resolve-link.ts';
import { tidyInlines } from './tidy-inlines.ts';

/** The figure of a paragraph that holds a picture and nothing else, also where the picture is a link. */
export function figureOfParagraph(element: Element, builder: Builder): Figure | undefined {
  const { context } = builder;
  const only = onlyElement(choosePictures(element.children, context));
  if (only?.tagName === 'img') return { ...linkedFigure(only, builder), ...anchorOf(element, builder) };
  if (only?.tagName !== 'a') return undefined;
  const inner = onlyElement(choosePictures(only.children, context));
  const href = property(only, 'href');
  if (inner?.tagName !== 'img' || href === undefined) return undefined;
  const figure = { ...linkedFigure(inner, builder), ...anchorOf(element, builder) };
  if (showsNothing(figure.image)) {
    reportEmptyLink(href, placeOf(only), builder);
    return figure;
  }
  const link = resolveLink(href, placeOf(only), builder);
  return { ...figure, ...(link && { link }) };
}

/** The same, with a link to where the `img` says that its description is. */
function linkedFigure(element: Element, builder: Builder): Figure {
  return withDescriptionLink(figureOf(element, builder), element, builder);
}

/** The figure of an `img`; the title is its caption. */
function figureOf(element: Element, builder: Builder): Figure {
  const made = image(element, builder);
  const { place } = made;
  const words = captionOf(element, place, builder);
  const caption: Paragraph | undefined =
    words.length === 0
      ? undefined
      : { type: 'paragraph', role: 'caption', ...(place && { place }), children: words };
  return { type: 'figure', ...(place && { place }), image: made, ...(caption && { caption }) };
}

/** What a tag says below its picture (only `meaningNodes` gives an `img` content), else the letters of its title. */
function captionOf(element: Element, place: Place | undefined, builder: Builder): readonly Inline[] {
  if (element.children.length > 0) return tidyInlines(builder.inlines(element.children));
  const title = property(element, 'title');
  if (!title) return [];
  const value = cleanText(title, place, builder.context).replace(/\s+/gu, ' ').trim();
  if (!hasVisibleText(value)) return [];
  return [{ type: 'text', value, offset: 0, ...(place && { place }) }];
}

function anchorOf(element: Element, builder: Builder): { id?: string } {
  const { id } = baseOf(element, builder);
  return id === undefined ? {} : { id };
}

function onlyElement(nodes: readonly ElementContent[]): Element | undefined {
  const saying = nodes.filter(
    (node) => node.type !== 'comment' && !(node.type === 'text' && node.value.trim() === ''),
  );
  const [only] = saying;
  return saying.length === 1 && only?.type === 'element' ? only : undefined;
}

/** An HTML `figure`: its caption goes to the one picture, table or code block in it; else all is kept side by side. */
export function buildFigureElement(
  element: Element,
  builder: Builder,
  around: Surroundings,
): readonly Block[] {
  const base = baseOf(element, builder);
  const isCaption = (node: ElementContent): boolean =>
    node.type === 'element' && node.tagName === 'figcaption';
  const content = choosePictures(element.children, builder.context).filter((node) => !isCaption(node));
  const only = onlyElement(content);
  const blocks =
    only?.tagName === 'img'
      ? [figureOf(only, builder)]
      : builder.blocks(content, { ...around, holdsNotes: true });
  const captions = builder.blocks(element.children.filter(isCaption), { ...around, holdsNotes: true });
  const [first, ...more] = captioned(blocks, captions, base);
  if (first === undefined) return [];
  const isLinked = first.type === 'figure' && only?.tagName === 'img';
  return [isLinked ? withDescriptionLink(first, only, builder) : first, ...more];
}

/** Joins one block with its caption where the model has a place for it. */
export function captioned(
  blocks: readonly Block[],
  written: readonly Block[],
  base: NodeBase,
): readonly Block[] {
  const captions = written.filter((block) => saysSomething([block]));
  const [first, ...behind] = blocks;
  if (first?.type === 'figure' && behind.length > 0 && behind.every(isDescription))
    return [...captioned([first], written, base), ...behind];
  const block = first && read(first, base);
  const [caption] = captions;
  const identified = base.id === undefined ? {} : { id: base.id };
  if (blocks.length === 1 && block !== undefined && captions.length <= 1) {
    if (caption === undefined && 'id' in identified) return [{ ...block, ...identified } as typeof block]; // Sound: only `id` is set, and every block has it.
    if (caption === undefined) return [block];
    if (caption.type === 'paragraph') {
      const titled: Paragraph = { ...readingIn(base), ...caption, role: 'caption' };
      if (block.type === 'figure' && block.caption === undefined)
        return [{ ...withoutOwnCaption(block, titled), ...identified, caption: titled }];
      if (block.type === 'table' && block.caption === undefined)
        return [{ ...block, ...identified, caption: titled }];
      if (block.type === 'code-block' && block.title === undefined)
        return [{ ...block, ...identified, title: caption.children }];
    }
  }
  const all = [...blocks, ...captions];
  return all.length === 0 ? [] : [{ type: 'group', ...base, children: all }];
}

/** A caption that the picture names as its description is none at length. */
function withoutOwnCaption(figure: Figure, caption: Paragraph): Figure {
  const { image } = figure;
  if (image.type !== 'image' || image.detailsId === undefined || image.detailsId !== caption.id)
    return figure;
  const { detailsId: _detailsId, ...rest } = image;
  return { ...figure, image: rest };
}

/** A block in the language and the direction of the element that gave it its caption, where it has none of its own. */
function read(block: Block, base: NodeBase): Block {
  const reading = readingIn(base);
  if (block.type !== 'figure') return { ...reading, ...block };
  return { ...reading, ...block, image: { ...reading, ...block.image } };
}

function readingIn({ lang, dir }: NodeBase): Pick<NodeBase, 'lang' | 'dir'> {
  return { ...(lang !== undefined && { lang }), ...(dir && { dir }) };
}
