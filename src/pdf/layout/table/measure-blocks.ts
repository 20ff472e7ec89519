import type { Block, Table, TableCell } from '../../../document/document.ts';
import type { Inline } from '../../../document/inline.ts';
import { measureText } from '../../../text/measure-text.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { listLabels } from '../inline/list-labels.ts';

/** The narrowest that content can be without breaking a word, and the widest that it would like to be; points. */
export interface Width {
  readonly minPt: number;
  readonly maxPt: number;
}

const nothing: Width = { minPt: 0, maxPt: 0 };

/** The width of blocks under each other. */
export function measureBlocks(blocks: readonly Block[], style: BlockStyle, context: LayoutContext): Width {
  return widest(blocks.map((block) => measureBlock(block, style, context)));
}

/** The widths of the columns of a table, the room around their words included. */
export function measureColumns(table: Table, style: BlockStyle, context: LayoutContext): readonly Width[] {
  const { insetsPt, metrics } = context.theme;
  const leastPt = 2 * insetsPt.cell + metrics.table.narrowestColumnPt;
  const widths = table.columns.map(() => ({ minPt: leastPt, maxPt: leastPt }));
  const rows = [...table.head, ...table.body, ...table.foot];
  const cells = rows.flatMap((row) => row.cells).toSorted((a, b) => a.colSpan - b.colSpan);
  for (const cell of cells) {
    const { minPt, maxPt } = measureCell(cell, style, context);
    const covered = widths.slice(cell.column, cell.column + cell.colSpan);
    const haveMin = covered.reduce((sum, width) => sum + width.minPt, 0);
    const haveMax = covered.reduce((sum, width) => sum + width.maxPt, 0);
    for (const width of covered) {
      width.minPt += Math.max(0, minPt - haveMin) / covered.length;
      width.maxPt += Math.max(0, maxPt - haveMax) / covered.length;
    }
  }
  return widths;
}

function measureCell(cell: TableCell, style: BlockStyle, context: LayoutContext): Width {
  const own = { ...style, bold: cell.header !== undefined };
  const { insetsPt, metrics } = context.theme;
  return inset(measureBlocks(cell.children, own, context), 2 * insetsPt.cell + metrics.table.sparePt);
}

function measureBlock(block: Block, style: BlockStyle, context: LayoutContext): Width {
  const blocks = (children: readonly Block[]): Width => measureBlocks(children, style, context);
  const inlines = (children: readonly Inline[], own = style): Width =>
    measureText(inlineItems(children, own, context), context.shaper);
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlines(block.children);
    case 'section':
      return widest([inlines(block.heading.children), blocks(block.children)]);
    case 'group':
      return blocks(block.children);
    case 'quote':
      return inset(blocks(block.children), context.theme.insetsPt.quote);
    case 'callout':
      return inset(
        widest([inlines(block.label.children), blocks(block.children)]),
        2 * context.theme.insetsPt.callout,
      );
    case 'list': {
      const { hangPt } = listLabels(block, style, context);
      return inset(widest(block.items.map((item) => blocks(item.children))), hangPt);
    }
    case 'definition-list': {
      const terms = block.items.flatMap((item) => item.terms.map((term) => inlines(term.children)));
      const definitions = block.items.flatMap((item) => item.definitions.map(blocks));
      return widest([...terms, inset(widest(definitions), context.theme.insetsPt.quote)]);
    }
    case 'code-block': {
      // A long line is wrapped with a mark, so that only a few characters are asked for.
      const { insetsPt, metrics, type } = context.theme;
      const size = { ...style, size: type.code };
      const { maxPt } = widest(block.lines.map((line) => inlines([line], size)));
      const leastPt = style.size.sizePt * metrics.code.narrowestEms;
      return inset({ minPt: Math.min(maxPt, leastPt), maxPt }, 2 * insetsPt.code);
    }
    case 'table': {
      const columns = measureColumns(block, style, context);
      return {
        minPt: columns.reduce((sum, column) => sum + column.minPt, 0),
        maxPt: columns.reduce((sum, column) => sum + column.maxPt, 0),
      };
    }
    case 'figure':
      return widest([inlines([block.image]), ...(block.caption ? [inlines(block.caption.children)] : [])]);
    case 'verse':
      return inset(widest(block.lines.map((line) => inlines(line))), context.theme.insetsPt.quote);
    case 'thematic-break':
    case 'note':
      return nothing;
  }
}

function widest(widths: readonly Width[]): Width {
  return widths.reduce(
    (most, width) => ({
      minPt: Math.max(most.minPt, width.minPt),
      maxPt: Math.max(most.maxPt, width.maxPt),
    }),
    nothing,
  );
}

function inset({ minPt, maxPt }: Width, byPt: number): Width {
  return { minPt: minPt + byPt, maxPt: maxPt + byPt };
}
