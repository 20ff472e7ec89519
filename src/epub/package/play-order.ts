import type { NavItem, PageTarget } from './book.ts';
import type { NavEntry } from './nav-items.ts';

/** A page before it is numbered. */
export interface PageEntry {
  readonly label: string;
  readonly href: string;
}

/** Toc and page-list with their numbers. */
export interface OrderedNavigation {
  readonly toc: readonly NavItem[];
  readonly pageList: readonly PageTarget[];
}

/** Numbers the entries of toc and page-list through, in reading order: what leads to one place has one number. */
export function withPlayOrder(
  toc: readonly NavEntry[],
  pages: readonly PageEntry[],
  orderOf: (href: string) => number,
): OrderedNavigation {
  const hrefs = new Set([...addresses(toc), ...pages.map(({ href }) => href)]);
  const sorted = [...hrefs].toSorted((left, right) => orderOf(left) - orderOf(right));
  const numbers = new Map(sorted.map((href, index) => [href, index + 1]));
  const numberOf = (href: string): number => numbers.get(href) ?? 0;
  const number = (entry: NavEntry): NavItem => ({
    ...entry,
    playOrder: numberOf(entry.href),
    children: entry.children.map(number),
  });
  const counts = { front: 0, normal: 0 };
  const pageList = pages.map(({ label, href }): PageTarget => {
    const type = /^\d+$/u.test(label) ? 'normal' : 'front';
    counts[type] += 1;
    return { label, href, playOrder: numberOf(href), type, value: counts[type] };
  });
  return { toc: toc.map(number), pageList };
}

function addresses(entries: readonly NavEntry[]): readonly string[] {
  return entries.flatMap(({ href, children }) => [href, ...addresses(children)]);
}
