/** A cell of a table that people open: what a spreadsheet would take for a formula begins with an apostrophe. */
export function withoutFormula(cell: string): string {
  return /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}
