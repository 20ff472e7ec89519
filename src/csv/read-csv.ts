/** The cells of a table in CSV (RFC 4180 §2), parted by commas or by another character that is given. */
export function readCsv(
  text: string,
  { delimiter = ',' }: { readonly delimiter?: ',' | '|' } = {},
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = delimiter === ',' ? commaCell : pipeCell;
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === delimiter) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const commaCell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/gu;
const pipeCell = /(?:"((?:[^"]|"")*)"|([^"|\r\n]*))(\||\r?\n)/gu;
