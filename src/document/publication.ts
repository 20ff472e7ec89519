import type { LanguageTag } from './language-tag.ts';
import type { Document, Image } from './document.ts';
import { endOffset, numberTexts } from './number-texts.ts';
import type { PlainDate } from './plain-date.ts';
import { publicationId, type EditionKind } from './publication-id.ts';
import type { Strings } from './strings.ts';

/** The facts of a whole publication. A field is absent where nobody gave it; nothing is guessed. */
export interface PublicationMetadata {
  /** Empty only for a post without a title (error `title-missing`). */
  readonly title: string;
  readonly subtitle?: string;
  readonly lang?: LanguageTag;
  /** Every other language in it, in order of first use. */
  readonly otherLanguages: readonly LanguageTag[];
  readonly creators: readonly string[];
  readonly publisher?: string;
  readonly description?: string;
  readonly published?: PlainDate;
  readonly rights?: string;
  /** The address that it was taken from. */
  readonly source?: string;
  readonly subjects: readonly string[];
  /** The identifier of each file, a URN or what the user gave. */
  readonly identifiers: { readonly pdf: string; readonly epub: string };
  /** Digits, and X at the end. */
  readonly isbn?: string;
  readonly series?: { readonly name: string; readonly position?: number };
  /** The name of its files without the extension. */
  readonly slug: string;
}

/**
 * What a chapter is for. `title-page` and `contents` stand at the front with the `front` chapters of the user; a `division`
 * is a page that heads the posts after it (a year, a folder); `notices`, `back`, `colophon` and `record-sheet` stand at the end.
 */
export type ChapterKind =
  | 'title-page'
  | 'front'
  | 'contents'
  | 'division'
  | 'post'
  | 'notices'
  | 'back'
  | 'colophon'
  | 'record-sheet';

/**
 * One part of a publication: a document of its own. Of `contents` the document holds only the heading: the PDF sets the
 * table under it, and the EPUB has its navigation document in its place.
 */
export interface Chapter {
  readonly kind: ChapterKind;
  readonly document: Document;
  /** The product's words in the language of the chapter. */
  readonly strings: Strings;
}

/** What one PDF and one EPUB are made of: one post alone, or a collection with its front and back matter. */
export interface Publication {
  readonly form: 'post' | 'collection';
  readonly metadata: PublicationMetadata;
  /** In reading order. Ids are unique among all of them, and texts are numbered through from the first to the last. */
  readonly chapters: readonly Chapter[];
  /** `drawn`: made from the title, which the title page shows as text; the PDF then has no page for it. */
  readonly cover?: { readonly image: Image; readonly drawn: boolean };
  /** The product's words in the language of the publication. */
  readonly strings: Strings;
  /** Makes the last chapter, which says what the PDF claims: known when all others are laid out. Absent where no PDF is. */
  readonly colophon?: (pdfClaims: readonly string[] | undefined) => Chapter;
  /** What stands behind everything else where the publication is filed as a record. */
  readonly recordSheet?: Chapter;
}

/** The publication of one post alone; `pdf` says of what size the pages of its PDF are. */
export function publicationOfPost(
  document: Document,
  strings: Strings,
  pdf: Exclude<EditionKind, 'epub'> = 'pdf',
): Publication {
  const { authors, agency, summary, released, sourceUrl, ...facts } = document.metadata;
  const metadata: PublicationMetadata = {
    title: facts.title,
    ...(facts.lang !== undefined && { lang: facts.lang }),
    otherLanguages: facts.otherLanguages,
    creators: authors,
    ...(agency !== undefined && { publisher: agency }),
    ...(summary !== undefined && { description: summary }),
    ...(released && { published: released }),
    ...(facts.rights !== undefined && { rights: facts.rights }),
    ...(sourceUrl !== undefined && { source: sourceUrl }),
    subjects: facts.subjects,
    identifiers: {
      pdf: publicationId(document.sha256, pdf),
      epub: publicationId(document.sha256, 'epub'),
    },
    slug: facts.slug,
  };
  return { form: 'post', metadata, chapters: [{ kind: 'post', document, strings }], strings };
}

/** The same chapters, their texts numbered through from the first to the last; the first text has the number `start`. */
export function numberChapters(chapters: readonly Chapter[], start = 0): readonly Chapter[] {
  let offset = start;
  return chapters.map((chapter) => {
    const { document, end } = numberTexts(chapter.document, offset);
    offset = end;
    return { ...chapter, document };
  });
}

/** The publication with its colophon and its record sheet as the last chapters; the same where it has neither to come. */
export function withColophon(
  publication: Publication,
  pdfClaims: readonly string[] | undefined,
): Publication {
  const { colophon, recordSheet, ...rest } = publication;
  const coming = [...(colophon ? [colophon(pdfClaims)] : []), ...(recordSheet ? [recordSheet] : [])];
  if (coming.length === 0) return publication;
  const last = publication.chapters.findLast(({ document }) => endOffset(document) > 0);
  const added = numberChapters(coming, last ? endOffset(last.document) : 0);
  return { ...rest, chapters: [...publication.chapters, ...added] };
}
