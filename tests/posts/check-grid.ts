import type { DefinitionList, Table, TableRow } from '../../src/document/document.ts';

/** What is irregular in a table, found by painting its cells on squared paper: nothing is taken from the code that builds tables. */
export function irregularities(table: Table): readonly string[] {
  const wrong: string[] = [];
  const width = table.columns.length;
  if (width === 0) wrong.push('no columns');
  if (table.body.length === 0 && table.foot.length > 0) wrong.push('a foot without a body');
  if (table.head.length + table.body.length + table.foot.length === 0) wrong.push('no rows');
  for (const [name, rows] of [
    ['head', table.head],
    ['body', table.body],
    ['foot', table.foot],
  ] as const) {
    wrong.push(...paint(rows, width).map((text) => `${name}: ${text}`));
  }
  return wrong;
}

function paint(rows: readonly TableRow[], width: number): readonly string[] {
  const wrong: string[] = [];
  const paper = rows.map(() => Array.from({ length: width }, () => 0));
  rows.forEach((row, top) => {
    if (row.cells.length === 0) wrong.push(`row ${top} has no cells`);
    let before = -1;
    for (const { column, colSpan, rowSpan, header, children } of row.cells) {
      if (column <= before) wrong.push(`cells of row ${top} are not in order`);
      before = column;
      if (colSpan < 1 || rowSpan < 1) wrong.push(`row ${top} has a cell without room`);
      if (header !== undefined && children.length === 0) wrong.push(`row ${top} has a header without words`);
      for (let y = top; y < top + rowSpan; y += 1) {
        for (let x = column; x < column + colSpan; x += 1) {
          const line = paper[y];
          if (line?.[x] === undefined) wrong.push(`a cell of row ${top} reaches out of the table`);
          else line[x] = (line[x] ?? 0) + 1;
        }
      }
    }
  });
  paper.forEach((line, y) => {
    line.forEach((cells, x) => {
      if (cells !== 1) wrong.push(`square ${y}/${x} has ${cells} cells`);
    });
  });
  return wrong;
}

/** What is incomplete in a definition list. */
export function gaps({ items }: DefinitionList): readonly string[] {
  const wrong = items.length === 0 ? ['no items'] : [];
  for (const { terms, definitions } of items) {
    if (terms.length === 0) wrong.push('no term');
    if (definitions.length === 0) wrong.push('no definition');
    if (terms.some(({ children }) => children.length === 0)) wrong.push('an empty term');
    if (definitions.some((blocks) => blocks.length === 0)) wrong.push('an empty definition');
  }
  return wrong;
}
