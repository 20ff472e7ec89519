import type { Table, TableCell, TableRow } from '../../../document/document.ts';
import { largest } from '../../../lists/extremes.ts';
import { reportRule } from '../../rules.ts';
import type { TypeSize } from '../../theme/theme.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import type { FlowMark } from '../flow-mark.ts';
import { cellHeight, cellStack, spacer, type CellStack, type TableFrame, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { layoutLines } from '../inline/layout-lines.ts';
import { measureColumns, type Width } from './measure-blocks.ts';
import { ruleCell, sideCells } from './rule-cells.ts';
import { rowRules, wholeRule } from './table-rules.ts';

interface Columns {
  /** Where each column starts, and where the last ends. */
  readonly edges: readonly number[];
  readonly size: TypeSize;
}

/** A table of measured columns: one unit a row (rows joined by row spans are one), its head repeated on each page. */
export function layoutTable(table: Table, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const columns = chooseColumns(table, style, context);
  const own = { ...style, size: columns.size, align: 'start' as const };
  const layoutPart = (rows: readonly TableRow[], part: 'head' | 'body'): readonly Unit[] =>
    rowGroups(rows).map((group) => layoutRows({ rows: group, part }, { columns, style: own }, context));
  const edge = (y: number): FlowMark => wholeRule(columns.edges, { y, kind: 'edge' }, context);
  const head = layoutPart(table.head, 'head').map((unit, index, all) => ({
    ...unit,
    keepWithNext: true,
    marks: [
      ...(index === 0 ? [edge(0)] : []),
      ...(index === all.length - 1
        ? [wholeRule(columns.edges, { y: unit.heightPt, kind: 'head' }, context)]
        : unit.marks),
    ],
  }));
  const frame: TableFrame = { head };
  const rows = [...layoutPart(table.body, 'body'), ...layoutPart(table.foot, 'body')];
  const body = rows.map((unit, index) => {
    const top = index === 0 && head.length === 0 ? [edge(0)] : [];
    const marks = index === rows.length - 1 ? [edge(unit.heightPt)] : unit.marks;
    return { ...unit, table: frame, marks: [...top, ...marks] };
  });
  return [...layoutCaption(table, style, context), ...head, ...body];
}

function layoutCaption(table: Table, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  if (!table.caption) return [];
  const own = { ...style, size: context.theme.type.caption };
  const units = layoutLines(inlineItems(table.caption.children, own, context), own, context);
  return [
    ...units.map((unit) => ({ ...unit, keepWithNext: true })),
    spacer(context.theme.metrics.table.captionGapPt),
  ];
}

/** Rows that belong together because a cell spans them. */
function rowGroups(rows: readonly TableRow[]): readonly (readonly TableRow[])[] {
  const groups: TableRow[][] = [];
  let open = 0;
  for (const row of rows) {
    const last = groups.at(-1);
    if (open > 0 && last) last.push(row);
    else groups.push([row]);
    open = Math.max(open - 1, largest(row.cells.map((cell) => cell.rowSpan - 1)), 0);
  }
  return groups;
}

function layoutRows(
  { rows, part }: { readonly rows: readonly TableRow[]; readonly part: 'head' | 'body' },
  at: { readonly columns: Columns; readonly style: BlockStyle },
  context: LayoutContext,
): Unit {
  const { padPt } = context.theme.metrics.table;
  const laid = rows.map((row) =>
    row.cells.map((cell) => ({ cell, stack: cellStack(padPt, layoutCell(cell, at, context)) })),
  );
  const heights = rowHeights(laid, at.style.size.leadingPt + 2 * padPt, padPt);
  const rules = rowRules({ rows, edges: at.columns.edges, part }, context);
  const rowEnds: number[] = [];
  let heightPt = 0;
  const cells = laid.flatMap((row, index) => {
    const top = heightPt;
    heightPt += heights[index] ?? 0;
    const { below = [], beside = [] } = rules[index] ?? {};
    const isLast = index === laid.length - 1;
    if (!isLast) rowEnds.push(heightPt);
    return [
      ...row.map(({ stack }) => ({ ...stack, top: top + padPt })),
      ...sideCells(beside, { top, bottom: heightPt, leadingPt: at.style.size.leadingPt }, padPt),
      ...(isLast || below.length === 0 ? [] : [ruleCell(below, heightPt, padPt)]),
    ];
  });
  const marks = (rules.at(-1)?.below ?? []).map((mark) => ({ ...mark, y: mark.y + heightPt }));
  const unit = { heightPt, gapPt: 0, keepWithNext: false, marks, notes: [], boxes: [], cells };
  return rowEnds.length > 0 ? { ...unit, rowEnds } : unit;
}

interface LaidCell {
  readonly cell: TableCell;
  readonly stack: CellStack;
}

/** The heights of rows that cells join: the last row of a cell makes up for what its rows lack. */
function rowHeights(
  laid: readonly (readonly LaidCell[])[],
  leastPt: number,
  padPt: number,
): readonly number[] {
  const heights = laid.map(() => leastPt);
  const needed = (stack: CellStack): number => cellHeight(stack) + 2 * padPt;
  laid.forEach((cells, index) => {
    for (const { cell, stack } of cells) {
      if (cell.rowSpan === 1) heights[index] = Math.max(heights[index] ?? 0, needed(stack));
    }
  });
  laid.forEach((cells, index) => {
    for (const { cell, stack } of cells) {
      const last = Math.min(index + cell.rowSpan, laid.length) - 1;
      const have = heights.slice(index, last + 1).reduce((sum, height) => sum + height, 0);
      if (have < needed(stack)) heights[last] = (heights[last] ?? 0) + needed(stack) - have;
    }
  });
  return heights;
}

function layoutCell(
  cell: TableCell,
  at: { readonly columns: Columns; readonly style: BlockStyle },
  context: LayoutContext,
): readonly Unit[] {
  const { edges } = at.columns;
  const { insetsPt, metrics } = context.theme;
  const start = edges[cell.column] ?? at.style.start;
  const end = edges[Math.min(cell.column + cell.colSpan, edges.length - 1)] ?? start;
  const style: BlockStyle = {
    ...at.style,
    start: start + insetsPt.cell,
    widthPt: Math.max(end - start - 2 * insetsPt.cell, metrics.table.narrowestCellPt),
    bold: cell.header !== undefined,
    align: cell.align ?? 'start',
    ...(cell.lang !== undefined && { lang: cell.lang }),
  };
  return context.layoutBlocks(cell.children, style, context);
}

/** Widths from the contents: at table size, else at the smallest size, else cells break anywhere, which is told. */
function chooseColumns(table: Table, style: BlockStyle, context: LayoutContext): Columns {
  const { metrics, type } = context.theme;
  const { table: normal, tableMinimum } = type;
  const room = { widthPt: style.widthPt, stretchShare: metrics.table.stretchShare };
  for (const size of [normal, tableMinimum]) {
    const wanted = measureColumns(table, { ...style, size }, context);
    const least = wanted.reduce((sum, column) => sum + column.minPt, 0);
    if (least <= style.widthPt) return { size, edges: edgesOf(distribute(wanted, room), style.start) };
  }
  const reason = `Table of ${table.columns.length} columns does not fit at ${tableMinimum.sizePt} pt; words break inside its cells`;
  context.messages.push(reportRule('table-too-wide', { reason, file: context.file, place: table.place }));
  const wanted = measureColumns(table, { ...style, size: tableMinimum }, context);
  return { size: tableMinimum, edges: edgesOf(squeeze(wanted, style.widthPt), style.start) };
}

/** Each column its least, the rest shared by what each would still like; never wider than wanted. */
function distribute(
  wanted: readonly Width[],
  { widthPt, stretchShare }: { readonly widthPt: number; readonly stretchShare: number },
): readonly number[] {
  const most = wanted.reduce((sum, column) => sum + column.maxPt, 0);
  if (most <= widthPt) {
    // A table that is narrow by nature is stretched only as far as it stays readable.
    const stretch = Math.min(widthPt / most, stretchShare);
    return wanted.map((column) => column.maxPt * stretch);
  }
  // Columns that want no more than their fair share get all they want; the others divide what is left.
  const widths = wanted.map((column) => column.minPt);
  const open = new Set(wanted.keys());
  let room = widthPt;
  for (let settled = true; settled && open.size > 0;) {
    settled = false;
    const least = [...open].reduce((sum, index) => sum + (wanted[index]?.minPt ?? 0), 0);
    for (const index of open) {
      const { minPt, maxPt } = wanted[index] ?? { minPt: 0, maxPt: 0 };
      if (maxPt > room / open.size || maxPt - minPt > room - least) continue;
      widths[index] = maxPt;
      room -= maxPt;
      open.delete(index);
      settled = true;
      break;
    }
  }
  const spread = [...open].reduce(
    (sum, index) => sum + (wanted[index]?.maxPt ?? 0) - (wanted[index]?.minPt ?? 0),
    0,
  );
  const least = [...open].reduce((sum, index) => sum + (wanted[index]?.minPt ?? 0), 0);
  for (const index of open) {
    const { minPt, maxPt } = wanted[index] ?? { minPt: 0, maxPt: 0 };
    widths[index] = minPt + ((maxPt - minPt) * (room - least)) / spread;
  }
  return widths;
}

/** Not even the longest words fit: widths by the square root of what is wanted, so that no column vanishes. */
function squeeze(wanted: readonly Width[], widthPt: number): readonly number[] {
  const weights = wanted.map((column) => Math.sqrt(column.minPt));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum) * widthPt);
}

function edgesOf(widths: readonly number[], start: number): readonly number[] {
  const edges = [start];
  for (const width of widths) edges.push((edges.at(-1) ?? start) + width);
  return edges;
}
