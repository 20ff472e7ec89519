import type { Message } from '../diagnostics/message.ts';
import { chapterId, chapterTitle } from '../document/publication-outline.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import { blankPages } from './blank-pages.ts';
import { checkStrings } from './check-strings.ts';
import type { Page } from './layout/display-list.ts';
import { dressChapter } from './layout/pages/dress-chapter.ts';
import { divideChapter, dressPages } from './layout/pages/layout-chapter.ts';
import { placeIds } from './layout/pages/place-ids.ts';
import type { Book, LaidPages } from './open-book.ts';
import { isFront } from './page-counter.ts';
import type { RenderInput } from './render-input.ts';
import { addContents, type ContentsEntry } from './structure/build-contents.ts';
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
  readonly entries: readonly ContentsEntry[];
  /** How many pages stand between those that are drawn and this part. */
  readonly pagesBefore?: number;
}

/** Lays out one chapter of a collection with its tags and, in a bound book, with the blank pages around it. */
export function layoutPart(chapter: Chapter, setting: PartSetting): LaidChapter {
  const { index, publication, input, book, entries, pagesBefore = 0 } = setting;
  const { document, strings, kind } = chapter;
  const within = book.languageAround(kind);
  const structure = buildPart(chapter, {
    title: chapterTitle(chapter),
    within,
    setting: tagSetting(input, strings),
  });
  const slots = addContents(structure.root, entries, document.metadata.lang ?? within);
  const isBound = publication.design?.binding === 'duplex';
  let firstOwn = pagesBefore;
  const dress = dressChapter(chapter, {
    publication,
    label: (page) => book.label(kind, firstOwn + page),
    contents: { entries, slots },
    ...(isBound && { side: (page) => (book.number(kind, firstOwn + page) % 2 === 0 ? 'verso' : 'recto') }),
  });
  const divided = divideChapter(document, { ...input, strings, structure }, dress);
  const { length } = divided.pages;
  const next = publication.chapters[index + 1];
  const place = {
    first: book.number(kind, pagesBefore),
    pages: length,
    endsFront: isFront(kind) && next !== undefined && !isFront(next.kind),
  };
  const blank = isBound ? blankPages(kind, place, input.theme.metrics) : noBlanks;
  firstOwn += blank.before;
  const { value, messages } = dressPages(divided, dress);
  const own = placeIds(value, document, chapterId(chapter, index));
  const empty = (from: number, count: number): readonly Page[] =>
    Array.from({ length: count }, (_, page) => blankPage(book.label(kind, from + page)));
  return {
    chapter,
    index,
    root: structure.root,
    pages: [...empty(pagesBefore, blank.before), ...own, ...empty(firstOwn + length, blank.after)],
    firstLabel: book.label(kind, firstOwn),
    messages: [...messages, ...checkStrings({ document, structure, pages: own })],
  };
}

const noBlanks = { before: 0, after: 0 };

/** A page of which nothing is printed. */
export function blankPage(label: string): Page {
  return { label, placed: [], header: [], footer: [] };
}
