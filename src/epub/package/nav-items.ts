import { captionLists } from '../../document/caption-lists.ts';
import type { OutlineItem } from '../../document/outline.ts';
import { inlineLine } from '../../document/plain-text.ts';
import { publicationOutline } from '../../document/publication-outline.ts';
import type { Publication } from '../../document/publication.ts';
import type { NavItem, NavList } from './book.ts';
import type { Places } from './find-places.ts';
import { xmlText } from '../../xml/xml-text.ts';

/** An entry of the toc that does not yet know its place among all that is numbered. */
export type NavEntry = Omit<NavItem, 'playOrder' | 'children'> & { readonly children: readonly NavEntry[] };

/** Where entries lead. */
export interface NavOptions {
  readonly places: Places;
  /** The first content document of each chapter. */
  readonly startOf: (chapter: number) => string;
}

/** The toc of a publication, nested as its outline; never empty, and no label is empty (EPUB 3.3 §7.3). */
export function navEntries(publication: Publication, options: NavOptions): readonly NavEntry[] {
  const { slug } = publication.metadata;
  const items = publicationOutline(publication).map((item) => navEntry(item, slug, options));
  return items.length > 0 ? items : [{ label: slug, href: options.startOf(0), children: [] }];
}

/** The lists of figures and of tables. */
export function navLists({ chapters, metadata }: Publication, places: Places): readonly NavList[] {
  return captionLists(chapters).map(({ kind, heading, captions }) => ({
    type: kind === 'table' ? 'lot' : 'loi',
    title: xmlText(inlineLine(heading.children)),
    entries: captions.map(({ id, label, lang }) => ({
      label: xmlText(label).trim() || id,
      href: places.hrefOf(id),
      ...(lang !== undefined && lang !== metadata.lang && { language: lang }),
    })),
  }));
}

function navEntry(item: OutlineItem, slug: string, options: NavOptions): NavEntry {
  const { places, startOf } = options;
  return {
    label: xmlText(item.label).trim() || (item.level === 1 ? slug : item.id),
    href:
      item.chapter === undefined ? places.hrefOf(item.id) : (places.find(item.id) ?? startOf(item.chapter)),
    children: item.children.map((child) => navEntry(child, slug, options)),
  };
}
