/** The largest of the numbers, however many: `Math.max(...numbers)` would exhaust the stack. `-Infinity` where there are none. */
export function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), -Infinity);
}

/** The smallest of the numbers, however many. `Infinity` where there are none. */
export function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Infinity);
}
