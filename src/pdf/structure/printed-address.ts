import type { Link } from '../../document/inline.ts';
import { inlineText } from '../../document/plain-text.ts';

/**
 * What paper says of where a link leads, behind its words: the address of a page of the web; `undefined` where the words say
 * it already, or where it leads elsewhere.
 */
export function printedAddress({ target, children }: Link): string | undefined {
  if (target.kind === 'internal' || !/^https?:/iu.test(target.url)) return undefined;
  const bare = (address: string): string => address.replace(/^https?:\/\//iu, '').replace(/\/$/u, '');
  return inlineText(children).includes(bare(target.url)) ? undefined : target.url;
}
