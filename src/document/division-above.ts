import type { Chapter, Publication } from './publication.ts';

/**
 * The division that stands on the first page of a post instead of on a page of its own, by the place of the post among the
 * chapters: where the publication asks for it (`partsPage`), and the post is the first of the division.
 */
export function divisionAbove({ chapters, design }: Publication, index: number): Chapter | undefined {
  const [before, post] = [chapters[index - 1], chapters[index]];
  if (design?.partsPage !== false || before?.kind !== 'division') return undefined;
  return post?.kind === 'post' && !post.outsideParts ? before : undefined;
}
