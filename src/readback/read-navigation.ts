import type { Element } from 'xast';
import { attributeOf, childElements, descendants, textContent } from './xml-tree.ts';

/** An entry of the table of contents of an EPUB. */
export interface NavigationEntry {
  /** 1 at the top. */
  readonly depth: number;
  readonly label: string;
  /** As written: seen from the nav. */
  readonly href: string | undefined;
}

/** The entries of a nav in reading order, those below another behind it (EPUB 3.3 §7.3). */
export function readNavigation(nav: Element): readonly NavigationEntry[] {
  const entries: NavigationEntry[] = [];
  const open = childElements(nav)
    .filter(({ name }) => name === 'ol')
    .map((list) => ({ element: list, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, depth } = next;
    if (element.name === 'a' || element.name === 'span')
      entries.push({ depth, label: textContent(element), href: attributeOf(element, 'href') });
    else {
      const inner = element.name === 'ol' ? depth + 1 : depth;
      for (const child of childElements(element).toReversed()) open.push({ element: child, depth: inner });
    }
  }
  return entries;
}

/** A list of figures (`loi`) or of tables (`lot`) of a nav document. */
export interface NavigationList {
  readonly type: string;
  readonly entries: readonly NavigationEntry[];
}

/** The lists of figures and tables of a navigation document, in its order (EPUB 3.3 §7.4.6). */
export function readNavigationLists(tree: Parameters<typeof descendants>[0]): readonly NavigationList[] {
  return descendants(tree, 'nav').flatMap((nav) => {
    const type = attributeOf(nav, 'epub:type') ?? '';
    return type === 'loi' || type === 'lot' ? [{ type, entries: readNavigation(nav) }] : [];
  });
}

/** The nav of a kind in a navigation document. */
export function findNav(tree: Parameters<typeof descendants>[0], type: string): Element | undefined {
  return descendants(tree, 'nav').find((element) => attributeOf(element, 'epub:type') === type);
}
