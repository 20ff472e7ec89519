import { posix } from 'node:path';
import { isMarkdown, withoutMarkdownEnding } from '../../document/markdown-names.ts';
import { lacksBase, lacksPermalink } from '../../document/site-links.ts';

/** As Jekyll writes it, `/:year/:month/:day/:title/`: one pattern for all posts, or one for each outermost folder, by its name. */
export type Permalink = string | Readonly<Record<string, string>>;

/** How a site's own links become absolute: the address of its root, and the pattern of its posts' addresses. */
export interface SiteLinks {
  /** Without a stroke at its end. */
  readonly base: string;
  readonly permalink?: Permalink;
}

/** The path of a page on its site, seen from the root, for the name by which a tag or a file in the same folder calls it. */
export function sitePath(name: string, links: SiteLinks | undefined): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#]|$)/iu.test(name) && !isMarkdownFile(name)) return name;
  const { path, fragment } = withoutFragment(name);
  const post = postPath(path, patternFor(path, links?.permalink));
  if (post !== undefined) return post + fragment;
  if (isDated(path) || links === undefined) return name;
  const parts = withoutMarkdownEnding(path)
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('_'));
  if (parts.at(-1) === 'index') parts.pop();
  const end = isMarkdown(path) && parts.length > 0 ? '/' : path.endsWith('/') && parts.length > 0 ? '/' : '';
  return `/${parts.join('/')}${end}${fragment}`;
}

/** Whether an address, whatever stands behind its path, names a file of Markdown. */
export function isMarkdownFile(address: string): boolean {
  return isMarkdown(withoutFragment(address).path);
}

/**
 * The absolute address that a link of the site means; `undefined` where it says nothing that the site's pattern could fill. `from` is
 * the path of the post that has it, in the folder of the posts.
 */
export function siteAddress(href: string, links: SiteLinks, from = ''): string | undefined {
  const { path, fragment } = withoutFragment(href);
  if (/^\/(?!\/)/u.test(href)) {
    // `ref` of Hugo names a page by its file: its address has no ending.
    const page = sitePath(href, links);
    return isMarkdownFile(page) ? undefined : links.base + page;
  }
  if (!isMarkdown(path) || /^[a-z][a-z0-9+.-]*:/iu.test(path)) return undefined;
  const post = postPath(path, patternFor(seenFrom(from, path), links.permalink));
  return post === undefined ? undefined : links.base + post + fragment;
}

/** What is lacking to know the absolute address of a link for which `siteAddress` finds none, as a clause. */
export function whatLacks(href: string, links: SiteLinks | undefined, from: string): string {
  if (links === undefined) return lacksBase;
  const { path } = withoutFragment(href);
  if (!isMarkdown(path)) {
    const seen = 'it is seen from the address of the post';
    return links.permalink === undefined ? `${seen}, and ${lacksPermalink}` : `${seen}, which is not known`;
  }
  const seen = seenFrom(from, path);
  const pattern = patternFor(seen, links.permalink);
  if (pattern === undefined) {
    if (links.permalink === undefined) return lacksPermalink;
    const folder = folderOf(seen);
    return `${lacksPermalink} for ${folder === undefined ? 'files outside of its folders' : `the folder \`${folder}\``}`;
  }
  const asked = fill(pattern, path)
    .unknown.map((name) => `\`:${name}\``)
    .join(', ');
  return `\`permalink\` asks for ${asked}, which the name of the file does not say`;
}

/** The pattern for a file by its path in the folder of the posts. */
export function patternFor(path: string, permalink: Permalink | undefined): string | undefined {
  if (permalink === undefined || typeof permalink === 'string') return permalink;
  const folder = folderOf(path);
  return folder !== undefined && Object.hasOwn(permalink, folder) ? permalink[folder] : undefined;
}

/** The outermost folder of a path; none where the file lies in none, or outside of the folder of the posts. */
function folderOf(path: string): string | undefined {
  const [first, ...rest] = path.split('/').filter((part) => part !== '');
  return rest.length === 0 || first === '..' ? undefined : first;
}

/** The path of a file that a post names, in the folder of the posts. */
function seenFrom(from: string, path: string): string {
  return path.startsWith('/') ? path : posix.join(posix.dirname(from), path);
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
export function postPath(path: string, pattern: string | undefined): string | undefined {
  if (pattern === undefined) return undefined;
  const { filled, unknown } = fill(pattern, path);
  return unknown.length === 0 ? filled : undefined;
}

/** The name of an undated file: of a page that is a folder, that of the folder; none of a page that lists others. */
function ownName(path: string, stem: string | undefined): string | undefined {
  if (stem === '_index') return undefined;
  return stem === 'index' ? path.split('/').at(-2) : stem;
}

/** A pattern with what the name of a file says, and what it asks for besides. */
function fill(
  pattern: string,
  path: string,
): { readonly filled: string; readonly unknown: readonly string[] } {
  const [, year, month, day, title] = dated.exec(path) ?? [];
  const stem = /([^/]+?)(?:\.[a-z]+)?$/iu.exec(path)?.[1];
  const own = isMarkdown(path) ? ownName(path, stem) : undefined;
  const facts: Readonly<Record<string, string | undefined>> = {
    year,
    month,
    day,
    short_year: year?.slice(2),
    i_month: month?.replace(/^0/u, ''),
    i_day: day?.replace(/^0/u, ''),
    title: title ?? own,
    slug: title ?? own,
    basename: title === undefined ? own : stem,
  };
  const unknown = new Set<string>();
  const filled = pattern.replace(/:([a-z_]+)/gu, (_all, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact === undefined) unknown.add(name);
    return encodeURI(fact ?? '');
  });
  return { filled, unknown: [...unknown] };
}
