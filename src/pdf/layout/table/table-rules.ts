import type { TableCell, TableRow } from '../../../document/document.ts';
import type { Colour } from '../../theme/theme.ts';
import type { LayoutContext } from '../context.ts';
import type { Box } from '../flow-block.ts';
import type { FlowRect } from '../flow-mark.ts';
import type { Columns } from './choose-columns.ts';

/** Rows that follow each other in one part of a table. */
export interface RuledRows {
  readonly rows: readonly TableRow[];
  readonly columns: Columns;
  readonly part: 'head' | 'body';
}

/** What is drawn of a row beside its words. */
export interface RowRules {
  /** Lines below it, none through a cell that goes on there; `y` from its bottom. */
  readonly below: readonly FlowRect[];
  /** Lines beside cells of several rows or columns: each the same wherever its cell goes on. */
  readonly beside: readonly Box[];
}

/** A cell that is more than one row or column of the grid, and the last row that it goes over. */
interface Span {
  readonly cell: TableCell;
  readonly lastRow: number;
  readonly beside: readonly Box[];
}

/** A line over all columns: at the top of a row where `y` is 0, else right above `y`. */
export function wholeRule(
  edges: readonly number[],
  { y, kind }: { readonly y: number; readonly kind: 'edge' | 'head' },
  { theme }: LayoutContext,
): FlowRect {
  const { edgeRulePt, headRulePt } = theme.metrics.table;
  const place = { start: edges[0] ?? 0, end: edges.at(-1) ?? 0 };
  const rule = bottomRule(place, theme.colours.text, kind === 'edge' ? edgeRulePt : headRulePt);
  return y === 0 ? { ...rule, y } : { ...rule, y: rule.y + y };
}

/** The lines that tell rows apart, and cells of several rows or columns from empty ones. */
export function rowRules(ruled: RuledRows, context: LayoutContext): readonly RowRules[] {
  const { rows } = ruled;
  let open: readonly Span[] = [];
  return rows.map((row, index) => {
    const begun = row.cells.filter(isSpan).map((cell) => ({
      cell,
      lastRow: Math.min(index + cell.rowSpan, rows.length) - 1,
      beside: ruled.part === 'head' ? [] : sideRules(cell, ruled.columns.edges, context),
    }));
    open = [...open.filter(({ lastRow }) => lastRow >= index), ...begun];
    const goingOn = open.filter(({ lastRow }) => lastRow > index).map(({ cell }) => cell);
    const below =
      ruled.part === 'head'
        ? row.cells.filter(isSpan).flatMap((cell) => headRule(cell, ruled.columns, context))
        : linesBetween(goingOn, ruled.columns.edges, context);
    return { below, beside: open.flatMap(({ beside }) => beside) };
  });
}

function isSpan({ rowSpan, colSpan }: TableCell): boolean {
  return rowSpan > 1 || colSpan > 1;
}

function endOf({ column, colSpan }: TableCell, edges: readonly number[]): number {
  return Math.min(column + colSpan, edges.length - 1);
}

/** One at each side of the cell that is not a side of the table. */
function sideRules(cell: TableCell, edges: readonly number[], { theme }: LayoutContext): readonly Box[] {
  const { spanRulePt: widthPt } = theme.metrics.table;
  const sides = [cell.column, endOf(cell, edges)].filter((edge) => edge > 0 && edge < edges.length - 1);
  return sides.map((edge) => ({
    start: (edges[edge] ?? 0) - widthPt / 2,
    widthPt,
    ground: theme.colours.soft,
  }));
}

/** Below a head of several columns: what it heads. */
function headRule(
  cell: TableCell,
  { edges, insetPt }: Columns,
  { theme }: LayoutContext,
): readonly FlowRect[] {
  if (cell.colSpan === 1) return [];
  const start = (edges[cell.column] ?? 0) + insetPt;
  const end = (edges[endOf(cell, edges)] ?? 0) - insetPt;
  return end > start ? [bottomRule({ start, end }, theme.colours.soft, theme.metrics.table.rowRulePt)] : [];
}

/** Over all columns but those of cells that go on below. */
function linesBetween(
  goingOn: readonly TableCell[],
  edges: readonly number[],
  { theme }: LayoutContext,
): readonly FlowRect[] {
  const lines: FlowRect[] = [];
  let from = 0;
  const addLine = (to: number): void => {
    if (to <= from) return;
    const place = { start: edges[from] ?? 0, end: edges[to] ?? 0 };
    lines.push(bottomRule(place, theme.colours.rowRule, theme.metrics.table.rowRulePt));
  };
  for (const cell of goingOn.toSorted((a, b) => a.column - b.column)) {
    addLine(cell.column);
    from = endOf(cell, edges);
  }
  addLine(edges.length - 1);
  return lines;
}

/** A line right above the bottom of a row. */
function bottomRule(
  { start, end }: { readonly start: number; readonly end: number },
  colour: Colour,
  heightPt: number,
): FlowRect {
  return { type: 'rect', start, widthPt: end - start, y: -heightPt, heightPt, colour, under: true };
}
