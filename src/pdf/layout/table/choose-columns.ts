import type { Table, TableCell } from '../../../document/document.ts';
import { reportRule } from '../../rules.ts';
import type { TypeSize } from '../../theme/theme.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import { roomsOf, type Room } from '../rooms.ts';
import { alignFigures, type FigurePlace } from './align-figures.ts';
import { columnNeeds, type CellWidth, type ColumnNeeds } from './column-needs.ts';
import { measureCells } from './measure-blocks.ts';
import { estimateLines, shareWidth, type SharedTable } from './share-width.ts';

/** The columns of a table, and how its words are set. */
export interface Columns {
  /** Where each column starts, and where the last ends. */
  readonly edges: readonly number[];
  readonly size: TypeSize;
  /** Beside the words of a cell, at either side, points. */
  readonly insetPt: number;
  /** Where the numbers stand that are under each other by their points. */
  readonly figures: ReadonlyMap<TableCell, FigurePlace>;
}

/** A way of setting a table. */
interface Setting extends Pick<Columns, 'figures'> {
  readonly size: TypeSize;
  readonly insetPt: number;
  readonly room: Room;
}

/**
 * Columns by what they hold, in the first of these in which each word stands on one line: the room of the text; the same with
 * less beside the words; wider rooms, as far as words may go on the page; the smallest size. Then words break at hyphens and
 * the like; `undefined` where not even that is enough.
 */
export function fitColumns(table: Table, style: BlockStyle, context: LayoutContext): Columns | undefined {
  const { type, insetsPt, metrics } = context.theme;
  const rooms = roomsOf(style);
  const { tightInsetPt, tightestInsetPt } = metrics.table;
  const tries = [
    { size: type.table, insets: [insetsPt.cell, tightInsetPt] },
    { size: type.tableMinimum, insets: [tightInsetPt, tightestInsetPt] },
  ];
  for (const { size, insets } of tries) {
    const figures = alignFigures(table, { ...style, size }, context);
    const rows = measureCells(table, { style: { ...style, size }, figures }, context);
    for (const room of rooms) {
      for (const mostPt of insets) {
        const insetPt = Math.min(insetsPt.cell, mostPt);
        const needs = needsOf(table, { rows, insetPt }, context);
        if (sumOf(needs, 'wordPt') > widthOf(room)) continue;
        const wider = rooms.slice(rooms.indexOf(room));
        return setColumns(
          { rows, needs, rooms: wider, setting: { size, insetPt, room, figures } },
          style,
          context,
        );
      }
    }
  }
  const { rows, needs, setting } = tightest(table, style, context);
  const roomPt = widthOf(setting.room);
  if (sumOf(needs, 'minPt') > roomPt) return undefined;
  const shared = sharedTable(rows, { needs, least: 'minPt', insetPt: setting.insetPt }, context);
  return placeColumns(shareWidth(shared, roomPt), setting, style);
}

/** Columns of a table that fits nowhere: words break anywhere, which is told. */
export function squeezeColumns(table: Table, style: BlockStyle, context: LayoutContext): Columns {
  const { needs, setting } = tightest(table, style, context);
  const { sizePt } = setting.size;
  const reason = `Table of ${table.columns.length} columns does not fit at ${sizePt} pt; words break inside its cells`;
  context.messages.push(reportRule('table-too-wide', { reason, file: context.file, place: table.place }));
  const leastPts = needs.map((column) => column.minPt);
  return placeColumns(squeeze(leastPts, widthOf(setting.room)), setting, style);
}

/** What the columns of a table need at the usual size, with little beside their words. */
export function usualNeeds(table: Table, style: BlockStyle, context: LayoutContext): readonly ColumnNeeds[] {
  const { type, insetsPt, metrics } = context.theme;
  const own = { ...style, size: type.table };
  const rows = measureCells(table, { style: own, figures: alignFigures(table, own, context) }, context);
  const insetPt = Math.min(insetsPt.cell, metrics.table.tightInsetPt);
  return needsOf(table, { rows, insetPt }, context);
}

