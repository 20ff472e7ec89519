import { chapterId, chapterTitle } from '../../../src/document/publication-outline.ts';
import type { ChapterKind, Publication } from '../../../src/document/publication.ts';
import { withColophon } from '../../../src/document/with-colophon.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { contentsListing } from '../../../src/pdf/contents-entries.ts';
import type { DisplayList } from '../../../src/pdf/layout/display-list.ts';
import { dressChapter } from '../../../src/pdf/layout/pages/dress-chapter.ts';
import type { LeafSide } from '../../../src/pdf/layout/pages/bound-page.ts';
import {
  layoutChapter,
  type ChapterDress,
  type LayoutOptions,
} from '../../../src/pdf/layout/pages/layout-chapter.ts';
import { placeIds } from '../../../src/pdf/layout/pages/place-ids.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { buildPart } from '../../../src/pdf/structure/build-part.ts';
import { smallCollection } from '../small-collection.ts';
import { setting, theme } from './lay-out-post.ts';

const fonts = await readFonts([], '.');

/** The pages of the first chapter of a kind in the small collection, or in another; those of all chapters are called `p0`, `p1`, … */
export function layOutPart(
  kind: ChapterKind,
  startsAt: NonNullable<LayoutOptions['startsAt']> = 'left',
  {
    heightPt = 792,
    side,
    collection = smallCollection(),
    changed = (dress) => dress,
  }: {
    readonly heightPt?: number;
    readonly side?: LeafSide;
    readonly collection?: Publication;
    /** The dress of its pages, from what it is. */
    readonly changed?: (dress: ChapterDress) => ChapterDress;
  } = {},
): DisplayList {
  const size = { widthPt: 612, heightPt };
  const publication = withColophon(collection, { claims: profileP1.claims, typefaces: ['Some Sans'] });
  const index = publication.chapters.findIndex((chapter) => chapter.kind === kind);
  const chapter = publication.chapters[index];
  if (!chapter) throw new Error(`The collection has no ${kind}`);
  const labels = new Map(publication.chapters.map((part, place) => [chapterId(part, place), `p${place}`]));
  const listing = contentsListing(publication, labels);
  const part = { title: chapterTitle(chapter), within: 'en', setting };
  const structure = buildPart(chapter, kind === 'contents' ? { ...part, listing } : part);
  const dress = dressChapter(chapter, {
    publication,
    label: (page) => `p${index + page}`,
    contents: { listing, slots: structure.entries },
    ...(side && { side: () => side }),
  });
  const { document, strings } = chapter;
  const options = { ...size, startsAt, assets: new Map(), fonts, theme, strings, structure };
  const { value } = layoutChapter(document, options, changed(dress));
  return { ...size, pages: placeIds(value, document, chapterId(chapter, index)) };
}
