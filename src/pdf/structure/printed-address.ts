import type { Figure } from '../../document/document.ts';
import type { Link } from '../../document/inline.ts';
import { inlineText } from '../../document/plain-text.ts';

/**
 * What paper says of where a link leads, behind its words: the address of a page of the web; `undefined` where the words say
 * it already, or where it leads elsewhere.
 */
export function printedAddress({ target, children }: Pick<Link, 'target' | 'children'>): string | undefined {
  if (target.kind === 'internal' || !/^https?:/iu.test(target.url)) return undefined;
  const bare = (address: string): string => address.replace(/^https?:\/\//iu, '').replace(/\/$/u, '');
  return inlineText(children).includes(bare(target.url)) ? undefined : target.url;
}

/** The same of a picture that is a link; one that is missing has words in its place, none else has any that are seen. */
export function printedAddressOf({ link, image }: Figure): string | undefined {
  return link && printedAddress({ target: link, children: image.type === 'image' ? [] : image.children });
}
