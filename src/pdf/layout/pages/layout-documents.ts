import type { Message } from '../../../diagnostics/message.ts';
import type { Document } from '../../../document/document.ts';
import type { Page } from '../display-list.ts';
import { layoutFooter, layoutHeader } from './furniture.ts';
import { divideChapter, dressPages, type LayoutOptions } from './layout-chapter.ts';

/** A document of a file, with what it alone is laid out with. */
export interface DocumentPart extends Pick<LayoutOptions, 'structure' | 'strings'> {
  readonly document: Document;
}

/** A document on its pages. */
export interface LaidDocument {
  readonly pages: readonly Page[];
  readonly messages: readonly Message[];
}

/**
 * Lays out a post and what belongs to it, whose pages bear its title and its notice. Each is divided into pages once; when
 * all are counted, "Page 2 of 5" is set on them, and changes no line of theirs.
 */
export function layoutDocuments(
  parts: readonly [DocumentPart, ...DocumentPart[]],
  options: Omit<LayoutOptions, 'structure' | 'strings'>,
): readonly LaidDocument[] {
  const [{ document: post }] = parts;
  const divided = parts.map(({ document, structure, strings }) =>
    divideChapter(
      document,
      { ...options, structure, strings },
      { header: (body, context) => layoutHeader(post, body, context) },
    ),
  );
  const pages = divided.reduce((sum, chapter) => sum + chapter.pages.length, 0);
  let pagesBefore = 0;
  return divided.map((chapter) => {
    const before = pagesBefore;
    pagesBefore += chapter.pages.length;
    const { value, messages } = dressPages(chapter, {
      footer: ({ index, body, heightPt }, context) =>
        layoutFooter(post, { page: before + index + 1, pages, style: body, heightPt }, context),
      label: (index) => String(before + index + 1),
    });
    return { pages: value, messages };
  });
}
