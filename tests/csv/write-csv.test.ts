import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from '../../src/csv/write-csv.ts';

test('only cells that need it stand in quotes (RFC 4180 §2)', () => {
  expect(
    writeCsv([
      ['a', 'b c', ''],
      ['x,y', 'say “so”, "so"', 'two\nlines'],
      ['=1+1', ' kept ', '\r'],
    ]),
  ).toBe('a,b c,\r\n"x,y","say “so”, ""so""","two\nlines"\r\n=1+1, kept ,"\r"\r\n');
  expect(writeCsv([])).toBe('');
});

test('a reader gets the cells back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\r', '\n', 'é', '=') });
  const rows = fc.integer({ min: 2, max: 4 }).chain((columns) => {
    return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }));
  });
  fc.assert(
    fc.property(rows, (table) => {
      expect(readCsv(writeCsv(table))).toEqual(table);
    }),
  );
});

/** A reader by the grammar of RFC 4180 §2. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
