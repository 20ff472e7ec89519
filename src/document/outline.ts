import type { Block, Document, Heading } from './document.ts';
import type { LanguageTag } from './language-tag.ts';
import { spokenLine } from './plain-text.ts';
import type { ChapterKind } from './publication.ts';

/** One entry of the outline; it becomes a bookmark and an entry of the toc nav. */
export interface OutlineItem {
  readonly id: string;
  readonly level: number;
  /** One line, as the heading reads. */
  readonly label: string;
  /** The language of the whole label, where the heading says it. */
  readonly lang?: LanguageTag;
  /** Of the item of a whole chapter (`publicationOutline`): what it is for, and its place in `Publication.chapters`. */
  readonly kind?: ChapterKind;
  readonly chapter?: number;
  readonly children: readonly OutlineItem[];
}

/** The headings of a document, nested by their sections; the title is the only item at the top. */
export function outline(document: Document): readonly OutlineItem[] {
  const sections = outlineOf(document.body);
  const title = document.titleBlock.find((block) => block.type === 'heading');
  return title ? [{ ...outlineItem(title), children: sections }] : sections;
}

function outlineItem(heading: Heading): OutlineItem {
  const label = spokenLine(heading.children);
  const { id, level, lang } = heading;
  return { id, level, label, ...(lang !== undefined && { lang }), children: [] };
}

function outlineOf(blocks: readonly Block[]): readonly OutlineItem[] {
  return blocks
    .filter((block) => block.type === 'section')
    .map((section) => ({ ...outlineItem(section.heading), children: outlineOf(section.children) }));
}
