import { numberOf } from './pdf-value.ts';
import type { StructureNode } from './structure-node.ts';

/** The grid column of each cell of a table by its tags, from 0: cells that go on from rows above are counted in. */
export function gridColumns(table: StructureNode): ReadonlyMap<StructureNode, number> {
  const columns = new Map<StructureNode, number>();
  // Of each column, the first row in which it is free again.
  const freeFrom: number[] = [];
  for (const [row, cells] of rowsOf(table).entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((freeFrom[column] ?? 0) > row) column += 1;
      columns.set(cell, column);
      const end = column + spanOf(cell, 'ColSpan');
      for (; column < end; column += 1) freeFrom[column] = row + spanOf(cell, 'RowSpan');
    }
  }
  return columns;
}

/** The cells of each row, of those of its head, its body and its foot. */
function rowsOf(table: StructureNode): readonly (readonly StructureNode[])[] {
  return elementsOf(table).flatMap((part) => {
    const rows = part.standardRole === 'TR' ? [part] : elementsOf(part);
    return rows.flatMap((row) => (row.standardRole === 'TR' ? [elementsOf(row)] : []));
  });
}

function elementsOf({ children }: StructureNode): readonly StructureNode[] {
  return children.flatMap((child) => (child.type === 'element' ? child : []));
}

function spanOf({ attributes }: StructureNode, key: 'ColSpan' | 'RowSpan'): number {
  const span = attributes.map((entries) => numberOf(entries.get(key))).find((value) => value !== undefined);
  return Math.max(1, span ?? 1);
}
