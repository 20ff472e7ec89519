import type { Table, TableCell, TableRow } from '../../../document/document.ts';
import type { ColumnGroup } from './column-groups.ts';

/** The columns of a group as a table of its own, and which of its cells stand in an earlier group already. */
export interface TablePart {
  readonly table: Table;
  readonly repeated: ReadonlySet<TableCell>;
}

/** How many columns at the start of a table say what its rows are about: those of row headers, else the first. */
export function headingColumns({ body, columns }: Table): number {
  const others = new Set<number>();
  for (const { cells } of body)
    for (const { column, header } of cells) if (header !== 'row') others.add(column);
  const first = columns.findIndex((_, column) => others.has(column));
  return Math.max(1, first < 0 ? columns.length : first);
}

/**
 * A table as one for each group of its columns, in their order. The columns before the first group stand in all of them, and
 * a cell of several columns in each group that it reaches: what it says belongs to the first.
 */
export function splitTable(table: Table, groups: readonly ColumnGroup[]): readonly TablePart[] {
  const heading = groups[0]?.from ?? 0;
  const groupOf = groups.flatMap(({ from, to }, group) => Array.from({ length: to - from }, () => group));
  const repeated = groups.map(() => new Set<TableCell>());
  const splitRow = (row: TableRow): readonly TableRow[] => {
    const parts = groups.map((): TableCell[] => []);
    for (const cell of row.cells) {
      const end = cell.column + cell.colSpan;
      const [first, last] =
        cell.column < heading
          ? [0, groups.length - 1]
          : [groupOf[cell.column - heading] ?? 0, groupOf[end - 1 - heading] ?? groups.length - 1];
      for (let group = first; group <= last; group += 1) {
        const part = cellIn(cell, { heading, group: groups[group] });
        parts[group]?.push(part);
        if (group > first) repeated[group]?.add(part);
      }
    }
    return parts.map((cells) => ({ ...row, cells }));
  };
  const [head, body, foot] = [table.head, table.body, table.foot].map((rows) => rows.map(splitRow));
  const rowsOf = (rows: readonly (readonly TableRow[])[] = [], group: number): readonly TableRow[] =>
    rows.flatMap((parts) => parts[group] ?? []);
  return groups.map(({ from, to }, group) => {
    const { caption, ...rest } = table;
    return {
      table: {
        ...rest,
        ...(group === 0 && caption && { caption }),
        columns: [...table.columns.slice(0, heading), ...table.columns.slice(from, to)],
        head: rowsOf(head, group),
        body: rowsOf(body, group),
        foot: rowsOf(foot, group),
      },
      repeated: repeated[group] ?? new Set(),
    };
  });
}

/** A cell among the columns of a group: those that are repeated, then those of its own. */
function cellIn(
  cell: TableCell,
  {
    heading,
    group = { from: 0, to: 0 },
  }: { readonly heading: number; readonly group?: ColumnGroup | undefined },
): TableCell {
  const end = cell.column + cell.colSpan;
  const before = Math.max(0, Math.min(end, heading) - cell.column);
  const within = Math.max(0, Math.min(end, group.to) - Math.max(cell.column, group.from));
  const column =
    cell.column < heading ? cell.column : heading + Math.max(cell.column, group.from) - group.from;
  return { ...cell, column, colSpan: Math.max(1, before + within) };
}
