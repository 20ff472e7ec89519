/** How the values of a fact stand under a property of JSON-LD, and how they are read back. */
export interface JsonShape {
  /** Given at least one value; `joined` is all of them as one. A list may be shared with other facts: theirs follow. */
  readonly write: (values: readonly string[], joined: string) => unknown;
  /** Absent where what stands there does not say which values are whose. */
  readonly read?: (value: unknown) => readonly string[];
}

/** One text. */
export const text: JsonShape = {
  write: (_, joined) => joined,
  read: (value) => (typeof value === 'string' ? [value] : []),
};

/** A list of texts, one for each value. */
export const texts: JsonShape = {
  write: (values) => values,
  read: (value) => listOf(value).filter((item) => typeof item === 'string'),
};

/** One text of a list that other facts share. */
export const among: JsonShape = { write: (_, joined) => [joined] };

/** A text that stands for the fact that there is any. */
export function says(word: string): JsonShape {
  return { write: () => word };
}

/** One thing of a type of schema.org, which has a name. */
export function thing(type: string): JsonShape {
  return {
    write: (_, joined) => ({ '@type': type, name: joined }),
    read: (value) => valuesUnder('name', [value]),
  };
}

/** A list of things of which only one property is known. */
export function things(property: 'name' | 'identifier'): JsonShape {
  return {
    write: (values) => values.map((value) => ({ [property]: value })),
    read: (value) => valuesUnder(property, listOf(value)),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function valuesUnder(property: string, items: readonly unknown[]): readonly string[] {
  return items
    .map((item): unknown =>
      typeof item === 'object' && item !== null ? Reflect.get(item, property) : undefined,
    )
    .filter((item) => typeof item === 'string');
}
