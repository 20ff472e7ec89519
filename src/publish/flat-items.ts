/** An item and how many others it stands in, from 1. */
export interface FlatItem<T> {
  readonly depth: number;
  readonly item: T;
}

/** Items with those below them behind them. */
export function flat<T extends { readonly children: readonly T[] }>(
  items: readonly T[],
): readonly FlatItem<T>[] {
  const all: FlatItem<T>[] = [];
  const open = items.toReversed().map((item) => ({ item, depth: 1 }));
  for (let next = open.pop(); next; next = open.pop()) {
    all.push(next);
    for (const item of next.item.children.toReversed()) open.push({ item, depth: next.depth + 1 });
  }
  return all;
}
