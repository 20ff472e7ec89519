type Camel<Key extends string> = Key extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Key;

/** A map whose keys are written as names of the code: `schedule_item` is `scheduleItem`. */
export type CamelKeys<T> = { readonly [Key in keyof T as Key extends string ? Camel<Key> : Key]: T[Key] };

/** The same map under the names of the code, in the same order. */
export function camelKeys<T extends object>(map: T): CamelKeys<T> {
  const renamed = Object.entries(map).map(([key, value]) => [camelKey(key), value]);
  // Sound: `camelKey` does to a key what `Camel` says of it.
  return Object.fromEntries(renamed) as CamelKeys<T>;
}

/** `schedule_item` as `scheduleItem`. */
export function camelKey(key: string): string {
  return key.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
}
