/**
 * What is said of the links of one post to parts of its site whose addresses nobody has said. All of them are quoted, each once,
 * since an address that no message quotes would be words lost. `addresses` is not empty.
 */
export function describeSiteLinks(addresses: readonly string[]): string {
  const different = [...new Set(addresses)];
  const named = different.map((address) => `“${address}”`).join(', ');
  if (addresses.length === 1)
    return `Link is written as its words alone, for it leads to a part of the site whose address is not known: ${named}`;
  return `${addresses.length} links are written as their words alone, for they lead to parts of the site whose addresses are not known: ${named}`;
}
