import type {
  Block,
  DefinitionList,
  Heading,
  List,
  ListItem,
  Paragraph,
  Quote,
  Section,
  Verse,
} from '../../../document/document.ts';
import { baselineOf, enclosed, indented, type BlockStyle, type LayoutContext } from '../context.ts';
import type { FlowMark } from '../flow-mark.ts';
import { inBox, keepingWithNext, spacer, withGap, withGapOf, withMarks, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { layoutCallout } from './layout-callout.ts';
import { layoutCode } from './layout-code.ts';
import { layoutFigure } from './layout-figure.ts';
import { layoutLines } from '../inline/layout-lines.ts';
import { layoutTable } from '../table/layout-table.ts';
import { staysWithNext } from './stays-with-next.ts';
import { mirrored } from '../mirror-units.ts';
import { listLabels, type ListLabel } from '../inline/list-labels.ts';

/** A smaller indent is a sum that was rounded. */
const noticedPt = 0.01;

/** Blocks with something at one edge of their lines, or columns: where they read against the page they are its mirror image. */
const besideLines: ReadonlySet<Block['type']> = new Set([
  'callout',
  'definition-list',
  'figure',
  'list',
  'quote',
  'table',
  'verse',
] as const);

/** Blocks under each other as units, in their style. Notes are left to the page that holds their reference. */
export function layoutBlocks(
  blocks: readonly Block[],
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  return blocks.flatMap((block, index) => {
    const { firstIndentPt = 0 } = style;
    const own = {
      ...style,
      firstIndentPt: index === 0 ? firstIndentPt : 0,
      ...(block.lang !== undefined && { lang: block.lang }),
      ...(block.dir !== undefined && { direction: block.dir }),
    };
    const turns = own.direction !== context.direction && besideLines.has(block.type);
    const laid = turns
      ? mirrored((inside, turned) => layoutBlock(block, inside, turned), own, context)
      : layoutBlock(block, own, context);
    const units = withAnchor(laid, block);
    return staysWithNext({ block, units, next: blocks[index + 1] }, context) ? keepingWithNext(units) : units;
  });
}

function withAnchor(units: readonly Unit[], block: Block): readonly Unit[] {
  return block.id === undefined || block.type === 'note' || units.length === 0
    ? units
    : withMarks(units, [{ type: 'anchor', id: block.id, y: 0 }]);
}

function layoutBlock(block: Block, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { metrics } = context.theme;
  const { leadingPt } = style.size;
  switch (block.type) {
    case 'section':
      return layoutSection(block, style, context);
    case 'heading':
      return layoutHeading(block, style, context);
    case 'paragraph':
      return layoutParagraph(block, style, context);
    case 'quote':
      return layoutQuote(block, style, context);
    case 'group':
      return layoutBlocks(block.children, style, context);
    case 'callout':
      return layoutCallout(block, style, context);
    case 'code-block':
      return layoutCode(block, style, context);
    case 'list':
      return layoutList(block, style, context);
    case 'definition-list':
      return layoutDefinitions(block, style, context);
    case 'table':
      return withGap(layoutTable(block, style, context), leadingPt * metrics.table.gapLeadings);
    case 'figure':
      return withGap(layoutFigure(block, style, context), leadingPt * metrics.figure.gapLeadings);
    case 'verse':
      return layoutVerse(block, style, context);
    case 'thematic-break':
      return [thematicBreak(style, context)];
    case 'note':
      return [];
  }
}

function layoutDefinitions(list: DefinitionList, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { insetsPt, metrics } = context.theme;
  return list.items.flatMap((item) => {
    const terms = item.terms.flatMap((term) => layoutParagraph(term, { ...style, bold: true }, context));
    const definitions = item.definitions.flatMap((blocks) => {
      const units = layoutBlocks(blocks, indented(style, insetsPt.quote, context), context);
      return withGapOf(units, metrics.definition.gapPt);
    });
    return [...keepingWithNext(terms), ...definitions];
  });
}

function layoutVerse(verse: Verse, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { insetsPt, metrics } = context.theme;
  const { gapLeadings, wholeLines } = metrics.verse;
  const inside = indented(style, insetsPt.quote, context);
  const lines = verse.lines.map((line) => layoutLines(inlineItems(line, inside, context), inside, context));
  const staysWhole = lines.length <= wholeLines;
  const units = lines.flatMap((line, index) =>
    index < lines.length - 1 && staysWhole ? keepingWithNext(line) : line,
  );
  return withGap(units, style.size.leadingPt * gapLeadings);
}

function thematicBreak(style: BlockStyle, { theme }: LayoutContext): Unit {
  const { gapLeadings, thickPt, widthPt: mostPt } = theme.metrics.thematicBreak;
  const gapPt = style.size.leadingPt * gapLeadings;
  const widthPt = Math.min(mostPt, style.widthPt);
  const start = style.start + (style.widthPt - widthPt) / 2;
  const { rule: colour } = theme.colours;
  const rule: FlowMark = { type: 'rect', start, y: gapPt, widthPt, heightPt: thickPt, colour, under: true };
  return { ...spacer(gapPt * 2), keepWithNext: false, gapPt, marks: [rule] };
}

function layoutSection(section: Section, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const heading = withMarks(layoutHeading(section.heading, style, context), [
    { type: 'anchor', id: section.heading.id, y: 0 },
  ]);
  return [...heading, ...layoutBlocks(section.children, style, context)];
}

function layoutHeading(heading: Heading, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { metrics, type } = context.theme;
  const { title, headings } = type;
  const { gapLeadings, deeperGapLeadings } = metrics.heading;
  const isTitle = heading.level === 1;
  const size = isTitle ? title : (headings[Math.min(heading.level - 2, headings.length - 1)] ?? style.size);
  const { text: colour } = context.theme.colours;
  const { dir: direction = style.direction } = heading;
  const own = {
    ...style,
    size,
    bold: true,
    headed: true,
    colour,
    direction,
    align: 'start' as const,
    balanced: true,
  };
  const lines = layoutLines(inlineItems(heading.children, own, context), own, context);
  const gapPt = size.leadingPt * (heading.level <= 2 ? gapLeadings : deeperGapLeadings);
  return withGapOf(
    lines.map((unit) => ({ ...unit, keepWithNext: true })),
    gapPt,
  );
}

function layoutParagraph(paragraph: Paragraph, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { theme } = context;
  const { paragraph: usual, role } = theme.metrics;
  const soft = { ...style, size: theme.type.byline, colour: theme.colours.soft };
  const caption = { ...style, size: theme.type.caption, colour: theme.colours.soft };
  const linesOf = (own: BlockStyle): readonly Unit[] =>
    layoutLines(inlineItems(paragraph.children, own, context), own, context);
  switch (paragraph.role) {
    case 'byline':
      return withGapOf(linesOf(soft), role.bylineGapPt);
    case 'dates':
      return withGapOf(linesOf(soft), role.datesGapPt);
    case 'caption':
      return withGapOf(linesOf(caption), role.captionGapPt);
    default: {
      const isSummary = paragraph.role === 'summary';
      const lines = linesOf(isSummary ? { ...style, bold: true } : style);
      return withGapOf(isSummary ? keepingWithNext(lines) : lines, style.size.leadingPt * usual.gapLeadings);
    }
  }
}

function layoutQuote(quote: Quote, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const inside = enclosed(indented(style, context.theme.insetsPt.quote, context));
  const units = layoutBlocks(quote.children, inside, context);
  const { barInsetPt, barPt } = context.theme.metrics.quote;
  const bar = { colour: context.theme.colours.rule, widthPt: barPt };
  return inBox(units, { start: style.start + barInsetPt, widthPt: style.widthPt - barInsetPt, bar });
}

function layoutList(list: List, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { labels, hangPt } = listLabels(list, style, context);
  const inner = { ...indented(style, hangPt, context), firstIndentPt: 0 };
  return list.items.flatMap((item, index) => {
    // Where the list itself begins behind a label, its first item does.
    const startPt = index === 0 ? (style.firstIndentPt ?? 0) : 0;
    const units = layoutItem(item, { style, inner, startPt, label: labels[index] }, context);
    return withGapOf(units, itemGapPt(list, { index, leadingPt: style.size.leadingPt }, context));
  });
}

function itemGapPt(
  list: List,
  { index, leadingPt }: { readonly index: number; readonly leadingPt: number },
  { theme }: LayoutContext,
): number {
  const { gapLeadings, looseGapLeadings, tightGapLeadings } = theme.metrics.list;
  if (index === 0 && list.depth === 0) return leadingPt * gapLeadings;
  return leadingPt * (list.tight ? tightGapLeadings : looseGapLeadings);
}

interface ItemPlace {
  /** Of the list, and of what its items hold. */
  readonly style: BlockStyle;
  readonly inner: BlockStyle;
  readonly startPt: number;
  readonly label: ListLabel | undefined;
}

/** An item with its label. Where nesting leaves no room for the label, the first line makes room for it. */
function layoutItem(item: ListItem, at: ItemPlace, context: LayoutContext): readonly Unit[] {
  const { style, startPt, label } = at;
  const { insetsPt, metrics } = context.theme;
  const { lang = at.inner.lang, dir: direction = at.inner.direction } = item;
  const inner = { ...at.inner, lang, direction };
  const labelEnd = style.start + startPt + (label?.widthPt ?? 0) + insetsPt.listLabel;
  const firstIndentPt = Math.min(labelEnd - inner.start, inner.widthPt * metrics.list.labelShare);
  const [first, ...rest] = item.children;
  const content =
    firstIndentPt > noticedPt && first
      ? [
          ...layoutBlocks([first], { ...inner, firstIndentPt }, context),
          ...layoutBlocks(rest, inner, context),
        ]
      : layoutBlocks(item.children, inner, context);
  const units = content.length > 0 ? content : [{ ...spacer(style.size.leadingPt), keepWithNext: false }];
  return label ? withMarks(units, labelMarks(item, { ...at, label, inner, units }, context)) : units;
}

/** The label of an item before its first line. */
function labelMarks(
  item: ListItem,
  at: ItemPlace & { readonly label: ListLabel; readonly units: readonly Unit[] },
  context: LayoutContext,
): readonly FlowMark[] {
  const { style, inner, startPt, label, units } = at;
  const { widthPt } = label;
  const start = Math.max(style.start + startPt, inner.start - context.theme.insetsPt.listLabel - widthPt);
  const y = units[0]?.baselinePt ?? baselineOf(style.size, context);
  const slot = context.structure.labels.get(item) ?? null;
  return label.runs.map((run) => {
    return { ...run, start: start + run.start, line: { start, widthPt }, y, slot };
  });
}
