import { isMarkdownFile, postPath, patternFor, type SiteLinks } from './site-path.ts';

/** What the front matter of a post says of its own address. */
export interface WrittenAddress {
  readonly permalink?: unknown;
  readonly url?: unknown;
}

/**
 * The absolute address of a post's own page: as its front matter has it (`permalink` of Jekyll, `url` of Hugo), else by the pattern of
 * the site; `undefined` where neither says it. `path` is its file in the folder of the posts.
 */
export function pageAddress(path: string, written: WrittenAddress, links: SiteLinks): string | undefined {
  const own = [written.permalink, written.url].find(
    (value): value is string => typeof value === 'string' && /^\/(?!\/)/u.test(value),
  );
  const page = postPath(path, own ?? patternFor(path, links.permalink));
  return page === undefined ? undefined : links.base + page;
}

/** Where a browser that shows `page` goes from an address that names no file of Markdown; `undefined` for what is not seen from it. */
export function relativeAddress(href: string, page: string): string | undefined {
  // A post of Jekyll by its name alone has no address here.
  const isSeen = !isRooted(href) && !isMarkdownFile(href) && !isNameOfPost(href);
  return isSeen && URL.canParse(href, page) ? new URL(href, page).href : undefined;
}

/** Whether it has a scheme, begins at the root of the site, or stays on the page. */
function isRooted(href: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|[/\\#?]|$)/iu.test(href);
}

function isNameOfPost(href: string): boolean {
  return /^\d{4}-\d{2}-\d{2}-[^/]+$/u.test(href);
}

/** What is to be said in `tagleaf.yaml` so that an address of the site is known that the folder of the posts does not show, as a clause. */
export function siteHint(href: string, links: SiteLinks | undefined): string {
  if (isRooted(href) || isMarkdownFile(href)) return '';
  if (links === undefined)
    return '; if its site has it, `links: { base, permalink }` in tagleaf.yaml says where';
  return links.permalink === undefined
    ? '; if its site has it, `permalink` under `links` in tagleaf.yaml says where'
    : '';
}
