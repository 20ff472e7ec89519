import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Table } from '../document/document.ts';

/** A table names its columns; only the corner above row headers may be empty (ISO 14289-1 §7.5). */
export function checkTable(table: Table, file: string): readonly Message[] {
  const headed = [...table.head, ...table.body].some((row) =>
    row.cells.some((cell) => cell.header !== undefined),
  );
  if (!headed) {
    const found = { file, place: table.place };
    const messages = [reportRule('table-no-header', { reason: 'Table has no header cells', ...found })];
    const rows = table.head.length + table.body.length + table.foot.length;
    if (rows > 1 && table.columns.length > 1) return messages;
    const reason = `Table of one ${rows > 1 ? 'column' : 'row'} looks like layout`;
    return [...messages, reportRule('table-layout', { reason, ...found })];
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
