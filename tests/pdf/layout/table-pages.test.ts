import { expect, test } from 'vitest';
import { layOutPost } from './lay-out-post.ts';

/** How many rows of a table of so many stand on each page below so many paragraphs; a row begins with `Row`. */
function rowsOfPages(rows: number, paragraphs: number): readonly number[] {
  const table = Array.from({ length: rows }, (_, index) => `| Row ${index} |`).join('\n');
  const words = Array.from({ length: paragraphs }, () => 'Words.').join('\n\n');
  const { list } = layOutPost(`---\ntitle: Rows\nlang: en\n---\n\n${words}\n\n| Head |\n| --- |\n${table}\n`);
  return list.pages.map(
    ({ placed }) =>
      placed.flatMap(({ marks }) =>
        marks.filter((mark) => mark.type === 'run' && mark.runs[0]?.text.startsWith('Row ')),
      ).length,
  );
}

test('no row stands alone at the end of a page, nor at the top of the last', () => {
  const cases = Array.from({ length: 26 }, (_, paragraphs) => rowsOfPages(9, paragraphs + 1));
  // The pages do end within the table, everywhere that they may.
  expect(cases.filter((pages) => pages.filter((rows) => rows > 0).length > 1).length).toBeGreaterThan(3);
  expect(cases.flat().filter((rows) => rows === 1)).toEqual([]);
  expect(new Set(cases.map((pages) => pages.reduce((sum, rows) => sum + rows, 0)))).toEqual(new Set([9]));
});

test('rows of many lines may stand alone', () => {
  const row = `| Row ${'with many words '.repeat(150)} |`;
  const { list } = layOutPost(
    `---\ntitle: Rows\nlang: en\n---\n\n| Head |\n| --- |\n${`${row}\n`.repeat(3)}`,
  );
  const starts = list.pages.map(
    ({ placed }) =>
      placed.flatMap(({ marks }) =>
        marks.filter((mark) => mark.type === 'run' && mark.runs[0]?.text.startsWith('Row ')),
      ).length,
  );
  expect(starts).toContain(1);
});
