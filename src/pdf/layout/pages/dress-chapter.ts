import { chapterTitle } from '../../../document/publication-outline.ts';
import type { Chapter, ChapterKind, Publication } from '../../../document/publication.ts';
import { documentUnits, type ChapterDress } from './layout-chapter.ts';
import { contentsUnits, type Contents } from './layout-contents.ts';
import { divisionAboveUnits, divisionUnits, imprintUnits, titlePageUnits } from './layout-title-page.ts';
import { layoutRunningFooter, layoutRunningHeader } from './running-furniture.ts';

/** What the look of a chapter depends on beside itself. */
export interface DressOptions {
  readonly publication: Publication;
  readonly label: (index: number) => string;
  /** What is listed where the chapter is the contents. */
  readonly contents?: Contents;
  /** What stands above the chapter on its first page. */
  readonly above?: Chapter | undefined;
  /** Of a bound book: which side of its leaf a page is. */
  readonly side?: ChapterDress['side'];
}

const withoutHeader: ReadonlySet<ChapterKind> = new Set(['title-page', 'imprint', 'division']);
const withoutFooter: ReadonlySet<ChapterKind> = new Set(['title-page', 'imprint']);

/** How the pages of a chapter of a collection look: pages that show a title alone have no header, the title page and its back no footer. */
export function dressChapter(chapter: Chapter, options: DressOptions): ChapterDress {
  const { document, kind } = chapter;
  const { publication, label, contents, side, above } = options;
  const title = chapterTitle(chapter);
  const units = {
    ...(above && {
      post: (...[, style, context]: Parameters<typeof titlePageUnits>) => [
        ...divisionAboveUnits(above.document, style, context),
        ...documentUnits(document, style, context),
      ],
    }),
    'title-page': titlePageUnits,
    imprint: imprintUnits,
    division: divisionUnits,
    ...(contents && {
      contents: (...[laid, style, context]: Parameters<typeof titlePageUnits>) =>
        contentsUnits(laid, { style, contents }, context),
    }),
  };
  return {
    header: (body, context) =>
      withoutHeader.has(kind)
        ? { marks: [], bottomPt: 0 }
        : layoutRunningHeader(title, { document, body }, context),
    footer: ({ index, body, heightPt }, context) =>
      withoutFooter.has(kind)
        ? []
        : layoutRunningFooter(publication, { label: label(index), body, heightPt }, context),
    label,
    ...(side && { side }),
    ...(kind in units && { units: units[kind as keyof typeof units] }),
  };
}
