import { countUpTo } from '../lists/count-up-to.ts';

/** A stretch of a source, in UTF-16 offsets; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Markup by its form, in whatever order: it holds no words for readers. */
export interface FoundMarkup {
  /** Names, labels, numbers, keys. */
  readonly signs: Stretch[];
  /** Addresses: they hold no words where the model has the address. */
  readonly addresses: Stretch[];
  /** Titles of definitions: their words stand where the definition is used. */
  readonly titles: Stretch[];
}

/** Tells whether something lies within one of the stretches, which may overlap and stand in any order. */
export function coveredBy(stretches: readonly Stretch[]): (inner: Stretch) => boolean {
  const sorted = stretches.toSorted((one, other) => one.start - other.start);
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return ({ start, end }) => (reach[countUpTo(sorted, start, (stretch) => stretch.start) - 1] ?? 0) >= end;
}

/** From each opening sign, found by an expression that is global, to the next closing one behind it; what nothing closes is none. */
export function enclosed(source: string, open: RegExp, close: string): readonly Stretch[] {
  const found: Stretch[] = [];
  open.lastIndex = 0;
  for (let match = open.exec(source); match !== null; match = open.exec(source)) {
    const end = source.indexOf(close, open.lastIndex);
    if (end < 0) break;
    open.lastIndex = end + close.length;
    found.push({ start: match.index, end: open.lastIndex });
  }
  return found;
}
