import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Table, TableCell, TableRow } from '../../document/document.ts';
import { inlineHast } from './inline-hast.ts';
import { unwrapParagraph } from './unwrap-paragraph.ts';
import { commonProperties, inside, type XhtmlContext } from './xhtml-context.ts';

/**
 * A table. It has no region that scrolls: a reading system that shows pages cannot break one, and cuts off the rows that do
 * not fit on its screen. Where columns are not too many, their words are not broken within a few letters.
 */
export function tableHast(table: Table, context: XhtmlContext): ElementContent {
  const around = inside(table, context);
  const { caption } = table;
  const rows = (part: readonly TableRow[]): Element[] => part.map((row) => rowHast(row, around));
  const section = (tagName: string, part: readonly TableRow[]): Element[] =>
    part.length === 0 ? [] : [h(tagName, rows(part))];
  return h(
    'table',
    { ...commonProperties(table), className: widthClass(table.columns.length) },
    caption && h('caption', commonProperties(caption), inlineHast(caption.children, inside(caption, around))),
    section('thead', table.head),
    section('tbody', table.body),
    section('tfoot', table.foot),
  );
}

/** How much width the columns keep on a narrow screen: the fewer there are, the more. */
function widthClass(columns: number): string | undefined {
  if (columns <= 4) return 'few-columns';
  return columns <= 6 ? 'some-columns' : undefined;
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
