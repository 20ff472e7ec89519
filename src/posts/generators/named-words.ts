/** The words that a post gives names to with `assign` and `capture`, as far as the search has come. */
export interface NamedWords {
  readonly variables: ReadonlyMap<string, string>;
  /** Where the captured words of a name begin. */
  readonly offsetOf: (name: string) => number | undefined;
  /** Gives words a name, or takes it from those that had it; `written` is what stands for them where nothing uses them. */
  readonly set: (name: string, value: string | undefined, capture?: Captured) => void;
  /** Tells that the words of a name were used. */
  readonly use: (name: string) => void;
  /** Begins or ends tags that decide whether the words within are there. */
  readonly condition: (step: 1 | -1) => void;
  readonly isCertain: () => boolean;
  readonly unused: () => readonly Captured[];
}

/** Words between the tags of `capture`. */
export interface Captured {
  readonly start: number;
  readonly end: number;
  /** Where its words begin. */
  readonly wordsAt: number;
}

/** The names that the front matter gives, and no others yet. */
export function createNamedWords(given: Readonly<Record<string, string>> = {}): NamedWords {
  const variables = new Map(Object.entries(given));
  const captures = new Map<string, Captured>();
  const unused = new Set<Captured>();
  let depth = 0;
  return {
    variables,
    offsetOf: (name) => captures.get(name)?.wordsAt,
    set: (name, value, capture) => {
      if (value === undefined || depth > 0) variables.delete(name);
      else variables.set(name, value);
      captures.delete(name);
      if (capture === undefined) return;
      captures.set(name, capture);
      unused.add(capture);
    },
    use: (name) => {
      const capture = captures.get(name);
      if (capture) unused.delete(capture);
    },
    condition: (step) => void (depth = Math.max(0, depth + step)),
    isCertain: () => depth === 0,
    unused: () => [...unused],
  };
}
