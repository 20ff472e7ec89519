/** A cell by how many rows it goes over, and how high it has to be. */
export interface CellHeight {
  readonly rowSpan: number;
  readonly neededPt: number;
}

/**
 * The heights of rows that cells join: the last row of a cell makes up for what its rows lack. Cells that end further up
 * come first, so that those around them lack no more than they must, and no row is summed up again for each of them.
 */
export function rowHeights(rows: readonly (readonly CellHeight[])[], leastPt: number): readonly number[] {
  const endingIn = rows.map((): { readonly first: number; readonly neededPt: number }[] => []);
  rows.forEach((cells, first) => {
    for (const { rowSpan, neededPt } of cells)
      endingIn[Math.min(first + rowSpan, rows.length) - 1]?.push({ first, neededPt });
  });
  const tops: number[] = [];
  let topPt = 0;
  return endingIn.map((cells) => {
    tops.push(topPt);
    const heightPt = cells.reduce(
      (most, { first, neededPt }) => Math.max(most, neededPt - (topPt - (tops[first] ?? 0))),
      leastPt,
    );
    topPt += heightPt;
    return heightPt;
  });
}
