import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { Table } from '../document/document.ts';

/** A table names its columns; only the corner above row headers may be empty (ISO 14289-1 §7.5). */
export function checkTable(table: Table, file: string): readonly Message[] {
  const headed = [...table.head, ...table.body].some((row) =>
    row.cells.some((cell) => cell.header !== undefined),
  );
  if (!headed) {
    return [reportRule('table-no-header', { reason: 'Table has no header cells', file, place: table.place })];
  }
  return table.head.flatMap((row) =>
    row.cells
      .filter((cell) => cell.column > 0 && cell.header === undefined && cell.children.length === 0)
      .map((cell) => {
        const reason = `Header cell in column ${cell.column + 1} is empty`;
        return reportRule('table-header-empty', { reason, file, place: cell.place ?? row.place });
      }),
  );
}
