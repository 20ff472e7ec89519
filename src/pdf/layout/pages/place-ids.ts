import type { Document } from '../../../document/document.ts';
import { walkDocument } from '../../../document/walk.ts';
import type { AnchorMark, Page } from '../display-list.ts';

/**
 * The same pages; ids of the chapter that have no place of their own (an empty block, a chapter without a title) lie where
 * the first page begins, so that links between chapters never lead to another one.
 */
export function placeIds(pages: readonly Page[], document: Document, chapterId: string): readonly Page[] {
  const open = new Set<string>([chapterId]);
  for (const { id } of walkDocument(document)) if (id !== undefined) open.add(id);
  for (const { placed } of pages) {
    for (const { marks } of placed)
      for (const mark of marks) if (mark.type === 'anchor') open.delete(mark.id);
  }
  const [first, ...rest] = pages;
  if (!first || open.size === 0) return pages;
  const marks = Array.from(open, (id): AnchorMark => ({ type: 'anchor', id, y: 0 }));
  return [{ ...first, placed: [{ top: 0, marks }, ...first.placed] }, ...rest];
}
