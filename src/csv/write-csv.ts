/**
 * A table as CSV (RFC 4180): every row ends with CRLF; a cell stands in quotes where it needs them, else as it is. Cells are
 * parted by commas, or by another character that is given.
 */
export function writeCsv(
  rows: readonly (readonly string[])[],
  { delimiter = ',' }: { readonly delimiter?: ',' | '|' } = {},
): string {
  return rows
    .map((cells) => `${cells.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\r\n`)
    .join('');
}

function writeCell(value: string, delimiter: string): string {
  return /["\r\n]/u.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}
