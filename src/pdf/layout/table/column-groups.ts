import type { ColumnNeeds } from './column-needs.ts';

/** Columns of a table that stand beside each other, from the first to before the last, behind those that are repeated. */
export interface ColumnGroup {
  readonly from: number;
  readonly to: number;
}

/** Into how many parts a width is halved to make groups about as wide as each other. */
const evenSteps = 6;

/**
 * Groups of columns, as few as the room allows and about as wide as each other: each holds at least one column of its own,
 * and the first of all columns, which are repeated, `repeated` many.
 */
export function groupColumns(
  needs: readonly ColumnNeeds[],
  { roomPt, repeated }: { readonly roomPt: number; readonly repeated: number },
): readonly ColumnGroup[] {
  const widths = needs.map(({ wordPt }) => wordPt);
  const repeatedPt = widths.slice(0, repeated).reduce((sum, width) => sum + width, 0);
  const own = widths.slice(repeated);
  const cut = (limitPt: number): readonly ColumnGroup[] => cutWidths(own, limitPt, repeated);
  let [least, most] = [0, roomPt - repeatedPt];
  let groups = cut(most);
  const { length } = groups;
  for (let step = 0; step < evenSteps; step += 1) {
    const middle = (least + most) / 2;
    const evener = cut(middle);
    if (evener.length > length) least = middle;
    else [most, groups] = [middle, evener];
  }
  return groups;
}

/** As many widths beside each other as the limit allows, and one at least. */
function cutWidths(widths: readonly number[], limitPt: number, first: number): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  let [from, widthPt] = [0, 0];
  for (const [index, width] of widths.entries()) {
    if (index > from && widthPt + width > limitPt) {
      groups.push({ from: first + from, to: first + index });
      [from, widthPt] = [index, 0];
    }
    widthPt += width;
  }
  return [...groups, { from: first + from, to: first + widths.length }];
}
