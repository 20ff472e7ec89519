import type { Block, Document, Heading } from './document.ts';
import { outline, type OutlineItem } from './outline.ts';
import { spokenLine } from './plain-text.ts';
import type { Chapter, ChapterKind, Publication } from './publication.ts';
import { walk } from './walk.ts';

const unlisted: ReadonlySet<ChapterKind> = new Set(['title-page', 'imprint', 'contents']);

/**
 * The outline of a publication: posts stand under the division before them, headings under their chapter. Title page, imprint and
 * contents are not among its items. A post alone has the outline of its document.
 */
export function publicationOutline(publication: Publication): readonly OutlineItem[] {
  const { form, chapters } = publication;
  if (form === 'post') return chapters.flatMap(({ document }) => outline(document));
  const items: (OutlineItem & { readonly children: OutlineItem[] })[] = [];
  for (const [index, chapter] of chapters.entries()) {
    if (unlisted.has(chapter.kind)) continue;
    const item = chapterItem(chapter, index);
    const last = items.at(-1);
    if (chapter.kind === 'post' && !chapter.outsideParts && last?.kind === 'division')
      last.children.push(item);
    else items.push(item);
  }
  return items;
}

/** The bookmarks of a publication: its outline, and the contents at their place in it. */
export function publicationBookmarks(publication: Publication): readonly OutlineItem[] {
  const items = publicationOutline(publication);
  if (publication.form === 'post') return items;
  const contents = publication.chapters.flatMap(({ kind, document }, chapter): readonly OutlineItem[] => {
    const title = document.titleBlock.find((block) => block.type === 'heading');
    if (kind !== 'contents' || !title) return [];
    const children = outline(document).flatMap((item) => item.children);
    return [{ id: title.id, level: 1, label: document.metadata.title, kind, chapter, children }];
  });
  return [...items, ...contents].toSorted((a, b) => (a.chapter ?? 0) - (b.chapter ?? 0));
}

/**
 * The id of the place where a chapter begins: its title's, else its first block's, or one made from its place where that has none.
 * Nothing in the document carries a made id: writers put it there, or lead to the chapter itself.
 */
export function chapterId(chapter: Chapter, index: number): string {
  return startOf(chapter.document) ?? `chapter-${index + 1}`;
}

/** The id of the first thing of a document that has a place: its title, else the heading of its first section or its first block. */
export function startOf({ titleBlock, body }: Document): string | undefined {
  const [first] = body;
  return titleOf(titleBlock)?.id ?? (first?.type === 'section' ? first.heading.id : first?.id);
}

/** The heading that a document is called by: its title, else the first heading of its body. */
export function leadHeading({ titleBlock, body }: Document): Heading | undefined {
  const title = titleOf(titleBlock);
  if (title) return title;
  for (const node of walk(body)) if (node.type === 'heading') return node;
  return undefined;
}

/** What a chapter is called, on one line: its title, else its first heading, or, where that has no words, its file. */
export function chapterTitle({ document }: Pick<Chapter, 'document'>): string {
  const heading = leadHeading(document);
  const words = heading ? spokenLine(heading.children) : '';
  return words || document.metadata.title || document.metadata.slug;
}

function titleOf(titleBlock: readonly Block[]): Heading | undefined {
  return titleBlock.find((block) => block.type === 'heading');
}

function chapterItem(chapter: Chapter, index: number): OutlineItem & { readonly children: OutlineItem[] } {
  const { kind, document } = chapter;
  const id = chapterId(chapter, index);
  const lead = leadHeading(document)?.id;
  // The heading that names the chapter is no entry under it.
  const children = outline(document).flatMap((item) => (item.id === lead ? item.children : [item]));
  return { id, level: 1, label: chapterTitle(chapter), kind, chapter: index, children };
}
