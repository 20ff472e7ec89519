import type { Heading } from '../../document/document.ts';
import type { LanguageTag } from '../../document/language-tag.ts';
import type { Bindings } from './bindings.ts';
import { addBlocks } from './build-structure.ts';
import { addSlot, openElem, type OpenElem, type Slot, type StructElem } from './struct-elem.ts';

/** An entry of the contents: a chapter or a heading, and the entries under it. */
export interface ContentsEntry {
  readonly label: string;
  /** The language of the label. */
  readonly lang: LanguageTag | undefined;
  /** The id that it leads to. */
  readonly target: string;
  /** The label of the page where it begins. */
  readonly page: string;
  readonly entries: readonly ContentsEntry[];
}

/** All that the contents list: chapters and headings, and behind them what has captions, each kind under a heading of its own. */
export interface Listing {
  readonly entries: readonly ContentsEntry[];
  readonly lists: readonly { readonly heading: Heading; readonly entries: readonly ContentsEntry[] }[];
}

/** Where an entry stands in the tags. */
export interface ContentsSlot {
  readonly link: StructElem;
  readonly slot: Slot;
}

/**
 * Adds the `TOC` of a collection below an element: a link for each entry, nested as they are (ISO 32000-1 §14.8.4.2). Lists of
 * figures and tables are one too, each in the section that its heading begins.
 */
export function addContents(
  parent: OpenElem,
  { entries, lists }: Listing,
  at: { readonly within: LanguageTag | undefined; readonly bindings: Bindings },
): ReadonlyMap<ContentsEntry, ContentsSlot> {
  const slots = new Map<ContentsEntry, ContentsSlot>();
  const to = { within: at.within, slots };
  addEntries(parent, entries, to);
  for (const list of lists) {
    const section = openElem('Sect');
    parent.kids.push(section);
    addBlocks(section, [list.heading], at.bindings);
    addEntries(section, list.entries, to);
  }
  return slots;
}

function addEntries(
  parent: OpenElem,
  entries: readonly ContentsEntry[],
  to: { readonly within: LanguageTag | undefined; readonly slots: Map<ContentsEntry, ContentsSlot> },
): void {
  if (entries.length === 0) return;
  const toc = openElem('TOC');
  parent.kids.push(toc);
  for (const entry of entries) {
    const own = entry.lang !== undefined && entry.lang !== to.within ? { lang: entry.lang } : {};
    const item = openElem('TOCI', own);
    const reference = openElem('Reference');
    const link = openElem('Link');
    toc.kids.push(item);
    item.kids.push(reference);
    reference.kids.push(link);
    to.slots.set(entry, { link, slot: addSlot(link) });
    addEntries(item, entry.entries, { ...to, within: entry.lang ?? to.within });
  }
}
