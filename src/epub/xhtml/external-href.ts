// RFC 3986 §2: what is neither reserved nor unreserved, a per cent sign that encodes nothing, brackets, which may
// only stand around an IPv6 address, and a second `#`. The WHATWG serialisation leaves them where they are.
const forbidden = /[^\w.~:/?#@!$&'()*+,;=%[\]-]+|%(?![0-9A-Fa-f]{2})/gu;

/** The address in the form that RFC 3986 allows (EPUB 3.3 asks for valid URLs); `undefined` where it is none. */
export function externalHref(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const href = new URL(url).href.replace(forbidden, encodeURIComponent);
  const pathStart = href.search(/(?<![:/])[/?#]/u);
  if (pathStart < 0) return href;
  const rest = href.slice(pathStart).replaceAll('[', '%5B').replaceAll(']', '%5D');
  const first = rest.indexOf('#');
  return (
    href.slice(0, pathStart) +
    rest.replaceAll('#', (sign, offset: number) => (offset === first ? sign : '%23'))
  );
}
