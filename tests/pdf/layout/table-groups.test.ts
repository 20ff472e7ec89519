import { describe, expect, test } from 'vitest';
import type { Table, TableCell } from '../../../src/document/document.ts';
import { groupColumns } from '../../../src/pdf/layout/table/column-groups.ts';
import { headingColumns } from '../../../src/pdf/layout/table/split-table.ts';

/** The groups of columns of these widths, each as the place of its first and the one behind its last. */
function groupsOf(widths: readonly number[], roomPt: number, repeated = 0): readonly (readonly number[])[] {
  const needs = widths.map((wordPt) => ({ minPt: 0, wordPt, maxPt: wordPt }));
  return groupColumns(needs, { roomPt, repeated }).map(({ from, to }) => [from, to]);
}

describe('the groups of columns', () => {
  test('are as few as the room allows, and as wide as each other', () => {
    expect(groupsOf([10, 10, 10, 10, 10], 40)).toEqual([
      [0, 3],
      [3, 5],
    ]);
    expect(groupsOf([10, 10, 10, 10, 10], 50)).toEqual([[0, 5]]);
  });

  test('fill the room to the full, the later ones too', () => {
    expect(groupsOf([10, 10, 10, 10, 10, 10], 30)).toEqual([
      [0, 3],
      [3, 6],
    ]);
  });

  test('leave room for the columns that are repeated', () => {
    expect(groupsOf([10, 10, 10, 10, 10], 30, 1)).toEqual([
      [1, 3],
      [3, 5],
    ]);
  });

  test('are as even as six halvings of the room find, no more', () => {
    expect(groupsOf([32, 0.75, 31.5], 64)).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });

  test('hold one column where it alone is wider than the room', () => {
    expect(groupsOf([50, 10, 50], 40)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
});

/** A table of one row below its head, whose cells head it or do not. */
function tableOf(headers: readonly TableCell['header'][]): Table {
  const cells = headers.map((header, column): TableCell => ({
    type: 'table-cell',
    column,
    colSpan: 1,
    rowSpan: 1,
    children: [],
    ...(header && { header }),
  }));
  const columns = headers.map(() => ({}));
  return { type: 'table', columns, head: [], body: [{ type: 'table-row', cells }], foot: [] };
}

test.each<[string, number, readonly TableCell['header'][]]>([
  ['those of row headers', 2, ['row', 'row', undefined, 'row']],
  ['the first where there are none', 1, [undefined, undefined]],
  ['the first where it is headed by columns', 1, ['column', 'row', undefined]],
  ['all where all are', 2, ['row', 'row']],
])('the columns that say what rows are about: %s', (_, count, headers) => {
  expect(headingColumns(tableOf(headers))).toBe(count);
});
