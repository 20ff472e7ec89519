/** How a site's own links become absolute: the address of its root, and the pattern of its posts' addresses. */
export interface SiteLinks {
  /** Without a stroke at its end. */
  readonly base: string;
  /** As Jekyll writes it: `/:year/:month/:day/:title/`. */
  readonly permalink?: string;
}

const markdownFile = /\.(?:md|markdown|mkd|qmd)$/iu;

/** The path of a page on its site, seen from the root, for the name by which a tag or a file in the same folder calls it. */
export function sitePath(name: string, links: SiteLinks | undefined): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#]|$)/iu.test(name) && !markdownFile.test(withoutFragment(name).path))
    return name;
  const { path, fragment } = withoutFragment(name);
  const post = postPath(path, links?.permalink);
  if (post !== undefined) return post + fragment;
  if (isDated(path) || links === undefined) return name;
  const parts = path
    .replace(markdownFile, '')
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('_'));
  if (parts.at(-1) === 'index') parts.pop();
  const end =
    markdownFile.test(path) && parts.length > 0 ? '/' : path.endsWith('/') && parts.length > 0 ? '/' : '';
  return `/${parts.join('/')}${end}${fragment}`;
}

/** Whether an address, whatever stands behind its path, names a file of Markdown. */
export function isMarkdownFile(address: string): boolean {
  return markdownFile.test(withoutFragment(address).path);
}

/** The absolute address that a link of the site means; `undefined` where it says nothing that the site's pattern could fill. */
export function siteAddress(href: string, links: SiteLinks): string | undefined {
  const { path, fragment } = withoutFragment(href);
  if (/^\/(?!\/)/u.test(href)) {
    // `ref` of Hugo names a page by its file: its address has no ending.
    const page = sitePath(href, links);
    return markdownFile.test(withoutFragment(page).path) ? undefined : links.base + page;
  }
  if (!markdownFile.test(path) || /^[a-z][a-z0-9+.-]*:/iu.test(path)) return undefined;
  const post = postPath(path, links.permalink);
  return post === undefined ? undefined : links.base + post + fragment;
}

function withoutFragment(name: string): { readonly path: string; readonly fragment: string } {
  const at = /[?#]/u.exec(name)?.index ?? name.length;
  return { path: name.slice(0, at), fragment: name.slice(at) };
}

const dated = /(?:^|\/)(\d{4})-(\d{2})-(\d{2})-([^/]+?)(?:\.[a-z]+)?$/iu;

function isDated(path: string): boolean {
  return dated.test(path);
}

/** The address of a post by the date and the title in its file name; without a date only where the pattern asks for none. */
function postPath(path: string, permalink: string | undefined): string | undefined {
  if (permalink === undefined) return undefined;
  const [, year, month, day, title] = dated.exec(path) ?? [];
  const stem = /([^/]+?)(?:\.[a-z]+)?$/iu.exec(path)?.[1];
  const facts: Readonly<Record<string, string | undefined>> = {
    year,
    month,
    day,
    short_year: year?.slice(2),
    i_month: month?.replace(/^0/u, ''),
    i_day: day?.replace(/^0/u, ''),
    title: title ?? (markdownFile.test(path) ? stem : undefined),
    slug: title ?? (markdownFile.test(path) ? stem : undefined),
  };
  let known = true;
  const filled = permalink.replace(/:([a-z_]+)/gu, (_all, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) known = false;
    return encodeURI(fact ?? '');
  });
  return known ? filled : undefined;
}
