import type { ChapterKind } from '../document/publication.ts';
import type { Metrics } from './theme/metrics.ts';

/** The pages without anything that a chapter of a bound book has around it. */
export interface BlankPages {
  readonly before: number;
  readonly after: number;
}

/** What is the same leaf as nothing else, so that it begins on the right, and its back is its own or blank. */
const ownLeaves: ReadonlySet<ChapterKind> = new Set(['title-page', 'front', 'contents', 'division']);

/**
 * The blank pages around a chapter, so that it begins on a recto page where it has leaves of its own or is long. `first` is
 * the number that its first page would have, `pages` how many it has. All before the first post has leaves of its own: the
 * numbers of both series are odd on recto pages.
 */
export function blankPages(
  kind: ChapterKind,
  { first, pages }: { readonly first: number; readonly pages: number },
  { book }: Metrics,
): BlankPages {
  const own = ownLeaves.has(kind);
  const before = (own || pages >= book.longPages) && first % 2 === 0 ? 1 : 0;
  return { before, after: own ? pages % 2 : 0 };
}
