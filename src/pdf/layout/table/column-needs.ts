import type { Metrics } from '../../theme/metrics.ts';
import type { TableCell } from '../../../document/document.ts';
import type { TextWidth } from '../../../text/measure-text.ts';

/** A cell on the grid, and how wide its content is. */
export interface CellWidth {
  readonly cell: TableCell;
  readonly width: TextWidth;
}

/** How wide a column has to be and would like to be, the room beside its words included, points. */
export interface ColumnNeeds {
  /** So that no word breaks but where a line may. */
  readonly minPt: number;
  /** So that what is read as one stands on one line. */
  readonly wordPt: number;
  /** So that nothing breaks. */
  readonly maxPt: number;
}

/** The needs of the columns, by those of their cells; what spans several columns is shared by them. */
export function columnNeeds(
  rows: readonly (readonly CellWidth[])[],
  at: { readonly count: number; readonly insetPt: number; readonly metrics: Metrics['table'] },
): readonly ColumnNeeds[] {
  const { narrowestColumnPt, sparePt } = at.metrics;
  const leastPt = 2 * at.insetPt + narrowestColumnPt;
  const besidePt = 2 * at.insetPt + sparePt;
  const needs = Array.from({ length: at.count }, () => ({
    minPt: leastPt,
    wordPt: leastPt,
    maxPt: leastPt,
  }));
  const cells = rows.flat().toSorted((a, b) => a.cell.colSpan - b.cell.colSpan);
  for (const { cell, width } of cells) {
    const covered = needs.slice(cell.column, cell.column + cell.colSpan);
    for (const kind of ['minPt', 'wordPt', 'maxPt'] as const) {
      const lacks = width[kind] + besidePt - covered.reduce((sum, column) => sum + column[kind], 0);
      if (lacks > 0) for (const column of covered) column[kind] += lacks / covered.length;
    }
  }
  return needs;
}
