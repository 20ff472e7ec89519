import type { Figure } from '../../../document/document.ts';
import type { Inline, Link } from '../../../document/inline.ts';
import { pixelPt, type BlockStyle, type LayoutContext } from '../context.ts';
import type { FlowImage, FlowMark } from '../flow-mark.ts';
import { inBox, spacer, withGapOf, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import type { Item } from '../inline/inline-tag.ts';
import { pictureAddress, pictureLink } from '../inline/picture-link.ts';
import { layoutLines } from '../inline/layout-lines.ts';

/**
 * A picture scaled into the measure and the page, below it where it leads, if that is printed, and its caption, all kept
 * with each other.
 */
export function layoutFigure(figure: Figure, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { theme } = context;
  const captionStyle = { ...style, size: theme.type.caption, colour: theme.colours.soft };
  const caption = figure.caption ? inlineItems(figure.caption.children, captionStyle, context) : [];
  const below = [pictureAddress(figure, captionStyle, context), caption]
    .filter((items) => items.length > 0)
    .map((items) => layoutLines(items, captionStyle, context))
    .map((lines) => withGapOf(lines, theme.metrics.figure.captionGapPt));
  const captionPt = below.flat().reduce((sum, unit) => sum + unit.heightPt, 0);
  const parts = [pictureUnits(figure, style, { context, captionPt }), ...below];
  return parts.flatMap((units, index) => (index < parts.length - 1 ? units.map(kept) : units));
}

function kept(unit: Unit): Unit {
  return { ...unit, keepWithNext: true };
}

function pictureUnits(
  figure: Figure,
  style: BlockStyle,
  at: { readonly context: LayoutContext; readonly captionPt: number },
): readonly Unit[] {
  const { context } = at;
  const { missingPadPt, pageShare, leastPageShare } = context.theme.metrics.figure;
  const { image } = figure;
  if (image.type === 'missing-image') {
    const inner = { ...style, start: style.start + missingPadPt, widthPt: style.widthPt - 2 * missingPadPt };
    const words = layoutLines(
      missingItems(figure, image.children, { style: inner, context }),
      inner,
      context,
    );
    const units = [
      spacer(missingPadPt),
      ...words.map((unit) => ({ ...unit, keepWithNext: true })),
      { ...spacer(missingPadPt), keepWithNext: false },
    ];
    const frame = { colour: context.theme.colours.rule, widthPt: context.theme.metrics.box.framePt };
    return inBox(units, { start: style.start, widthPt: style.widthPt, frame });
  }
  const asset = context.assets.get(image.imageId);
  if (!asset) return [];
  const ratio = asset.heightPx / asset.widthPx;
  const naturalPt =
    (image.widthPx ?? (image.heightPx === undefined ? asset.widthPx : image.heightPx / ratio)) * pixelPt;
  const roomPt = Math.max(
    context.pageHeightPt * pageShare - at.captionPt,
    context.pageHeightPt * leastPageShare,
  );
  const widthPt = Math.min(naturalPt, style.widthPt, roomPt / ratio);
  const heightPt = widthPt * ratio;
  const slot = context.structure.slots.get(image) ?? null;
  const offset = image.offset === undefined ? {} : { offset: image.offset };
  const picture: FlowImage = {
    type: 'image',
    start: style.start,
    y: 0,
    widthPt,
    heightPt,
    asset,
    slot,
    ...offset,
  };
  const marks: FlowMark[] = [picture, ...linkMark(figure, picture, context)];
  return [{ heightPt, gapPt: 0, keepWithNext: false, marks, notes: [], boxes: [] }];
}

/** The words of a picture that is missing: where it was a link, they are. */
function missingItems(
  figure: Figure,
  children: readonly Inline[],
  { style, context }: { readonly style: BlockStyle; readonly context: LayoutContext },
): readonly Item[] {
  const elem = context.structure.links.get(figure);
  if (!figure.link || !elem) return inlineItems(children, style, context);
  const link: Link = { type: 'link', target: figure.link, children };
  const slot = context.structure.addresses.get(figure);
  const addresses = new Map(slot && [[link, slot]]);
  const structure = { ...context.structure, links: new Map([[link, elem]]), addresses };
  return inlineItems([link], style, { ...context, structure });
}

function linkMark(figure: Figure, picture: FlowImage, context: LayoutContext): readonly FlowMark[] {
  const { start, y, widthPt, heightPt } = picture;
  const link = pictureLink(figure, context);
  if (!link) return [];
  const { elem, target, contents } = link;
  return [{ type: 'link', start, y, widthPt, heightPt, elem, target, contents }];
}