/** A table set as small and as close as it may be, in all of its room. */
function tightest(
  table: Table,
  style: BlockStyle,
  context: LayoutContext,
): { readonly rows: Rows; readonly needs: readonly ColumnNeeds[]; readonly setting: Setting } {
  const { type, insetsPt, metrics } = context.theme;
  const room = roomsOf(style).at(-1) ?? { start: style.start, end: style.start + style.widthPt };
  const own = { ...style, size: type.tableMinimum };
  const figures = alignFigures(table, own, context);
  const insetPt = Math.min(insetsPt.cell, metrics.table.tightestInsetPt);
  const rows = measureCells(table, { style: own, figures }, context);
  const needs = needsOf(table, { rows, insetPt }, context);
  return { rows, needs, setting: { figures, size: own.size, insetPt, room } };
}

function needsOf(
  table: Table,
  { rows, insetPt }: { readonly rows: Rows; readonly insetPt: number },
  { theme }: LayoutContext,
): readonly ColumnNeeds[] {
  return columnNeeds(rows, { count: table.columns.length, insetPt, metrics: theme.metrics.table });
}

type Rows = readonly (readonly CellWidth[])[];

/** Every word fits: columns as wide as they would like to be, or sharing the room; a much wider one where rows are then low. */
function setColumns(
  {
    rows,
    needs,
    rooms,
    setting,
  }: {
    readonly rows: Rows;
    readonly needs: readonly ColumnNeeds[];
    readonly rooms: readonly Room[];
    readonly setting: Setting;
  },
  style: BlockStyle,
  context: LayoutContext,
): Columns {
  const { metrics } = context.theme;
  const mostPt = sumOf(needs, 'maxPt');
  const { room } = setting;
  if (mostPt <= widthOf(room)) {
    const stretch = room.start === style.start ? stretchOf(widthOf(room) / mostPt, context) : 1;
    return placeColumns(
      needs.map((column) => column.maxPt * stretch),
      setting,
      style,
    );
  }
  const table = sharedTable(rows, { needs, least: 'wordPt', insetPt: setting.insetPt }, context);
  const widths = shareWidth(table, widthOf(room));
  const lines = estimateLines(table, widths);
  const { tallLines, tallWiderLinesShare, widerLinesShare } = metrics.table;
  const mostLines = lines * (lines >= tallLines ? tallWiderLinesShare : widerLinesShare);
  for (const wider of rooms.slice(1)) {
    const wide = shareWidth(table, Math.min(widthOf(wider), mostPt));
    if (estimateLines(table, wide) <= mostLines)
      return placeColumns(wide, { ...setting, room: wider }, style);
  }
  return placeColumns(widths, setting, style);
}

function sharedTable(
  rows: Rows,
  {
    needs,
    least,
    insetPt,
  }: { readonly needs: readonly ColumnNeeds[]; readonly least: 'minPt' | 'wordPt'; readonly insetPt: number },
  { theme }: LayoutContext,
): SharedTable {
  const columns = needs.map((column) => ({ leastPt: column[least], mostPt: column.maxPt }));
  return { rows, columns, besidePt: 2 * insetPt, metrics: theme.metrics.table };
}

/** A table that nearly fills its room fills it; one that is narrow by nature is stretched a little, so that it stays readable. */
function stretchOf(most: number, { theme }: LayoutContext): number {
  const { fillShare, stretchShare } = theme.metrics.table;
  return most <= fillShare ? most : stretchShare;
}

/** Not even the longest words fit: columns that need no more than a share get what they need, the others the same share each. */
function squeeze(needs: readonly number[], roomPt: number): readonly number[] {
  let [leftPt, open] = [roomPt, needs.length];
  let sharePt = 0;
  for (const needPt of needs.toSorted((a, b) => a - b)) {
    sharePt = leftPt / open;
    if (needPt > sharePt) break;
    leftPt -= needPt;
    open -= 1;
  }
  return needs.map((needPt) => Math.min(needPt, sharePt));
}

/** The table begins where the text does, or as near to that as its room lets it. */
function placeColumns(widths: readonly number[], setting: Setting, style: BlockStyle): Columns {
  const { room, size, insetPt, figures } = setting;
  const widthPt = widths.reduce((sum, width) => sum + width, 0);
  const edges = [Math.max(room.start, Math.min(style.start, room.end - widthPt))];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return { edges, size, insetPt, figures };
}

function widthOf({ start, end }: Room): number {
  return end - start;
}

function sumOf(needs: readonly ColumnNeeds[], kind: keyof ColumnNeeds): number {
  return needs.reduce((sum, column) => sum + column[kind], 0);
}
