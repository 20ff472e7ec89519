import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Table, TableCell, TableRow } from '../../document/document.ts';
import { columnShares } from './column-shares.ts';
import { inlineHast } from './inline-hast.ts';
import { stackedLabels } from './stacked-labels.ts';
import { unwrapParagraph } from './unwrap-paragraph.ts';
import { commonProperties, inside, type XhtmlContext } from './xhtml-context.ts';

/**
 * A table. It has no region that scrolls: a reading system that shows pages cannot break one, and cuts off the rows that do
 * not fit on its screen. So its words may break, and its columns share the width by what they hold; where words would break
 * on a narrow screen, the style sheet puts its cells below each other there, each behind the name of its column.
 */
export function tableHast(table: Table, context: XhtmlContext): ElementContent {
  const around: TableContext = { ...inside(table, context), labels: stackedLabels(table) };
  const { caption } = table;
  const section = (tagName: string, rows: readonly TableRow[]): Element[] =>
    rows.length === 0
      ? []
      : [
          h(
            tagName,
            roleIn(around, 'rowgroup'),
            rows.map((row) => rowHast(row, around)),
          ),
        ];
  const columns = columnsOf(table);
  const classes = [...(columns.length > 0 ? ['shared'] : []), ...(around.labels ? ['stacked'] : [])];
  return h(
    'table',
    {
      ...commonProperties(table),
      ...roleIn(around, 'table'),
      ...(classes.length > 0 && { className: classes }),
    },
    caption && h('caption', commonProperties(caption), inlineHast(caption.children, inside(caption, around))),
    columns,
    section('thead', table.head),
    section('tbody', table.body),
    section('tfoot', table.foot),
  );
}

/** What the cells of a table need to know beside themselves: the names of its columns, where they are said before each cell. */
interface TableContext extends XhtmlContext {
  readonly labels: readonly string[] | undefined;
}

/** A role that the element has by its name: browsers take it away from what is shown as another thing than a table. */
function roleIn({ labels }: TableContext, role: string): Properties {
  return labels ? { role } : {};
}

function columnsOf(table: Table): Element[] {
  const shares = columnShares(table);
  return shares === undefined
    ? []
    : [
        h(
          'colgroup',
          shares.map((share) => h('col', { style: `width: ${share}%` })),
        ),
      ];
}

function rowHast(row: TableRow, context: TableContext): Element {
  const around = { ...context, ...inside(row, context) };
  return h(
    'tr',
    { ...commonProperties(row), ...roleIn(context, 'row') },
    row.cells.map((cell) => cellHast(cell, around)),
  );
}

const scopes = { column: 'col', row: 'row' };
const roles = { column: 'columnheader', row: 'rowheader' };

function cellHast(cell: TableCell, context: TableContext): Element {
  const { header } = cell;
  const properties = {
    ...commonProperties(cell),
    ...roleIn(context, header ? roles[header] : 'cell'),
    className: cell.align && `align-${cell.align}`,
    scope: header && scopes[header],
    colSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
    rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
    ...(header !== 'column' && { dataLabel: context.labels?.[cell.column] || undefined }),
  };
  const children = unwrapParagraph(cell.children, inside(cell, context));
  return h(header === undefined ? 'td' : 'th', properties, children);
}
