import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read-csv.ts';
import { withoutFormula } from '../../src/csv/without-formula.ts';
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

test('a cell stands in quotes where it holds the sign that parts the cells', () => {
  expect(writeCsv([['a|b', 'c,d']], { delimiter: '|' })).toBe('"a|b"|c,d\r\n');
});

test.each([',', '|'] as const)('a reader gets the cells back where %s parts them', (delimiter) => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '|', '"', '\r', '\n', 'é', '=') });
  const rows = fc.integer({ min: 2, max: 4 }).chain((columns) => {
    return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }));
  });
  fc.assert(
    fc.property(rows, (table) => {
      expect(readCsv(writeCsv(table, { delimiter }), { delimiter })).toEqual(table);
    }),
  );
});

test('no cell for people begins as a formula does', () => {
  const cells = ['=1+1', '+1', '-1', '@a', '\tx', '\rx', "'=1", 'a=1', ' =1', ''];
  expect(cells.map(withoutFormula)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@a",
    "'\tx",
    "'\rx",
    "'=1",
    'a=1',
    ' =1',
    '',
  ]);
});
