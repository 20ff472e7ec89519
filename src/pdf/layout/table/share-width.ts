import { largest } from '../../../lists/extremes.ts';
import type { TextWidth } from '../../../text/measure-text.ts';
import type { Metrics } from '../../theme/metrics.ts';
import type { CellWidth } from './column-needs.ts';

/** What a table's columns share. */
export interface SharedTable {
  readonly rows: readonly (readonly CellWidth[])[];
  /** Of each column: no narrower, and no wider, than that, points. */
  readonly columns: readonly { readonly leastPt: number; readonly mostPt: number }[];
  /** Beside the words of a cell, both sides together. */
  readonly besidePt: number;
  readonly metrics: Metrics['table'];
}

/**
 * Widths of columns that cannot all have what they would like: each its least, and the rest, bit by bit, to the column whose
 * words make most rows high. At last, a column that can have its words on one line without making rows higher has them so; a
 * short one, up to a share of the table, also where that makes rows a little higher.
 */
export function shareWidth(table: SharedTable, roomPt: number): readonly number[] {
  const widths = table.columns.map((column) => column.leastPt);
  let sparePt = roomPt - sum(widths);
  const { shareSteps } = table.metrics;
  const stepPt = sparePt / shareSteps;
  // A step ends where a column is as wide as it would like to be; so many are enough for all but tables of very many columns.
  for (let step = 0; step < 2 * shareSteps && sparePt > 0; step += 1) {
    const column = neediestColumn(table, widths);
    if (column === undefined) break;
    const lacksPt = (table.columns[column]?.mostPt ?? 0) - (widths[column] ?? 0);
    const growsPt = Math.min(stepPt, lacksPt, sparePt);
    widths[column] = (widths[column] ?? 0) + growsPt;
    sparePt -= growsPt;
  }
  spreadRest(table, widths, sparePt);
  return straightenColumns(table, widths);
}

/** About how many lines the rows of a table take together with columns of these widths. */
export function estimateLines({ rows, besidePt, metrics }: SharedTable, widths: readonly number[]): number {
  const linesOf = ({ cell, width }: CellWidth): number =>
    cell.colSpan > 1 ? width.lines : linesIn(width, (widths[cell.column] ?? 0) - besidePt, metrics);
  return sum(
    rows.map((cells) => Math.max(1, largest(cells.map((cell) => linesOf(cell) / cell.cell.rowSpan)))),
  );
}

function linesIn(width: TextWidth, roomPt: number, { raggedShare }: Metrics['table']): number {
  if (width.maxPt <= roomPt) return width.lines;
  return Math.max(width.lines + 1, Math.ceil((width.inkPt * raggedShare) / roomPt));
}

/** The column that takes most off the heights of rows when it grows: each row is as high as one of its cells makes it. */
function neediestColumn(
  { rows, columns, besidePt }: SharedTable,
  widths: readonly number[],
): number | undefined {
  const gains = columns.map(() => 0);
  for (const cells of rows) {
    let [highest, column, roomPt] = [0, -1, 1];
    for (const { cell, width } of cells) {
      if (cell.colSpan > 1) continue;
      const insidePt = (widths[cell.column] ?? 0) - besidePt;
      const height = width.maxPt <= insidePt ? width.lines : Math.max(width.lines, width.inkPt / insidePt);
      if (height / cell.rowSpan <= highest) continue;
      [highest, column, roomPt] = [
        height / cell.rowSpan,
        width.maxPt <= insidePt ? -1 : cell.column,
        insidePt,
      ];
    }
    if (column >= 0) gains[column] = (gains[column] ?? 0) + highest / roomPt;
  }
  let neediest: number | undefined;
  for (const [column, gain] of gains.entries()) {
    const canGrow = (widths[column] ?? 0) < (columns[column]?.mostPt ?? 0);
    if (canGrow && gain > (neediest === undefined ? 0 : (gains[neediest] ?? 0))) neediest = column;
  }
  return neediest;
}

/** What no row is lower by: to all columns, by what each lacks of what it would like. */
function spreadRest({ columns }: SharedTable, widths: number[], sparePt: number): void {
  const lacks = columns.map(({ mostPt }, column) => Math.max(0, mostPt - (widths[column] ?? 0)));
  const lacking = sum(lacks);
  if (sparePt <= 0 || lacking === 0) return;
  for (const [column, lacksPt] of lacks.entries()) {
    widths[column] = (widths[column] ?? 0) + (sparePt * lacksPt) / lacking;
  }
}

function straightenColumns(table: SharedTable, shared: readonly number[]): readonly number[] {
  const { columns, metrics } = table;
  let widths = shared;
  let lines = estimateLines(table, widths);
  const lacksOf = (column: number): number => (columns[column]?.mostPt ?? 0) - (widths[column] ?? 0);
  const slackOf = (column: number): number => (widths[column] ?? 0) - (columns[column]?.leastPt ?? 0);
  const wrapped = [...columns.keys()].filter((column) => lacksOf(column) > 0);
  const nearest = wrapped.toSorted((a, b) => lacksOf(a) - lacksOf(b)).slice(0, metrics.straightenedColumns);
  for (const column of nearest) {
    const giver = [...columns.keys()]
      .filter((other) => other !== column)
      .reduce((most, other) => (slackOf(other) > slackOf(most) ? other : most), column === 0 ? 1 : 0);
    const lacksPt = lacksOf(column);
    if (slackOf(giver) < lacksPt) continue;
    const changed = widths.with(column, columns[column]?.mostPt ?? 0);
    changed[giver] = (widths[giver] ?? 0) - lacksPt;
    const changedLines = estimateLines(table, changed);
    const isShort = (columns[column]?.mostPt ?? 0) <= sum(widths) * metrics.shortColumnShare;
    if (changedLines <= lines * (isShort ? metrics.straightLinesShare : 1))
      [widths, lines] = [changed, changedLines];
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
