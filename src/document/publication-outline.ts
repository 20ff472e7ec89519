import { outline, type OutlineItem } from './outline.ts';
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

function chapterItem(chapter: Chapter, index: number): OutlineItem & { readonly children: OutlineItem[] } {
  const { kind, document } = chapter;
  const items = outline(document);
  const own = items.find(({ id }) => id === chapterId(chapter, index));
  return {
    id: chapterId(chapter, index),
    level: 1,
    // An entry without words could not be followed.
    label: own?.label || document.metadata.title || document.metadata.slug,
    kind,
    chapter: index,
    children: [...(own ? own.children : items)],
  };
}
