import type { Table, TableCell, TableRow } from '../../../document/document.ts';
import { largest } from '../../../lists/extremes.ts';
import { enclosed, type BlockStyle, type LayoutContext } from '../context.ts';
import type { FlowMark } from '../flow-mark.ts';
import { asRepeated, cellHeight, cellStack, spacer, type TableFrame, type Unit } from '../flow-block.ts';
import { inlineItems } from '../inline/inline-items.ts';
import { layoutLines } from '../inline/layout-lines.ts';
import type { FigurePlace } from './align-figures.ts';
import type { Columns } from './choose-columns.ts';
import { rowHeights } from './row-heights.ts';
import { ruleCell, sideCells } from './rule-cells.ts';
import { rowRules, wholeRule } from './table-rules.ts';

/** A table whose columns are chosen. */
export interface SetTable {
  readonly table: Table;
  readonly columns: Columns;
  /** Of a group of columns, the cells that stand in an earlier one already. */
  readonly repeated?: ReadonlySet<TableCell>;
  /** Artifacts above its head on every further page. */
  readonly continued: readonly Unit[];
}

/** One unit a row (rows joined by row spans are one), the head repeated on each page. */
export function tableUnits(
  { table, columns, repeated, continued }: SetTable,
  style: BlockStyle,
  context: LayoutContext,
): readonly Unit[] {
  const own = { ...enclosed(style), size: columns.size, align: 'start' as const };
  const at = { columns, style: own, repeated };
  const layoutPart = (rows: readonly TableRow[], part: 'head' | 'body'): readonly Unit[] =>
    rowGroups(rows).map((group) => layoutRows({ rows: group, part }, at, context));
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
  const frame: TableFrame = { head, continued };
  const rows = [...layoutPart(table.body, 'body'), ...layoutPart(table.foot, 'body')];
  const { padPt, lowRowLines } = context.theme.metrics.table;
  const lowPt = lowRowLines * columns.size.leadingPt + 2 * padPt;
  const body = rows.map((unit, index) => {
    const top = index === 0 && head.length === 0 ? [edge(0)] : [];
    const marks = index === rows.length - 1 ? [edge(unit.heightPt)] : unit.marks;
    const keepWithNext = staysWithNext(rows, index, lowPt);
    return { ...unit, table: frame, keepWithNext, marks: [...top, ...marks] };
  });
  return [
    ...layoutCaption(table, { start: columns.edges[0] ?? style.start, style }, context),
    ...head,
    ...body,
  ];
}

/** No low row stands alone below the head at the end of a page, nor at the top of the last one. */
function staysWithNext(rows: readonly Unit[], index: number, lowPt: number): boolean {
  const isLow = (row: Unit | undefined): boolean => row !== undefined && row.heightPt <= lowPt;
  if (index === 0 && rows.length > 1 && isLow(rows[0])) return true;
  return index === rows.length - 2 && isLow(rows.at(-1));
}

/** Above the table, where this begins; no wider than the text. */
function layoutCaption(
  table: Table,
  at: { readonly start: number; readonly style: BlockStyle },
  context: LayoutContext,
): readonly Unit[] {
  if (!table.caption) return [];
  const own = { ...at.style, start: at.start, size: context.theme.type.caption };
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

interface RowSetting extends Pick<SetTable, 'columns'> {
  readonly style: BlockStyle;
  readonly repeated: SetTable['repeated'];
}

function layoutRows(
  { rows, part }: { readonly rows: readonly TableRow[]; readonly part: 'head' | 'body' },
  at: RowSetting,
  context: LayoutContext,
): Unit {
  const { padPt } = context.theme.metrics.table;
  const laid = rows.map((row) =>
    row.cells.map((cell) => {
      const units = layoutCell(cell, at, context);
      return { cell, stack: cellStack(padPt, at.repeated?.has(cell) ? units.map(asRepeated) : units) };
    }),
  );
  const needed = laid.map((row) =>
    row.map(({ cell, stack }) => ({ rowSpan: cell.rowSpan, neededPt: cellHeight(stack) + 2 * padPt })),
  );
  const heights = rowHeights(needed, at.style.size.leadingPt + 2 * padPt);
  const rules = rowRules({ rows, columns: at.columns, part }, context);
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

function layoutCell(cell: TableCell, at: RowSetting, context: LayoutContext): readonly Unit[] {
  const { edges, insetPt } = at.columns;
  const { metrics } = context.theme;
  const start = edges[cell.column] ?? at.style.start;
  const end = edges[Math.min(cell.column + cell.colSpan, edges.length - 1)] ?? start;
  const style: BlockStyle = {
    ...at.style,
    start: start + insetPt,
    widthPt: Math.max(end - start - 2 * insetPt, metrics.table.narrowestCellPt),
    bold: cell.header !== undefined,
    align: cell.align ?? 'start',
    hyphenates: false,
    ...(cell.lang !== undefined && { lang: cell.lang }),
    ...(cell.dir !== undefined && { direction: cell.dir }),
  };
  const figure = at.columns.figures.get(cell);
  if (!figure || figure.blockPt > style.widthPt) return context.layoutBlocks(cell.children, style, context);
  const lines = context.layoutBlocks(cell.children, { ...style, align: 'start' }, context);
  return lines.map((line) => moveFigure(line, figure, style));
}

/** A number where it stands among those of its column, which stand together where the column says that they do. */
function moveFigure(
  line: Unit,
  { shiftPt, blockPt }: FigurePlace,
  { start, widthPt, align }: BlockStyle,
): Unit {
  const sparePt = widthPt - blockPt;
  const besidePt = align === 'end' ? sparePt : align === 'center' ? sparePt / 2 : 0;
  // Where lines start at the right, the numbers move as far as all of them do: their points stay under each other.
  const block = { start: start + besidePt, widthPt: blockPt };
  const marks = line.marks.map((mark) =>
    mark.type === 'anchor' ? mark : { ...mark, start: mark.start + besidePt + shiftPt, line: block },
  );
  return { ...line, marks };
}
