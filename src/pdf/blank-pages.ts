import type { ChapterKind } from '../document/publication.ts';
import type { Metrics } from './theme/metrics.ts';

/** The pages without anything that a chapter of a bound book has around it. */
export interface BlankPages {
  readonly before: number;
  readonly after: number;
}

/** Where a chapter stands. */
export interface ChapterPages {
  /** The number that its first page would have. */
  readonly first: number;
  readonly pages: number;
  /** Whether a division stands above it. */
  readonly headsPart: boolean;
  /** Whether what follows is numbered from 1. */
  readonly endsFront: boolean;
}

/** What begins on a recto page however short it is. */
const begins: ReadonlySet<ChapterKind> = new Set(['title-page', 'front', 'contents', 'division']);

/**
 * The blank pages around a chapter, so that it begins on a recto page where it is long or of a kind that always does. Nothing
 * stands on the back of a division, and the front ends with a verso page: the numbers of both series are odd on recto pages.
 */
export function blankPages(
  kind: ChapterKind,
  { first, pages, headsPart, endsFront }: ChapterPages,
  { book }: Metrics,
): BlankPages {
  const isRecto = begins.has(kind) || headsPart || pages >= book.longPages;
  const before = isRecto && first % 2 === 0 ? 1 : 0;
  const next = first + before + pages;
  return { before, after: (kind === 'division' || endsFront) && next % 2 === 0 ? 1 : 0 };
}
