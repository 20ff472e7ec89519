/** A map without the keys that have no value, and lists in it without such items; a null says that a fact is not there. */
export function withoutNulls(map: object): Readonly<Record<string, unknown>> {
  const kept = Object.entries(map).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, within(value)]));
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(within);
  return typeof value === 'object' && value !== null ? withoutNulls(value) : value;
}
