import type { Message } from '../diagnostics/message.ts';
import { divisionAbove } from '../document/division-above.ts';
import type { Document } from '../document/document.ts';
import { chapterId, chapterTitle } from '../document/publication-outline.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import { blankPages, type BlankPages } from './blank-pages.ts';
import { checkStrings } from './check-strings.ts';
import type { Page } from './layout/display-list.ts';
import { dressChapter } from './layout/pages/dress-chapter.ts';
import { divideChapter, dressPages } from './layout/pages/layout-chapter.ts';
import { placeIds } from './layout/pages/place-ids.ts';
import type { Book, LaidPages } from './open-book.ts';
import { isFront } from './page-counter.ts';
import type { RenderInput } from './render-input.ts';
import type { Listing } from './structure/build-contents.ts';
import { buildPart } from './structure/build-part.ts';
import { tagSetting } from './tag-setting.ts';

/** A chapter on its pages, not yet drawn. */
export interface LaidChapter extends LaidPages {
  readonly messages: readonly Message[];
}

/** What a chapter is laid out with beside itself. */
export interface PartSetting {
  readonly index: number;
  readonly publication: Publication;
  readonly input: RenderInput;
  readonly book: Book;
  /** What the contents list. */
  readonly listing?: Listing;
  /** How many pages stand between those that are drawn and this part. */
  readonly pagesBefore?: number;
}

/**
 * Lays out one chapter of a collection with its tags and, in a bound book, with the blank pages around it; with the division
 * above it, where that has no page of its own.
 */
export function layoutPart(chapter: Chapter, setting: PartSetting): LaidChapter {
  const { index, publication, input, book, listing, pagesBefore = 0 } = setting;
  const { strings, kind } = chapter;
  const above = divisionAbove(publication, index);
  const document = above ? withDivision(chapter.document, above.document) : chapter.document;
  const within = above ? publication.metadata.lang : book.languageAround(kind);
  const structure = buildPart(
    chapter,
    { title: chapterTitle(chapter), within, setting: tagSetting(input, strings), listing },
    above && { title: chapterTitle(above), division: above },
  );
  const isBound = publication.design?.binding === 'duplex';
  let firstOwn = pagesBefore;
  const dress = dressChapter(chapter, {
    publication,
    label: (page) => book.label(kind, firstOwn + page),
    ...(listing && { contents: { listing, slots: structure.entries } }),
    above,
    ...(isBound && { side: (page) => (book.number(kind, firstOwn + page) % 2 === 0 ? 'verso' : 'recto') }),
  });
  const divided = divideChapter(document, { ...input, strings, structure }, dress);
  const { length } = divided.pages;
  const blank = isBound ? blanksAround(chapter, { ...setting, pages: length }) : noBlanks;
  firstOwn += blank.before;
  const { value, messages } = dressPages(divided, dress);
  const placed = placeIds(value, document, chapterId(chapter, index));
  const own = above ? placeIds(placed, document, chapterId(above, index - 1)) : placed;
  const empty = (from: number, count: number): readonly Page[] =>
    Array.from({ length: count }, (_, page) => blankPage(book.label(kind, from + page)));
  return {
    chapter,
    index,
    root: structure.root,
    pages: [...empty(pagesBefore, blank.before), ...own, ...empty(firstOwn + length, blank.after)],
    above,
    messages: [...messages, ...checkStrings({ document, structure, pages: own })],
  };
}

/** All that stands on the pages of a post that begins below a division. */
function withDivision(post: Document, division: Document): Document {
  return { ...post, titleBlock: [...division.titleBlock, ...division.body, ...post.titleBlock] };
}

const noBlanks = { before: 0, after: 0 };

function blanksAround(
  { kind }: Chapter,
  { index, publication, input, book, pagesBefore = 0, pages }: PartSetting & { readonly pages: number },
): BlankPages {
  const next = publication.chapters[index + 1];
  const place = {
    first: book.number(kind, pagesBefore),
    pages,
    headsPart: divisionAbove(publication, index) !== undefined,
    endsFront: isFront(kind) && next !== undefined && !isFront(next.kind),
  };
  return blankPages(kind, place, input.theme.metrics);
}

/** A page of which nothing is printed. */
export function blankPage(label: string): Page {
  return { label, placed: [], header: [], footer: [] };
}
