import { describeSiteLinks } from '../../document/site-links.ts';
import { report, type PostContext } from '../context/post-context.ts';

/** Tells once of all links of a post to parts of its site whose addresses nobody has said. */
export function reportSiteLinks(context: PostContext): void {
  const [first] = context.siteLinks;
  if (!first) return;
  const reason = describeSiteLinks(context.siteLinks);
  report(context, 'link-address-unknown', { reason, place: first.place });
}
