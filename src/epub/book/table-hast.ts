import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Table, TableCell, TableRow } from '../../document/document.ts';
import { fillString } from '../../document/strings.ts';
import { inlineHast } from './inline-hast.ts';
import type { BlockWriter } from './list-hast.ts';
import { unwrapParagraph } from './unwrap-paragraph.ts';
import {
  commonProperties,
  foreignWords,
  inside,
  languageProperties,
  wordsProperties,
  type XhtmlContext,
} from './xhtml-context.ts';

/**
 * A table in a region that scrolls sideways where the screen is narrow (WCAG 2.2 SC 1.4.10). The region can be reached
 * by keyboard and is named by the caption where no other region has the same name,
 * else by the table's number.
 */
export function tableHast(table: Table, context: XhtmlContext, writeBlocks: BlockWriter): ElementContent {
  const around = inside(table, context);
  const { caption } = table;
  const captionId = caption && context.names.get(caption);
  const named = caption !== undefined && context.distinct.has(caption);
  const rows = (part: readonly TableRow[]): Element[] => part.map((row) => rowHast(row, around, writeBlocks));
  const section = (tagName: string, part: readonly TableRow[]): Element[] =>
    part.length === 0 ? [] : [h(tagName, rows(part))];
  const element = h(
    'table',
    { ...(named ? {} : regionWords(context)), ...commonProperties(table) },
    caption &&
      h(
        'caption',
        { ...commonProperties(caption), id: captionId },
        inlineHast(caption.children, inside(caption, around)),
      ),
    section('thead', table.head),
    section('tbody', table.body),
    section('tfoot', table.foot),
  );
  const number = String(context.tableNumbers.get(table) ?? 1);
  const name = named
    ? { ariaLabelledBy: captionId }
    : { ariaLabel: fillString(context.strings, 'tableRegion', { number }), ...wordsProperties(context) };
  return h('div', { className: 'table', role: 'region', tabIndex: 0, ...name }, element);
}

/** Gives the table its own language back where the region around it is tagged as the product's words. */
function regionWords(context: XhtmlContext): ReturnType<typeof languageProperties> {
  return foreignWords(context) ? languageProperties(context.lang) : {};
}

function rowHast(row: TableRow, context: XhtmlContext, writeBlocks: BlockWriter): Element {
  const around = inside(row, context);
  return h(
    'tr',
    commonProperties(row),
    row.cells.map((cell) => cellHast(cell, around, writeBlocks)),
  );
}

const scopes = { column: 'col', row: 'row' };

function cellHast(cell: TableCell, context: XhtmlContext, writeBlocks: BlockWriter): Element {
  const properties = {
    ...commonProperties(cell),
    className: cell.align && `align-${cell.align}`,
    scope: cell.header && scopes[cell.header],
    colSpan: cell.colSpan > 1 ? cell.colSpan : undefined,
    rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
  };
  const children = unwrapParagraph(cell.children, inside(cell, context), writeBlocks);
  return h(cell.header === undefined ? 'td' : 'th', properties, children);
}
