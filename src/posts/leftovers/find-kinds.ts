import { shorten } from '../../characters/shorten.ts';
import type { Place } from '../../diagnostics/message.ts';
import type { ShownText } from './shown-text.ts';
import type { LeftoverKind } from './signs.ts';

/** The signs of one kind in a text: the first of them, and how many there are. */
export interface FoundKind {
  readonly kind: LeftoverKind;
  /** The first, as it is quoted in a message: on one line, shortened. */
  readonly quoted: string;
  readonly place: Place | undefined;
  readonly count: number;
}

/** What one kind of sign looks like to a person who sees hundreds of them: so much is quoted. */
export const longestQuote = 60;

/** The signs of each kind in a text that readers see; of two that begin at the same character the first kind counts. */
export function findKinds(
  kinds: readonly LeftoverKind[],
  { value, words, placeOf }: ShownText,
): readonly FoundKind[] {
  const taken = new Set<number>();
  return kinds.flatMap((kind): readonly FoundKind[] => {
    const found = [...value.matchAll(kind.pattern)].filter(({ index }) => !taken.has(index));
    for (const { index } of found) taken.add(index);
    const [first] = found;
    if (first === undefined) return [];
    const { 0: signs, index } = first;
    const end = index + signs.length;
    const quoted = shorten(words.slice(index, end), longestQuote).replace(/\s+/gu, ' ').trim();
    return [{ kind, quoted, place: placeOf(index, end), count: found.length }];
  });
}

/** How often a sign stands in a block or a text, where that is more than once. */
export function timesIn(what: string, count: number): string {
  return count === 1 ? '' : ` (${count} times in this ${what})`;
}
