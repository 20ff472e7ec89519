import { isMarkdown } from './markdown-names.ts';

/** A link to a part of the site whose address cannot be known. */
export interface UnknownAddress {
  readonly address: string;
  /** What is lacking to know it, as a clause. */
  readonly lacks: string;
}

/** What is lacking where a project does not say the address of its site. */
export const lacksBase = 'tagleaf.yaml has no `links: { base }`';

/** What is lacking where it says that, and no pattern. */
export const lacksPermalink = '`links` of tagleaf.yaml has no `permalink`';

/**
 * What is said of the links of one post to parts of its site whose addresses cannot be known, and what is lacking to know them. All
 * of them are quoted, each once, since an address that no message quotes would be words lost. `links` is not empty.
 */
export function describeSiteLinks(links: readonly UnknownAddress[]): string {
  const named = different(links, ({ address }) => `“${address}”`).join(', ');
  const lacks = different(links, ({ lacks: lack }) => lack).join('; ');
  const isPosts = links.every(({ address }) => isMarkdown(address.replace(/[?#].*$/su, '')));
  const said =
    links.length === 1
      ? `Link is written as its words alone, for it leads to a ${isPosts ? 'post' : 'part of the site'} whose address is not known`
      : `${links.length} links are written as their words alone, for they lead to ${isPosts ? 'posts' : 'parts of the site'} whose addresses are not known`;
  return `${said}: ${named} (${lacks})`;
}

function different(
  links: readonly UnknownAddress[],
  partOf: (link: UnknownAddress) => string,
): readonly string[] {
  return [...new Set(links.map(partOf))];
}
