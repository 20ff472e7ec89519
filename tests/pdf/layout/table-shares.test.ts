import { describe, expect, test } from 'vitest';
import type { TableCell } from '../../../src/document/document.ts';
import { columnNeeds, type CellWidth } from '../../../src/pdf/layout/table/column-needs.ts';
import { shareWidth } from '../../../src/pdf/layout/table/share-width.ts';
import { standardMetrics } from '../../../src/pdf/theme/metrics.ts';

const metrics = standardMetrics.table;

/** A cell whose one line is so wide; its lines are as long together as `inkPt` says. */
function cell(column: number, maxPt: number, { colSpan = 1, inkPt = maxPt } = {}): CellWidth {
  const own: TableCell = { type: 'table-cell', column, colSpan, rowSpan: 1, children: [] };
  return { cell: own, width: { minPt: maxPt, wordPt: maxPt, maxPt, inkPt, lines: 1 } };
}

test('what spans columns is shared by them when each has what its own cells need, wherever it stands', () => {
  const rows = [[cell(0, 100, { colSpan: 2 })], [cell(0, 60), cell(1, 10)]];
  for (const order of [rows, rows.toReversed()]) {
    const needs = columnNeeds(order, { count: 2, insetPt: 0, metrics: { ...metrics, sparePt: 0 } });
    expect(needs.map(({ wordPt }) => wordPt)).toEqual([75, 25]);
  }
});

describe('the width that columns share', () => {
  const columns = [
    { leastPt: 10, mostPt: 20 },
    { leastPt: 10, mostPt: 40 },
  ];

  test('goes on to the one that makes rows high when others have all that they would like', () => {
    const short = Array.from({ length: 5 }, (_, column) => [cell(column, 2)]);
    const long = [cell(5, 2000, { inkPt: 10_000 }), cell(6, 1000)];
    const wanted = [
      ...short.map(() => ({ leastPt: 1, mostPt: 2 })),
      { leastPt: 100, mostPt: 2000 },
      { leastPt: 100, mostPt: 1000 },
    ];
    const table = { rows: [...short, long], columns: wanted, besidePt: 0, metrics };
    expect(shareWidth(table, 445)).toEqual([2, 2, 2, 2, 2, 335, 100]);
  });

  test('goes to all by what they lack where it makes no row lower', () => {
    expect(shareWidth({ rows: [], columns, besidePt: 0, metrics }, 24)).toEqual([11, 13]);
  });

  test('takes nothing from their least where there is no more', () => {
    expect(shareWidth({ rows: [], columns, besidePt: 0, metrics }, 18)).toEqual([10, 10]);
  });

  test('is left over where they lack nothing', () => {
    const content = columns.map(({ mostPt }) => ({ leastPt: mostPt, mostPt }));
    expect(shareWidth({ rows: [], columns: content, besidePt: 0, metrics }, 100)).toEqual([20, 40]);
  });
});
