import type { Block, Table, TableCell } from '../../../document/document.ts';
import type { Inline } from '../../../document/inline.ts';
import { measureText, type TextWidth } from '../../../text/measure-text.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { listLabels } from '../inline/list-labels.ts';
import { pictureAddress } from '../inline/picture-link.ts';
import type { FigurePlace } from './align-figures.ts';
import { columnNeeds, type CellWidth, type ColumnNeeds } from './column-needs.ts';

const nothing: TextWidth = { minPt: 0, wordPt: 0, maxPt: 0, inkPt: 0, lines: 0 };

/** The width of blocks under each other. */
export function measureBlocks(
  blocks: readonly Block[],
  style: BlockStyle,
  context: LayoutContext,
): TextWidth {
  return stacked(blocks.map((block) => measureBlock(block, style, context)));
}

/** The cells of a table row by row, those of its head and its foot among them. */
export function measureCells(
  table: Table,
  { style, figures }: { readonly style: BlockStyle; readonly figures?: ReadonlyMap<TableCell, FigurePlace> },
  context: LayoutContext,
): readonly (readonly CellWidth[])[] {
  return [...table.head, ...table.body, ...table.foot].map((row) =>
    row.cells.map((cell) => {
      const own = { ...style, bold: cell.header !== undefined };
      const width = measureBlocks(cell.children, own, context);
      const blockPt = figures?.get(cell)?.blockPt ?? 0;
      if (blockPt <= width.wordPt) return { cell, width };
      return { cell, width: { ...width, wordPt: blockPt, maxPt: Math.max(width.maxPt, blockPt) } };
    }),
  );
}

function measureBlock(block: Block, style: BlockStyle, context: LayoutContext): TextWidth {
  const blocks = (children: readonly Block[]): TextWidth => measureBlocks(children, style, context);
  const inlines = (children: readonly Inline[], own = style): TextWidth =>
    measureText(inlineItems(children, own, context), context.shaper);
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlines(block.children);
    case 'section':
      return stacked([inlines(block.heading.children), blocks(block.children)]);
    case 'group':
      return blocks(block.children);
    case 'quote':
      return inset(blocks(block.children), context.theme.insetsPt.quote);
    case 'callout':
      return inset(
        stacked([inlines(block.label.children), blocks(block.children)]),
        2 * context.theme.insetsPt.callout,
      );
    case 'list': {
      const { hangPt } = listLabels(block, style, context);
      return inset(stacked(block.items.map((item) => blocks(item.children))), hangPt);
    }
    case 'definition-list': {
      const terms = block.items.flatMap((item) => item.terms.map((term) => inlines(term.children)));
      const definitions = block.items.flatMap((item) => item.definitions.map(blocks));
      return stacked([...terms, inset(stacked(definitions), context.theme.insetsPt.quote)]);
    }
    case 'code-block': {
      // A long line is wrapped with a mark, so that only a few characters are asked for.
      const { insetsPt, metrics, type } = context.theme;
      const size = { ...style, size: type.code };
      const lines = stacked(block.lines.map((line) => inlines([line], size)));
      const leastPt = Math.min(lines.maxPt, style.size.sizePt * metrics.code.narrowestEms);
      return inset({ ...lines, minPt: leastPt, wordPt: leastPt }, 2 * insetsPt.code);
    }
    case 'table':
      return measureTable(block, style, context);
    case 'figure':
      return stacked([
        inlines([block.image]),
        measureText(pictureAddress(block, style, context), context.shaper),
        ...(block.caption ? [inlines(block.caption.children)] : []),
      ]);
    case 'verse':
      return inset(stacked(block.lines.map((line) => inlines(line))), context.theme.insetsPt.quote);
    case 'thematic-break':
    case 'note':
      return nothing;
  }
}

/** A table in a cell. */
function measureTable(table: Table, style: BlockStyle, context: LayoutContext): TextWidth {
  const columns = columnNeeds(measureCells(table, { style }, context), {
    count: table.columns.length,
    insetPt: context.theme.insetsPt.cell,
    metrics: context.theme.metrics.table,
  });
  const sum = (widthOf: (column: ColumnNeeds) => number): number =>
    columns.reduce((total, column) => total + widthOf(column), 0);
  const maxPt = sum((column) => column.maxPt);
  const lines = table.head.length + table.body.length + table.foot.length;
  return {
    minPt: sum((column) => column.minPt),
    wordPt: sum((column) => column.wordPt),
    maxPt,
    inkPt: maxPt * lines,
    lines,
  };
}

/** Of contents under each other. */
function stacked(widths: readonly TextWidth[]): TextWidth {
  return widths.reduce(
    (most, width) => ({
      minPt: Math.max(most.minPt, width.minPt),
      wordPt: Math.max(most.wordPt, width.wordPt),
      maxPt: Math.max(most.maxPt, width.maxPt),
      inkPt: most.inkPt + width.inkPt,
      lines: most.lines + width.lines,
    }),
    nothing,
  );
}

function inset({ minPt, wordPt, maxPt, inkPt, lines }: TextWidth, byPt: number): TextWidth {
  return {
    minPt: minPt + byPt,
    wordPt: wordPt + byPt,
    maxPt: maxPt + byPt,
    inkPt: inkPt + byPt * lines,
    lines,
  };
}
