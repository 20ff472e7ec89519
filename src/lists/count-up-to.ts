/**
 * How many items lie at or before an offset, by bisection. The items stand in the order of their offsets, so that the last
 * of them is the one before the count, and the first beyond is the one at it.
 */
export function countUpTo<Item>(
  items: readonly Item[],
  offset: number,
  offsetOf: (item: Item) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = items[middle];
    if (item !== undefined && offsetOf(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
