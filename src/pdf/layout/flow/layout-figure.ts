import type { Figure } from '../../../document/document.ts';
import type { Inline, Link } from '../../../document/inline.ts';
import { pixelPt, type BlockStyle, type LayoutContext } from '../context.ts';
import type { FlowImage, FlowMark } from '../flow-mark.ts';
import { inBox, spacer, type Unit } from '../flow-block.ts';
import { inlineItems, type Item } from '../inline/inline-items.ts';
import { linkName } from '../inline/link-name.ts';
import { layoutLines } from '../inline/layout-lines.ts';

/** A picture scaled into the measure and the page, its caption below and kept with it. */
export function layoutFigure(figure: Figure, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { theme } = context;
  const captionStyle = { ...style, size: theme.type.caption, colour: theme.colours.soft };
  const caption = figure.caption
    ? layoutLines(inlineItems(figure.caption.children, captionStyle, context), captionStyle, context)
    : [];
  const captionPt = caption.reduce((sum, unit) => sum + unit.heightPt, 0);
  const [first, ...rest] = caption;
  const captionUnits = first ? [{ ...first, gapPt: theme.metrics.figure.captionGapPt }, ...rest] : [];
  const picture = pictureUnits(figure, style, { context, captionPt });
  return captionUnits.length > 0
    ? [...picture.map((unit) => ({ ...unit, keepWithNext: true })), ...captionUnits]
    : picture;
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
  const marks: FlowMark[] = [picture, ...pictureLink(figure, picture, context)];
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
  const structure = { ...context.structure, links: new Map([[link, elem]]) };
  return inlineItems([link], style, { ...context, structure });
}

function pictureLink(figure: Figure, picture: FlowImage, context: LayoutContext): readonly FlowMark[] {
  const elem = context.structure.links.get(figure);
  if (!figure.link || !elem) return [];
  const { start, y, widthPt, heightPt } = picture;
  const alt = figure.image.type === 'image' ? (figure.image.alt ?? '') : '';
  const contents = linkName({ target: figure.link }, alt, context);
  return [{ type: 'link', start, y, widthPt, heightPt, elem, target: figure.link, contents }];
}
