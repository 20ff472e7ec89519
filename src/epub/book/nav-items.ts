import type { Document } from '../../document/document.ts';
import { outline, type OutlineItem } from '../../document/outline.ts';
import type { NavItem } from './book.ts';
import { xmlText } from './xml-text.ts';

export interface NavOptions {
  /** The address of an id, relative to the package document. */
  readonly hrefOf: (id: string) => string;
  /** The address of the whole post. */
  readonly start: string;
  /** Stands for a title without words. */
  readonly fallback: string;
}

/** The toc of a post, nested as its headings; never empty, and no label is empty (EPUB 3.3 §7.3.1). */
export function navItems(document: Document, options: NavOptions): readonly NavItem[] {
  const items = outline(document).map((item) => navItem(item, options));
  return items.length > 0 ? items : [{ label: options.fallback, href: options.start, children: [] }];
}

function navItem(item: OutlineItem, options: NavOptions): NavItem {
  return {
    label: xmlText(item.label).trim() || (item.level === 1 ? options.fallback : item.id),
    href: options.hrefOf(item.id),
    children: item.children.map((child) => navItem(child, options)),
  };
}
