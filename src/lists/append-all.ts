/**
 * Puts items behind those of a list, however many they are. `push(...items)` would hand each over as an argument of a
 * call, and some 120,000 arguments exhaust the stack.
 */
export function appendAll<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}
