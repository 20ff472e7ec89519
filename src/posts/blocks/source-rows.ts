import type { Element } from 'hast';
import { placeOf } from '../context/place-of.ts';
import { report } from '../context/post-context.ts';
import { type Builder, property, readingOf, reportAttributes } from './builder.ts';

/** The part of a table that a row belongs to. */
export type Part = 'head' | 'body' | 'foot';

/** A row as the source has it. */
export interface SourceRow {
  readonly element: Element;
  /** Language and direction of the part of the table around it. */
  readonly reading: ReturnType<typeof readingOf>;
  readonly part: Part;
  /** Which row of the table it is, from 0, those without cells counted too. */
  readonly order: number;
  readonly cells: readonly Element[];
  /** Whether one of them is a `td`. */
  readonly hasData: boolean;
}

/** The rows of a table as the source has them. */
export interface SourceRows {
  readonly rows: readonly SourceRow[];
  /** How many there are with those that have no cells. */
  readonly count: number;
}

/** The children of an element that have one name. */
export function namedChildren(element: Element, name: string): readonly Element[] {
  return element.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === name,
  );
}

/** The rows that have cells, in source order with their part; leading rows of header cells only are a head even without `thead`. */
export function sourceRows(table: Element, builder: Builder): SourceRows {
  const { context } = builder;
  const rows: SourceRow[] = [];
  let count = 0;
  const add = (row: Element, part: Part, reading: SourceRow['reading'] = {}): void => {
    const cells = row.children.filter(
      (child): child is Element => child.type === 'element' && /^t[hd]$/u.test(child.tagName),
    );
    const order = count;
    count += 1;
    if (cells.length === 0) {
      report(context, 'table-row-empty', { reason: 'Row without cells left out', place: placeOf(row) });
      return;
    }
    const leading = part === 'body' && (rows.at(-1)?.part ?? 'head') === 'head';
    const heads =
      leading && cells.every((cell) => cell.tagName === 'th' && property(cell, 'scope') !== 'row');
    const hasData = cells.some((cell) => cell.tagName === 'td');
    rows.push({ element: row, reading, part: heads ? 'head' : part, order, cells, hasData });
  };
  for (const child of table.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') add(child, 'body');
    const part = ({ thead: 'head', tbody: 'body', tfoot: 'foot' } as const)[child.tagName];
    if (part !== undefined || child.tagName === 'colgroup') reportAttributes(child, context);
    const reading = part === undefined ? {} : readingOf(child, builder);
    if (part !== undefined) namedChildren(child, 'tr').forEach((row) => add(row, part, reading));
    else namedChildren(child, 'col').forEach((column) => void reportAttributes(column, context));
  }
  return { rows, count };
}
