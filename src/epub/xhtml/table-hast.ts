import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Table, TableCell, TableRow } from '../../document/document.ts';
import { columnShares } from './column-shares.ts';
import { inlineHast } from './inline-hast.ts';
import { unwrapParagraph } from './unwrap-paragraph.ts';
import { commonProperties, inside, type XhtmlContext } from './xhtml-context.ts';

/**
 * A table. It has no region that scrolls: a reading system that shows pages cannot break one, and cuts off the rows that do
 * not fit on its screen. So its words may break, and its columns share the width by what they hold.
 */
export function tableHast(table: Table, context: XhtmlContext): ElementContent {
  const around = inside(table, context);
  const { caption } = table;
  const rows = (part: readonly TableRow[]): Element[] => part.map((row) => rowHast(row, around));
  const section = (tagName: string, part: readonly TableRow[]): Element[] =>
    part.length === 0 ? [] : [h(tagName, rows(part))];
  const columns = columnsOf(table);
  return h(
    'table',
    { ...commonProperties(table), className: columns.length > 0 && 'shared' },
    caption && h('caption', commonProperties(caption), inlineHast(caption.children, inside(caption, around))),
    columns,
    section('thead', table.head),
    section('tbody', table.body),
    section('tfoot', table.foot),
  );
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

function rowHast(row: TableRow, context: XhtmlContext): Element {
  const around = inside(row, context);
  return h(
    'tr',
    commonProperties(row),
    row.cells.map((cell) => cellHast(cell, around)),
  );
}

const scopes = { column: 'col', row: 'row' };

function cellHast(cell: TableCell, context: XhtmlContext): Element {
  const properties = {
    ...commonProperties(cell),
    className: cell.align && `align-${cell.align}`,
    scope: cell.header && scopes[cell.header],
    colSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
    rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
  };
  const children = unwrapParagraph(cell.children, inside(cell, context));
  return h(cell.header === undefined ? 'td' : 'th', properties, children);
}
