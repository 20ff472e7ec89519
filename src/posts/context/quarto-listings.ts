import type { FoundMatter } from '../front-matter/read-matter.ts';

/** Where Quarto puts lists of other pages into a post, by the ids that it takes from the front matter; `undefined` where it puts none. */
export function listingIds(matter: FoundMatter | undefined): readonly string[] | undefined {
  const { listing } = matter?.values ?? {};
  if (typeof listing === 'string') return types.has(listing) ? ['listing'] : undefined;
  if (typeof listing !== 'object' || listing === null) return undefined;
  return [listing].flat().map((one: unknown): string => {
    const named = typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined;
    return typeof named === 'string' ? named : 'listing';
  });
}

const types: ReadonlySet<string> = new Set(['default', 'grid', 'table']);

/** Whether a fragment leads to such a list: by its id, by that of what holds it, or to a part of it by a category. */
export function isPlaceOfListing(fragment: string, matter: FoundMatter | undefined): boolean {
  const ids = listingIds(matter);
  if (ids === undefined) return false;
  const id = fragment.startsWith('listing-') ? fragment.slice('listing-'.length) : fragment;
  return fragment.startsWith('category=') || ids.includes(fragment) || ids.includes(id);
}
