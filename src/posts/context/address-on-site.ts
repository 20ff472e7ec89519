import { pageAddress, relativeAddress } from '../generators/page-address.ts';
import { siteAddress } from '../generators/site-path.ts';
import type { PostContext } from './post-context.ts';

/**
 * The absolute address that an address without a scheme has on the site of the post: from its root, by the name of a file, or seen
 * from the page of the post; `undefined` where what is known of the site does not say it.
 */
export function addressOnSite(
  address: string,
  { options, matter }: Pick<PostContext, 'options' | 'matter'>,
): string | undefined {
  const { links, path } = options;
  if (links === undefined) return undefined;
  const known = siteAddress(address, links, path);
  if (known !== undefined) return known;
  const page = pageAddress(path, matter?.values ?? {}, links);
  return page && relativeAddress(address, page);
}
