import { outline, type OutlineItem } from './outline.ts';
import { inlineText } from './plain-text.ts';
import type { Chapter, Publication } from './publication.ts';

/**
 * The outline of a publication: posts stand under the division before them, headings under their chapter. Title page and
 * contents are not among its items. A post alone has the outline of its document.
 */
export function publicationOutline(publication: Publication): readonly OutlineItem[] {
  const { form, chapters } = publication;
  if (form === 'post') return chapters.flatMap(({ document }) => outline(document));
  const items: (OutlineItem & { readonly children: OutlineItem[] })[] = [];
  for (const [index, chapter] of chapters.entries()) {
    if (chapter.kind === 'title-page' || chapter.kind === 'contents') continue;
    const item = chapterItem(chapter, index);
    const last = items.at(-1);
    if (chapter.kind === 'post' && last?.kind === 'division') last.children.push(item);
    else items.push(item);
  }
  return items;
}

/**
 * The id of the place where a chapter begins: its title's, or one made from its place where it has no title. Nothing in the
 * document carries a made id: writers put it there, or lead to the chapter itself.
 */
export function chapterId(chapter: Chapter, index: number): string {
  const title = chapter.document.titleBlock.find((block) => block.type === 'heading');
  return title?.id ?? `chapter-${index + 1}`;
}

/** What a chapter is called, on one line: its title, or, where it has none with words, its file. */
export function chapterTitle({ document }: Chapter): string {
  const title = document.titleBlock.find((block) => block.type === 'heading');
  const words = title ? inlineText(title.children).replace(/\s+/gu, ' ').trim() : '';
  return words || document.metadata.title || document.metadata.slug;
}

function chapterItem(chapter: Chapter, index: number): OutlineItem & { readonly children: OutlineItem[] } {
  const { kind, document } = chapter;
  const id = chapterId(chapter, index);
  const items = outline(document);
  const own = items.find((item) => item.id === id);
  const children = [...(own ? own.children : items)];
  return { id, level: 1, label: chapterTitle(chapter), kind, chapter: index, children };
}
