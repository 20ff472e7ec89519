import { chapterTitle } from '../../../document/publication-outline.ts';
import type { Chapter, ChapterKind, Publication } from '../../../document/publication.ts';
import type { ChapterDress } from './layout-chapter.ts';
import { contentsUnits, type Contents } from './layout-contents.ts';
import { divisionUnits, titlePageUnits } from './layout-title-page.ts';
import { layoutRunningFooter, layoutRunningHeader } from './running-furniture.ts';

/** What the look of a chapter depends on beside itself. */
export interface DressOptions {
  readonly publication: Publication;
  readonly heightPt: number;
  readonly label: (index: number) => string;
  /** What is listed where the chapter is the contents. */
  readonly contents: Contents;
  /** Of a bound book: which side of its leaf a page is. */
  readonly side?: ChapterDress['side'];
}

const withoutHeader: ReadonlySet<ChapterKind> = new Set(['title-page', 'division']);

/** How the pages of a chapter of a collection look: pages that show a title alone have no header, the title page no footer. */
export function dressChapter(chapter: Chapter, options: DressOptions): ChapterDress {
  const { document, kind } = chapter;
  const { publication, heightPt, label, contents, side } = options;
  const title = chapterTitle(chapter);
  const units = {
    'title-page': titlePageUnits,
    division: divisionUnits,
    contents: (...[laid, style, context]: Parameters<typeof titlePageUnits>) =>
      contentsUnits(laid, { style, contents }, context),
  };
  return {
    header: (body, context) =>
      withoutHeader.has(kind)
        ? { marks: [], bottomPt: 0 }
        : layoutRunningHeader(title, { document, body }, context),
    footer: ({ index, body }, context) =>
      kind === 'title-page'
        ? []
        : layoutRunningFooter(publication, { label: label(index), body, heightPt }, context),
    label,
    ...(side && { side }),
    ...(kind in units && { units: units[kind as keyof typeof units] }),
  };
}
