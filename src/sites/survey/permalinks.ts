import { asMap } from '../read-data.ts';
import { asText } from '../contents/contents-list.ts';

/** Jekyll's names for patterns (Jekyll 4, Permalinks, Built-in formats). */
const formats: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title.html'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['none', '/:categories/:title.html'],
]);

/** The pattern of Jekyll's posts; its own default where the configuration has none. Categories are in no name of a file. */
export function jekyllPermalink(written: string | undefined): string {
  const pattern = formats.get(written ?? 'date') ?? written ?? '';
  return pattern.replaceAll('/:categories', '');
}

/** The pattern of Hexo's posts, which lie in one folder; `undefined` where it asks for what is in no name of a file. */
export function hexoPermalink(
  written = ':year/:month/:day/:title/',
): Readonly<Record<string, string>> | undefined {
  const pattern = `/${written}`.replace(/^\/{2,}/u, '/').replaceAll(/:post_title\b/gu, ':title');
  const unknown = pattern.replaceAll(/:(?:year|month|day|title)\b/gu, '').includes(':');
  return unknown ? undefined : { _posts: pattern };
}

/** What Hugo's patterns are read by. */
export interface HugoPatterns {
  readonly permalinks: unknown;
  /** Whether the names of files say the dates of posts, and what follows them their slugs (`frontmatter: { date: [":filename"] }`). */
  readonly datesInNames: boolean;
  /** What stands before every address of the language; empty where nothing does. */
  readonly prefix: string;
}

/**
 * The patterns of Hugo's pages, by their sections. One that is made of titles is left out where only what stands in a post could fill
 * it: a file without a date in its name would be led to the address of another.
 */
export function hugoPermalinks(patterns: HugoPatterns): Readonly<Record<string, string>> | undefined {
  const map = asMap(patterns.permalinks) ?? {};
  const found = Object.entries({ ...map, ...asMap(map['page']) }).flatMap(([section, written]) => {
    const pattern = asText(written);
    return pattern === undefined ? [] : [[section, ourPattern(pattern, section, patterns)] as const];
  });
  const known = found.filter(
    ([, pattern]) => pattern.includes(':basename') || /:(?:short_)?year/u.test(pattern),
  );
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

function ourPattern(written: string, section: string, { datesInNames, prefix }: HugoPatterns): string {
  const path = [prefix, written]
    .join('/')
    .split('/')
    .filter((part) => part !== '')
    .join('/');
  return `/${path}${written.endsWith('/') ? '/' : ''}`
    .replaceAll(/:(?:contentbasename|filename)\b/gu, ':basename')
    .replaceAll(/:slugor(?:contentbasename|filename)\b/gu, datesInNames ? ':slug' : ':basename')
    .replaceAll(/:section\b/gu, section);
}
