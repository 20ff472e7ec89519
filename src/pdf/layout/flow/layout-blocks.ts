import type { Block, Callout, Heading, List, Paragraph, Quote, Section } from '../../../document/document.ts';
import { inlineText } from '../../../document/plain-text.ts';
import { baselineOf, indented, type BlockStyle, type LayoutContext } from '../context.ts';
import type { Mark } from '../display-list.ts';
import { inBox, keepingWithNext, spacer, withGap, withMarks, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { layoutCode } from './layout-code.ts';
import { layoutFigure } from './layout-figure.ts';
import { layoutLines } from '../inline/layout-lines.ts';
import { layoutTable } from '../table/layout-table.ts';
import { listLabels } from '../inline/list-labels.ts';

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
    };
    const units = withAnchor(layoutBlock(block, own, context), block);
    return staysWithNext(block, blocks[index + 1]) ? keepingWithNext(units) : units;
  });
}

/** Words that announce what follows, and words that name where the passage before them is from, stand on its page. */
function staysWithNext(block: Block, next: Block | undefined): boolean {
  if (next?.type === 'paragraph' && next.role === 'attribution') return true;
  if (block.type !== 'paragraph' || next === undefined || next.type === 'paragraph') return false;
  return inlineText(block.children).trimEnd().endsWith(':');
}

function withAnchor(units: readonly Unit[], block: Block): readonly Unit[] {
  return block.id === undefined || block.type === 'note' || units.length === 0
    ? units
    : withMarks(units, [{ type: 'anchor', id: block.id, y: 0 }]);
}

function layoutBlock(block: Block, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const gapPt = style.size.leadingPt * 0.5;
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
      return block.items.flatMap((item) => {
        const terms = item.terms.flatMap((term) => layoutParagraph(term, { ...style, bold: true }, context));
        const definitions = item.definitions.flatMap((blocks) => {
          const units = layoutBlocks(blocks, indented(style, context.theme.insetsPt.quote), context);
          return withGapOf(units, 1);
        });
        return [...keepingWithNext(terms), ...definitions];
      });
    case 'table':
      return withGap(layoutTable(block, style, context), gapPt * 1.5);
    case 'figure':
      return withGap(layoutFigure(block, style, context), gapPt * 1.5);
    case 'verse': {
      const inside = indented(style, context.theme.insetsPt.quote);
      const lines = block.lines.map((line) =>
        layoutLines(inlineItems(line, inside, context), inside, context),
      );
      return withGap(
        lines.flatMap((units, index) =>
          index < lines.length - 1 && lines.length < 6 ? keepingWithNext(units) : units,
        ),
        gapPt,
      );
    }
    case 'thematic-break': {
      const widthPt = Math.min(120, style.widthPt);
      const x = style.x + (style.widthPt - widthPt) / 2;
      const colour = context.theme.colours.rule;
      const rule: Mark = { type: 'rect', x, y: gapPt, widthPt, heightPt: 0.75, colour, under: true };
      return [{ ...spacer(gapPt * 2), keepWithNext: false, gapPt, marks: [rule] }];
    }
    case 'note':
      return [];
  }
}

/** The first unit's gap is set, not widened. */
function withGapOf(units: readonly Unit[], gapPt: number): readonly Unit[] {
  const [first, ...rest] = units;
  return first ? [{ ...first, gapPt }, ...rest] : units;
}

function layoutSection(section: Section, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const heading = withMarks(layoutHeading(section.heading, style, context), [
    { type: 'anchor', id: section.heading.id, y: 0 },
  ]);
  return [...heading, ...layoutBlocks(section.children, style, context)];
}

function layoutHeading(heading: Heading, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { title, headings } = context.theme.type;
  const isTitle = heading.level === 1;
  const size = isTitle ? title : (headings[Math.min(heading.level - 2, headings.length - 1)] ?? style.size);
  const own = { ...style, size, bold: true, colour: context.theme.colours.text, align: 'start' as const };
  const lines = layoutLines(inlineItems(heading.children, own, context), own, context);
  const gapPt = isTitle ? 0 : size.leadingPt * (heading.level === 2 ? 1 : 0.85);
  return withGapOf(
    lines.map((unit) => ({ ...unit, keepWithNext: true })),
    gapPt,
  );
}

