import { posix } from 'node:path';
import { percentDecoded } from '../characters/percent-decoded.ts';
import { isMarkdown, withoutMarkdownEnding } from '../document/markdown-names.ts';
import { freeNames } from '../lists/free-names.ts';

/** A post of a collection as its file is named. */
export interface Member {
  /** Inside the folder of the posts, with `/` between the parts. */
  readonly path: string;
  /** What every id of the post begins with; an NCName that ends with its only full stop. */
  readonly idPrefix: string;
}

/** How the site of the posts writes their addresses. */
export interface SiteAddresses {
  /** The address of the site's root, without a stroke at its end. */
  readonly base?: string | undefined;
  /** The address of a post by the name of its file, from the root of the site; `undefined` where it cannot be known. */
  readonly pathOf?: ((name: string) => string | undefined) | undefined;
}

const longestStem = 40;

/** Gives every post of a collection the prefix of its ids: from the name of its file, so that it stays when others come. */
export function nameMembers(paths: readonly string[]): readonly Member[] {
  const stemFor = freeNames({
    taken: new Set(),
    firstNumber: 2,
    numbered: (stem, number) => `${stem}-${number}`,
  });
  return paths.map((path) => ({ path, idPrefix: `${stemFor(stemOf(path))}.` }));
}

function stemOf(path: string): string {
  const { dir, name } = posix.parse(path);
  const named = /^_?index$/iu.test(name) && dir !== '' ? posix.basename(dir) : name;
  const words = named
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/gu, '');
  const stem = words.slice(0, longestStem).replace(/(?<!-)-+$/u, '');
  return /^[a-z]/u.test(stem) ? stem : `p${stem === '' ? '' : `-${stem}`}`;
}

/**
 * The function that finds the post of a collection that an address without its fragment leads to, seen from one of its
 * posts: a relative path to its file, with or without extension, or its address on the site.
 */
export function memberFinder(
  members: readonly Member[],
  site: SiteAddresses = {},
): (from: string) => (address: string) => string | undefined {
  const byPath = new Map<string, string>();
  const bySite = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { path, idPrefix } of members) {
    const bare = withoutExtension(path);
    add(byPath, path, idPrefix);
    for (const address of [site.pathOf?.(path), `/${bare}/`]) {
      if (address !== undefined) add(bySite, siteKey(address), idPrefix);
    }
    add(byName, posix.basename(bare), idPrefix);
  }
  // The README of a folder is its page where it has no other (mdBook, MkDocs, Docusaurus).
  for (const { path, idPrefix } of members) {
    const folder = siteKey(`/${path.replace(/(?<=^|\/)readme\.[^./]+$/iu, '')}`);
    if (/(?:^|\/)readme\.[^./]+$/iu.test(path) && !bySite.has(folder)) bySite.set(folder, idPrefix);
  }
  const known = (map: ReadonlyMap<string, string>, key: string): string | undefined =>
    map.get(key) || undefined;
  return (from) => (address) => {
    const path = percentDecoded(address.split('?')[0] ?? '').trim();
    if (path === '') return undefined;
    const { base } = site;
    if (base !== undefined && path.startsWith(`${base}/`))
      return known(bySite, siteKey(path.slice(base.length)));
    if (path.startsWith('/')) return path.startsWith('//') ? undefined : known(bySite, siteKey(path));
    // Nothing leads above the root of a site.
    const resolved = posix.join('/', posix.dirname(from), path).slice(1);
    return (
      known(byPath, resolved) ??
      known(byPath, `${withoutExtension(resolved)}.md`) ??
      known(bySite, siteKey(`/${resolved}`)) ??
      // As Jekyll's `post_url` and Hugo's `ref` name a post: without folder and extension.
      (/^[^/.]+$/u.test(path) ? known(byName, path) : undefined)
    );
  };
}

/** An address that two posts have leads to neither. */
function add(map: Map<string, string>, key: string, prefix: string): void {
  const before = map.get(key);
  map.set(key, before === undefined || before === prefix ? prefix : '');
}

/** The form in which addresses on a site are compared: `/a/`, `/a`, `/a.html` and `/a/index.html` are one page, and folders that begin with `_` have no part in addresses. */
export function siteKey(address: string): string {
  return address
    .replace(/(?<!\/)\/+$/u, '')
    .replace(/(?:\/_?index)?(?:\.(?:html?|md|markdown|mkd|qmd|rmd))?$/iu, '')
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('_'))
    .join('/')
    .toLowerCase();
}

function withoutExtension(path: string): string {
  return isMarkdown(path) ? withoutMarkdownEnding(path) : path.replace(/\.html?$/iu, '');
}
