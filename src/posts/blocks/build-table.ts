import { saysSomething } from '../../document/says-something.ts';
import type { Element } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { Alignment, Block, Paragraph, Table, TableCell, TableRow } from '../../document/document.ts';
import { countUpTo } from '../../lists/count-up-to.ts';
import { largest } from '../../lists/extremes.ts';
import { baseOf, type Builder, property, type Surroundings } from './builder.ts';
import { report } from '../context/post-context.ts';
import { causeOf, spend } from '../context/work.ts';
import { placeOf } from '../context/place-of.ts';
import { namedChildren, type Part, type SourceRow, type SourceRows, sourceRows } from './source-rows.ts';

/** Spans do not reach beyond this column (HTML §4.9.11 ends a span at 1000), so that hostile ones cannot make a grid without end. */
const columnLimit = 1000;

/** Each row is gone over as far as the widest: a column counts as a byte, a cell that fills a gap as a node. */
const cause = 'columns of tables';

/** The table of a `table`: a regular grid, short rows filled with empty cells, spans cut to the rows there are (HTML §4.9.12). */
export function buildTable(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const base = baseOf(element, builder);
  const inner: Surroundings = { ...around, holdsNotes: true };
  const captions = namedChildren(element, 'caption').flatMap((caption) => builder.blocks([caption], inner));
  const [first, ...others] = captions;
  const caption: Paragraph | undefined =
    first?.type === 'paragraph' ? { ...first, role: 'caption' } : undefined;
  const source = sourceRows(element, builder);
  const rows = layRows(source, { builder, around: inner });
  const width = Math.max(0, largest(rows.map((row) => row.width)));
  if (width === 0) return captions;
  spend(causeOf(builder.context.work, cause), 'bytes', width * rows.length);
  const filled = rows.map((row) => fillRow(row, { width, builder }));
  const emptyHead = filled
    .filter((row) => row.part === 'head')
    .every((row) => row.row.cells.every(isEmptyCell));
  const partRows = (part: Part): readonly TableRow[] =>
    filled.filter((row) => row.part === part).map((row) => row.row);
  const head = emptyHead ? [] : partRows('head');
  const { body, foot } = withBody({ body: partRows('body'), foot: partRows('foot') }, base.place, builder);
  const table: Table = {
    type: 'table',
    ...base,
    ...(caption && { caption }),
    columns: columnsOf(
      filled.map((row) => row.row),
      width,
    ),
    head,
    body,
    foot,
  };
  return [
    ...(caption ? others : captions),
    ...(table.head.length + table.body.length + table.foot.length > 0 ? [table] : []),
  ];
}

/** The rows of a foot that has none above it are the body: a table has one (ISO 32000-1 Table 337). */
function withBody(
  { body, foot }: Pick<Table, 'body' | 'foot'>,
  place: Place | undefined,
  { context }: Builder,
): Pick<Table, 'body' | 'foot'> {
  if (body.length > 0 || foot.length === 0) return { body, foot };
  report(context, 'table-body-missing', { reason: 'Table has a foot and no rows above it', place });
  return { body: foot, foot: [] };
}

interface LaidRow {
  readonly part: Part;
  readonly source: SourceRow;
  readonly cells: readonly TableCell[];
  /** Columns that cells of rows above reach into. */
  readonly taken: ReadonlySet<number>;
  readonly width: number;
}

function layRows(
  { rows, count }: SourceRows,
  scope: { builder: Builder; around: Surroundings },
): readonly LaidRow[] {
  // For each column the number of further rows that a cell above reaches into.
  let reach = new Map<number, number>();
  let [first, orders]: [number, readonly number[]] = [0, []];
  return rows.map((source, index) => {
    if (rows[index - 1]?.part !== source.part) {
      reach = new Map();
      [first, orders] = [index, ordersOfPart(rows, index)];
    }
    // Rows that were left out are among those that a cell may have been meant to span.
    const below = { orders, passed: index - first };
    const written = (rows[first + orders.length]?.order ?? count) - source.order;
    spend(causeOf(scope.builder.context.work, cause), 'bytes', reach.size);
    const taken = new Set([...reach].filter(([, count]) => count > 0).map(([column]) => column));
    for (const column of taken) reach.set(column, (reach.get(column) ?? 1) - 1);
    const cells: TableCell[] = [];
    let column = 0;
    for (const element of source.cells) {
      while (taken.has(column)) column += 1;
      const cell = buildCell(element, { ...scope, source, column, below, written, taken });
      cells.push(cell);
      for (let at = column; at < column + cell.colSpan; at += 1) reach.set(at, cell.rowSpan - 1);
      column += cell.colSpan;
    }
    const width = Math.max(column, largest([...taken].map((at) => at + 1)));
    return { part: source.part, source, cells, taken, width };
  });
}

/** Where the rows of a part stand in the source, from its first one on. */
function ordersOfPart(rows: readonly SourceRow[], first: number): readonly number[] {
  const orders: number[] = [];
  for (let index = first; rows[index]?.part === rows[first]?.part; index += 1)
    orders.push(rows[index]?.order ?? 0);
  return orders;
}

