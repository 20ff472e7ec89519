import type { Result } from '../../diagnostics/message.ts';
import type { Document } from '../../document/document.ts';
import type { DisplayList } from './display-list.ts';
import { layoutFooter, layoutHeader } from './furniture.ts';
import { layoutChapter, type LayoutOptions } from './layout-chapter.ts';

/** Lays a post out that stands alone. */
export function layoutDocument(document: Document, options: LayoutOptions): Result<DisplayList> {
  const { widthPt, heightPt } = options;
  const { value: pages, messages } = layoutChapter(document, options, {
    header: (body, context) => layoutHeader(document, body, context),
    footer: ({ index, pages: count, body }, context) =>
      layoutFooter(document, { page: index + 1, pages: count, style: body, heightPt }, context),
    label: (index) => String(index + 1),
  });
  return { value: { widthPt, heightPt, pages }, messages };
}
