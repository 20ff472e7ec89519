import type { Result } from '../../../diagnostics/message.ts';
import type { Document } from '../../../document/document.ts';
import type { DisplayList } from '../display-list.ts';
import { layoutFooter, layoutHeader } from './furniture.ts';
import { layoutChapter, type LayoutOptions } from './layout-chapter.ts';

/** Where pages stand that share a file with others. */
export interface DocumentPlace {
  /** The post whose title and notice stand on the pages, where it is not the document itself. */
  readonly post?: Document;
  readonly pagesBefore?: number;
  readonly pagesAfter?: number;
}

/** Lays a post out that stands alone, or what belongs to it: its pages are counted with those around them. */
export function layoutDocument(
  document: Document,
  options: LayoutOptions,
  { post = document, pagesBefore = 0, pagesAfter = 0 }: DocumentPlace = {},
): Result<DisplayList> {
  const { widthPt, heightPt } = options;
  const { value: pages, messages } = layoutChapter(document, options, {
    header: (body, context) => layoutHeader(post, body, context),
    footer: ({ index, pages: count, body }, context) => {
      const page = pagesBefore + index + 1;
      const all = pagesBefore + count + pagesAfter;
      return layoutFooter(post, { page, pages: all, style: body, heightPt }, context);
    },
    label: (index) => String(pagesBefore + index + 1),
  });
  return { value: { widthPt, heightPt, pages }, messages };
}
