import { quotable } from '../characters/quotable.ts';
import { placeAt, type PostContext, report } from './context/post-context.ts';
import { listingIds } from './context/quarto-listings.ts';

/** Tells of lists of other pages that a site of Quarto puts into the post, each with its name. */
export function reportListings(context: PostContext): void {
  const { matter } = context;
  const ids = listingIds(matter);
  if (matter === undefined || ids === undefined) return;
  const { start, end } = matter.stretchOf(['listing']) ?? { start: 0, end: 0 };
  const from = matter.block.start;
  const named = ids.slice(0, mostNamed).map((id) => `“${quotable(id)}”`);
  const rest = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  const reason = `Quarto puts a list of other pages here (${named.join(', ')}${rest}): neither file has it`;
  report(context, 'listing-unfilled', { reason, place: placeAt(context, from + start, from + end) });
}

const mostNamed = 10;
