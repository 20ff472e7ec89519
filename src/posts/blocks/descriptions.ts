import type { Element } from 'hast';
import { appendAll } from '../../lists/append-all.ts';
import type { Block, Figure, Group, Paragraph } from '../../document/document.ts';
import type { Image, Inline, Link } from '../../document/inline.ts';
import { placeOf } from '../context/place-of.ts';
import { report } from '../context/post-context.ts';
import { generatedLabel, splitLabel } from './labels.ts';
import { baseOf, type Builder, property, type Surroundings } from './builder.ts';
import { resolveLink } from './resolve-link.ts';

/** What a picture shows at length: a group that begins with the words of the author for it, or those of the product. */
export function buildDescription(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const base = baseOf(element, builder);
  const { label, content } = splitLabel(element, builder);
  const children = builder.blocks(content, around);
  if (children.length === 0) return label ? [label] : [];
  const heading: Paragraph = { ...(label ?? generatedLabel('longDescription', builder)), role: 'summary' };
  const id = base.id ?? builder.anchors.unique('description');
  return [{ type: 'group', role: 'description', ...base, id, children: [heading, ...children] }];
}

/** The same blocks, in which a picture that a description follows names it. */
export function withDescribed(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(isDescription)) return blocks;
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    return block.type === 'figure' && next && isDescription(next) ? described(block, next) : block;
  });
}

/** Whether a block is what a picture shows at length. */
export function isDescription(block: Block): block is Group & { readonly id: string } {
  return block.type === 'group' && block.role === 'description' && block.id !== undefined;
}

/** A figure whose picture names what describes it; one that says nothing, or cannot be shown, has nothing to describe. */
function described(figure: Figure, { id }: { readonly id: string }): Figure {
  const { image } = figure;
  if (image.type !== 'image' || image.decorative || image.detailsId !== undefined) return figure;
  return { ...figure, image: { ...image, detailsId: id } };
}

/** What an `img` names as its description: a place of the post (WAI-ARIA 1.2 §6.6), also by the older `longdesc`. */
export function detailsOf(element: Element, { anchors, context }: Builder): Pick<Image, 'detailsId'> {
  for (const [key, name] of [
    ['ariaDetails', 'aria-details'],
    ['ariaDescribedBy', 'aria-describedby'],
  ] as const) {
    const written = element.properties[key];
    const ids = Array.isArray(written) ? written.map(String) : String(written ?? '').split(/\s+/u);
    for (const id of ids) {
      const detailsId = anchors.targets.get(id);
      if (detailsId !== undefined) return { detailsId };
      if (id === '') continue;
      const reason = `Attribute “${name}” of <img> left out: no target “#${id}”`;
      report(context, 'html-attr-dropped', { reason, place: placeOf(element) });
    }
  }
  const fragment = property(element, 'longDesc')?.trim() ?? '';
  const detailsId = fragment.startsWith('#') ? anchors.targets.get(fragment.slice(1)) : undefined;
  return detailsId === undefined ? {} : { detailsId };
}

/** A figure whose caption ends with a link to the description that `longdesc` names: nothing leads there from the picture itself. */
export function withDescriptionLink(figure: Figure, element: Element, builder: Builder): Figure {
  const link = descriptionLink(element, builder);
  if (link.length === 0) return figure;
  const { place } = figure;
  const own: Paragraph = figure.caption ?? {
    type: 'paragraph',
    role: 'caption',
    ...(place && { place }),
    children: [],
  };
  return { ...figure, caption: { ...own, children: captionWith(own.children, link) } };
}

/** A link to the description that `longdesc` names. */
export function descriptionLink(element: Element, builder: Builder): readonly Inline[] {
  const address = property(element, 'longDesc');
  if (address === undefined || address.trim() === '') return [];
  const place = placeOf(element);
  const target = resolveLink(address, place, builder);
  if (target === undefined) return [];
  const { children, lang } = generatedLabel('longDescription', builder);
  const reading = { ...(place && { place }), ...(lang !== undefined && { lang }) };
  const link: Link = { type: 'link', target, ...reading, children };
  return [link];
}

/** A caption with more words behind its own. */
export function captionWith(words: readonly Inline[], more: readonly Inline[]): readonly Inline[] {
  if (more.length === 0) return words;
  const all: Inline[] = [...words];
  if (all.length > 0) all.push({ type: 'text', value: ' ', offset: 0 });
  appendAll(all, more);
  return all;
}
