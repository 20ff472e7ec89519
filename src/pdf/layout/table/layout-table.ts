import type { Table } from '../../../document/document.ts';
import { fillString } from '../../../document/strings.ts';
import { reportRule } from '../../rules.ts';
import { asRepeated, spacer, withGap, type Unit } from '../flow-block.ts';
import type { BlockStyle, LayoutContext } from '../context.ts';
import { artifactLines } from '../inline/artifact-lines.ts';
import { fitColumns, squeezeColumns, usualNeeds, type Columns } from './choose-columns.ts';
import { groupColumns } from './column-groups.ts';
import { headingColumns, splitTable } from './split-table.ts';
import { tableUnits } from './table-units.ts';

/**
 * A table in the first of these in which no word breaks that need not: on the page as it is; on a page on its side; in groups
 * of columns below each other, the row headers repeated. Inside of other blocks words break.
 */
export function layoutTable(table: Table, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  const columns = fitColumns(table, style, context);
  if (columns) return wholeTable(table, { columns, style }, context);
  return (
    turnedTable(table, style, context) ??
    groupedTable(table, style, context) ??
    wholeTable(table, { columns: squeezeColumns(table, style, context), style }, context)
  );
}

function wholeTable(
  table: Table,
  { columns, style }: { readonly columns: Columns; readonly style: BlockStyle },
  context: LayoutContext,
): readonly Unit[] {
  const words = fillString(context.strings, 'tableContinued');
  const continued = aboveTable(words, { start: columns.edges[0] ?? style.start, style }, context);
  return tableUnits({ table, columns, continued }, style, context);
}

/** On a page on its side, where there is one and the table fits it. */
function turnedTable(
  table: Table,
  { turned, ...style }: BlockStyle,
  context: LayoutContext,
): readonly Unit[] | undefined {
  if (!turned) return undefined;
  const { start, widthPt } = turned;
  const own = { ...style, start, widthPt, reach: { start, end: start + widthPt } };
  const onIt = { ...context, pageHeightPt: turned.heightPt };
  const columns = fitColumns(table, own, onIt);
  if (!columns) return undefined;
  tell('table-turned', table, context);
  return wholeTable(table, { columns, style: own }, onIt).map((unit) => ({ ...unit, turned: true }));
}

/** Groups of columns below each other; `undefined` inside of other blocks, and of a table that is as wide with one column. */
function groupedTable(table: Table, style: BlockStyle, context: LayoutContext): readonly Unit[] | undefined {
  const { reach } = style;
  if (!reach) return undefined;
  const { groupGapLeadings, repeatedColumnsShare } = context.theme.metrics.table;
  const widthPt = reach.end - reach.start;
  const needs = usualNeeds(table, style, context);
  let repeated = Math.min(headingColumns(table), needs.length - 1);
  const widthOf = (count: number): number =>
    needs.slice(0, count).reduce((sum, { wordPt }) => sum + wordPt, 0);
  while (repeated > 0 && widthOf(repeated) > widthPt * repeatedColumnsShare) repeated -= 1;
  const groups = groupColumns(needs, { roomPt: widthPt, repeated });
  if (groups.length < 2) return undefined;
  tell('table-in-groups', table, context);
  const own = { ...style, start: reach.start, widthPt };
  return splitTable(table, groups).flatMap((part, index) => {
    const { from = 0, to = 0 } = groups[index] ?? {};
    const shown = { first: index === 0 ? 0 : from, to, columns: needs.length };
    const columns = fitColumns(part.table, own, context) ?? squeezeColumns(part.table, own, context);
    const words = aboveTable(columnsShown(shown, context), { start: own.start, style }, context);
    // As what stands above the rest of a table on a further page: it is there because the page is no wider.
    const label = words.map(asRepeated);
    const units = tableUnits({ ...part, columns, continued: label }, own, context);
    if (index === 0) return [...units];
    return withGap([...label, ...units], style.size.leadingPt * groupGapLeadings);
  });
}

function columnsShown(
  { first, to, columns }: { readonly first: number; readonly to: number; readonly columns: number },
  { strings }: LayoutContext,
): string {
  const values = { first: first + 1, last: to, columns };
  return fillString(
    strings,
    'tableColumns',
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  );
}

/** Words of ours above a table or a part of it. */
function aboveTable(
  words: string,
  { start, style }: { readonly start: number; readonly style: BlockStyle },
  context: LayoutContext,
): readonly Unit[] {
  const { colours, metrics, type } = context.theme;
  const own = { ...style, start, size: type.caption, colour: colours.soft, lang: context.strings.lang };
  const lines = artifactLines(words, { ...own, align: 'start', firstIndentPt: 0 }, context);
  return [...lines.map((line) => ({ ...line, keepWithNext: true })), spacer(metrics.table.captionGapPt)];
}

function tell(rule: 'table-turned' | 'table-in-groups', table: Table, context: LayoutContext): void {
  const { sizePt } = context.theme.type.tableMinimum;
  const where =
    rule === 'table-turned'
      ? 'it stands on a page on its side'
      : 'its columns stand in groups below each other';
  const reason = `Table of ${table.columns.length} columns does not fit at ${sizePt} pt; ${where}`;
  context.messages.push(reportRule(rule, { reason, file: context.file, place: table.place }));
}