function layoutParagraph(paragraph: Paragraph, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { theme } = context;
  const soft = { ...style, size: theme.type.byline, colour: theme.colours.soft };
  const caption = { ...style, size: theme.type.caption, colour: theme.colours.soft };
  switch (paragraph.role) {
    case 'byline':
      return withGapOf(layoutLines(inlineItems(paragraph.children, soft, context), soft, context), 6);
    case 'dates':
      return withGapOf(layoutLines(inlineItems(paragraph.children, soft, context), soft, context), 1);
    case 'caption':
      return withGapOf(layoutLines(inlineItems(paragraph.children, caption, context), caption, context), 6);
    default: {
      const isSummary = paragraph.role === 'summary';
      const own = isSummary ? { ...style, bold: true } : style;
      const lines = layoutLines(inlineItems(paragraph.children, own, context), own, context);
      return withGapOf(isSummary ? keepingWithNext(lines) : lines, style.size.leadingPt * 0.5);
    }
  }
}

function layoutQuote(quote: Quote, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const units = layoutBlocks(quote.children, indented(style, context.theme.insetsPt.quote), context);
  const bar = { colour: context.theme.colours.rule, widthPt: 2 };
  return inBox(units, { x: style.x + 4, widthPt: style.widthPt - 4, bar });
}

function layoutCallout(callout: Callout, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const { theme } = context;
  const { colours } = theme;
  const inside = { ...indented(style, theme.insetsPt.callout), colour: colours.text };
  const inner = { ...inside, widthPt: inside.widthPt - theme.insetsPt.callout };
  const labelStyle = { ...inner, bold: true };
  const label = layoutLines(inlineItems(callout.label.children, labelStyle, context), labelStyle, context);
  const body = withGapOf(layoutBlocks(callout.children, inner, context), 1);
  const units = [
    spacer(8),
    ...keepingWithNext(withGapOf(label, 0)),
    ...keepingWithNext(body),
    { ...spacer(9), keepWithNext: false },
  ];
  const box = {
    x: style.x,
    widthPt: style.widthPt,
    ground: colours.callout,
    bar: { colour: colours.calloutBar, widthPt: 4 },
  };
  return withGap(inBox(units, box), style.size.leadingPt * 0.85);
}

function layoutList(list: List, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const labelGapPt = context.theme.insetsPt.listLabel;
  const { labels, hangPt } = listLabels(list, style, context);
  const inner = { ...indented(style, hangPt), firstIndentPt: 0 };
  const tightGap = style.size.leadingPt * 0.2;
  return list.items.flatMap((item, index) => {
    const label = labels[index];
    const own = item.lang === undefined ? inner : { ...inner, lang: item.lang };
    // Where nesting leaves no room for the label, the first line makes room for it.
    const startPt = index === 0 ? (style.firstIndentPt ?? 0) : 0;
    const labelEnd = style.x + startPt + (label?.widthPt ?? 0) + labelGapPt;
    const firstIndentPt = Math.min(labelEnd - inner.x, inner.widthPt * 0.6);
    const [first, ...rest] = item.children;
    const content =
      firstIndentPt > 0.01 && first
        ? [...layoutBlocks([first], { ...own, firstIndentPt }, context), ...layoutBlocks(rest, own, context)]
        : layoutBlocks(item.children, own, context);
    const units = content.length > 0 ? content : [{ ...spacer(style.size.leadingPt), keepWithNext: false }];
    const baseline = units[0]?.baselinePt ?? baselineOf(style.size);
    const mark: Mark = {
      type: 'run',
      x: Math.max(style.x + startPt, inner.x - labelGapPt - (label?.widthPt ?? 0)),
      y: baseline,
      runs: label?.runs ?? [],
      sizePt: style.size.sizePt,
      colour: style.colour,
      slot: context.structure.labels.get(item) ?? null,
    };
    const gap =
      index === 0 && list.depth === 0
        ? style.size.leadingPt * 0.4
        : list.tight
          ? tightGap
          : style.size.leadingPt * 0.5;
    return withMarks(withGapOf(units, gap), [mark]);
  });
}
