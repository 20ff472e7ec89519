import type { Block, Document, Heading, Paragraph } from '../../../document/document.ts';
import type { TypeSize } from '../../theme/theme.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowMark } from '../flow-mark.ts';
import { keepingWithNext, spacer, stackHeight, withGap, withMarks, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { layoutBlocks } from '../flow/layout-blocks.ts';
import { layoutLines } from '../inline/layout-lines.ts';

/**
 * A title page: the title large under a bar, subtitle and creators below it, and what is of the edition at the foot of the
 * page. What has no room goes on as other text does.
 */
export function titlePageUnits(
  document: Document,
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  const { sparePt: freePt, titleShare, titleTopPageShare } = context.theme.metrics.titlePage;
  const blocks = [...document.titleBlock, ...document.body];
  const isEdition = (block: Block): boolean => block.type === 'paragraph' && block.role === 'dates';
  const upper = [
    ...topSpace(style, titleTopPageShare, context),
    ...blocks
      .filter((block) => !isEdition(block))
      .flatMap((block) => titleBlockUnits(block, { share: titleShare, style }, context)),
  ];
  const lower = blocks
    .filter(isEdition)
    .flatMap((block) => titleBlockUnits(block, { share: titleShare, style }, context));
  const sparePt = context.pageHeightPt - stackHeight([...upper, ...lower]) - freePt;
  if (lower.length === 0 || sparePt < 0) return [...upper, ...lower];
  return [...upper, spacer(sparePt), ...lower];
}

/** The back of the title page: what is of the edition, at its foot. */
export function imprintUnits(document: Document, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { titleShare, imprintGapPt, sparePt: freePt } = context.theme.metrics.titlePage;
  const units = [...document.titleBlock, ...document.body].flatMap((block) =>
    withGap(titleBlockUnits(block, { share: titleShare, style }, context), imprintGapPt),
  );
  // The gap above the first line is below what fills the page.
  const sparePt = context.pageHeightPt - stackHeight([spacer(0), ...units]) - freePt;
  return sparePt < 0 ? units : [spacer(sparePt), ...units];
}

/** The page that heads a division: its title under a bar, and whatever stands below it. */
export function divisionUnits(
  document: Document,
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  const { divisionShare, divisionTopPageShare } = context.theme.metrics.titlePage;
  const title = document.titleBlock.flatMap((block) =>
    titleBlockUnits(block, { share: divisionShare, style }, context),
  );
  return [
    ...topSpace(style, divisionTopPageShare, context),
    ...title,
    ...layoutBlocks(document.body, style, context),
  ];
}

/** The same at the top of a page on which a post begins. */
export function divisionAboveUnits(
  document: Document,
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  const { divisionShare, barGapPt, barPt, divisionGapLeadings } = context.theme.metrics.titlePage;
  const own = { ...style, lang: document.metadata.lang ?? style.lang };
  return keepingWithNext([
    ...barAbove(own, barPt + barGapPt, context),
    ...document.titleBlock.flatMap((block) =>
      titleBlockUnits(block, { share: divisionShare, style: own }, context),
    ),
    ...layoutBlocks(document.body, own, context),
    spacer(style.size.leadingPt * divisionGapLeadings),
  ]);
}

/** The space above a title, the bar at its end: as units, for gaps at the top of a page are dropped. */
function topSpace(style: BlockStyle, share: number, context: LayoutContext): readonly Unit[] {
  return barAbove(style, context.pageHeightPt * share, context);
}

function barAbove(style: BlockStyle, heightPt: number, context: LayoutContext): readonly Unit[] {
  const { barGapPt, barPt, barWidthPt } = context.theme.metrics.titlePage;
  const colour = context.theme.colours.calloutBar;
  const y = heightPt - barPt - barGapPt;
  const mark: FlowMark = {
    type: 'rect',
    start: style.start,
    y,
    widthPt: barWidthPt,
    heightPt: barPt,
    colour,
    under: true,
  };
  return withMarks([spacer(heightPt)], [mark]);
}

function titleBlockUnits(
  block: Block,
  at: { readonly share: number; readonly style: BlockStyle },
  context: LayoutContext,
): readonly Unit[] {
  const { theme } = context;
  const { style } = at;
  if (block.type === 'heading') return titleUnits(block, at, context);
  if (block.type !== 'paragraph') return layoutBlocks([block], style, context);
  const [, smaller] = theme.type.headings;
  const { subtitleGapPt, creatorsGapPt, editionGapPt } = theme.metrics.titlePage;
  switch (block.role) {
    case 'summary': {
      const size = theme.type.headings[0] ?? style.size;
      return lines(block, { ...style, size, colour: theme.colours.soft }, { context, gapPt: subtitleGapPt });
    }
    case 'byline':
      return lines(block, { ...style, size: smaller ?? style.size }, { context, gapPt: creatorsGapPt });
    case 'dates':
      return lines(
        block,
        { ...style, size: theme.type.byline, colour: theme.colours.soft },
        { context, gapPt: editionGapPt },
      );
    default:
      return layoutBlocks([block], style, context);
  }
}

function titleUnits(
  heading: Heading,
  { share, style }: { readonly share: number; readonly style: BlockStyle },
  context: LayoutContext,
): readonly Unit[] {
  const size = scaled(context.theme.type.title, share);
  const own = {
    ...style,
    size,
    bold: true,
    headed: true,
    balanced: true,
    ...(heading.lang !== undefined && { lang: heading.lang }),
    ...(heading.dir !== undefined && { direction: heading.dir }),
  };
  const units = layoutLines(inlineItems(heading.children, own, context), own, context);
  return withMarks(
    units.map((unit) => ({ ...unit, keepWithNext: true })),
    [{ type: 'anchor', id: heading.id, y: 0 }],
  );
}

function lines(
  paragraph: Paragraph,
  style: BlockStyle,
  { context, gapPt }: { readonly context: LayoutContext; readonly gapPt: number },
): readonly Unit[] {
  const { lang = style.lang, dir: direction = style.direction } = paragraph;
  const own = { ...style, lang, direction };
  const units = layoutLines(inlineItems(paragraph.children, own, context), own, context);
  return units.map((unit, index) => (index === 0 ? { ...unit, gapPt } : unit));
}

function scaled({ sizePt, leadingPt }: TypeSize, share: number): TypeSize {
  return { sizePt: sizePt * share, leadingPt: leadingPt * share };
}