interface CellScope {
  readonly builder: Builder;
  readonly around: Surroundings;
  readonly source: SourceRow;
  readonly column: number;
  /** Where the rows of its part stand in the source, and how many of them stand above its own. */
  readonly below: { readonly orders: readonly number[]; readonly passed: number };
  /** How many rows the source has there, those without cells too. */
  readonly written: number;
  readonly taken: ReadonlySet<number>;
}

function buildCell(element: Element, scope: CellScope): TableCell {
  const { builder, source, column } = scope;
  const base = baseOf(element, builder);
  const askedColumns = spanOf(element, 'colSpan');
  let colSpan = 1;
  const most = Math.min(askedColumns, columnLimit - column);
  while (colSpan < most && !scope.taken.has(column + colSpan)) colSpan += 1;
  const askedRows = spanOf(element, 'rowSpan');
  const wantedRows = askedRows === 0 ? scope.written : askedRows;
  const { orders, passed } = scope.below;
  const rowSpan = countUpTo(orders, source.order + wantedRows - 1, (order) => order) - passed;
  if (colSpan !== askedColumns || wantedRows > scope.written) {
    report(builder.context, 'table-span-irregular', {
      reason: 'Cell spans more than the rows and columns there are',
      place: base.place,
    });
  }
  const built = builder.blocks(element.children, scope.around);
  // A header cell without a word names nothing.
  const children = element.tagName === 'td' || saysSomething(built) ? built : [];
  const header = children.length === 0 ? undefined : headerOf(element, source);
  const align = alignmentOf(element);
  return {
    type: 'table-cell',
    ...base,
    ...(header && { header }),
    column,
    colSpan,
    rowSpan,
    ...(align && { align }),
    children,
  };
}

function headerOf(cell: Element, row: SourceRow): TableCell['header'] {
  if (cell.tagName !== 'th') return undefined;
  const scope = property(cell, 'scope');
  if (scope === 'row' || scope === 'rowgroup') return 'row';
  if (scope === 'col' || scope === 'colgroup' || row.part === 'head') return 'column';
  return row.hasData ? 'row' : 'column';
}

function spanOf(element: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(element.properties[name] ?? 1);
  if (!Number.isSafeInteger(value) || value < 0) return 1;
  return name === 'colSpan' ? Math.max(1, value) : value;
}

function alignmentOf(element: Element): Alignment | undefined {
  const aligns: Readonly<Record<string, Alignment>> = {
    left: 'start',
    start: 'start',
    center: 'center',
    right: 'end',
    end: 'end',
  };
  return aligns[(property(element, 'align') ?? '').toLowerCase()];
}

interface FilledRow {
  readonly part: Part;
  readonly row: TableRow;
}

function fillRow(laid: LaidRow, scope: { width: number; builder: Builder }): FilledRow {
  const { builder, width } = scope;
  const base = { ...laid.source.reading, ...baseOf(laid.source.element, builder) };
  const cells: TableCell[] = [...laid.cells];
  const covered = new Set(laid.taken);
  for (const cell of laid.cells) for (let at = 0; at < cell.colSpan; at += 1) covered.add(cell.column + at);
  let ragged = false;
  for (let column = 0; column < width; column += 1) {
    if (covered.has(column)) continue;
    ragged = true;
    let colSpan = 1;
    // Hostile spans would need a million cells: beyond the usual, one wide cell fills the gap.
    if (width > 64) while (column + colSpan < width && !covered.has(column + colSpan)) colSpan += 1;
    spend(causeOf(builder.context.work, cause), 'nodes', 1);
    cells.push({ type: 'table-cell', column, colSpan, rowSpan: 1, children: [] });
    column += colSpan - 1;
  }
  if (ragged) {
    const reason = `Row has ${laid.cells.length} ${laid.cells.length === 1 ? 'cell' : 'cells'} where the table has ${width} columns`;
    report(builder.context, 'table-ragged', { reason, place: placeOf(laid.source.element) });
  }
  const row: TableRow = {
    type: 'table-row',
    ...base,
    cells: cells.toSorted((one, other) => one.column - other.column),
  };
  return { part: laid.part, row };
}

function columnsOf(rows: readonly TableRow[], width: number): Table['columns'] {
  const aligns = new Map<number, Alignment>();
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.align && cell.colSpan === 1 && !aligns.has(cell.column)) aligns.set(cell.column, cell.align);
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const align = aligns.get(column);
    return align ? { align } : {};
  });
}

function isEmptyCell(cell: TableCell): boolean {
  return !saysSomething(cell.children);
}

/** Makes the first cell of each body row the row's header. */
export function withRowHeaders(table: Table): Table {
  const body = table.body.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell.column === 0 && !isEmptyCell(cell) ? { ...cell, header: 'row' as const } : cell,
    ),
  }));
  return { ...table, body };
}
