import type { Message } from '../diagnostics/message.ts';
import type { Assets } from './asset.ts';
import type { BookDesign } from './book-design.ts';
import type { LanguageTag } from './language-tag.ts';
import type { Document } from './document.ts';
import type { Image, ImageId } from './inline.ts';
import { numberTexts } from './number-texts.ts';
import type { CatalogueFacts } from './catalogue-facts.ts';
import type { PlainDate } from './plain-date.ts';
import { publicationId, type EditionKind } from './publication-id.ts';
import type { Strings } from './strings.ts';

/** The facts of a whole publication. A field is absent where nobody gave it; nothing is guessed. */
export interface PublicationMetadata extends CatalogueFacts {
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
  /** Of the EPUB, and of the PDF: each format has its own. Digits, and X at the end. */
  readonly isbn?: string;
  readonly isbnPdf?: string;
  readonly series?: { readonly name: string; readonly position?: number };
  /** The name of its files without the extension. */
  readonly slug: string;
}

/**
 * What a chapter is for. `title-page`, `imprint` (its back) and `contents` stand at the front with the `front` chapters of the user; a `division`
 * is a page that heads the posts after it (a year, a folder); `notices`, `back`, `colophon` and `record-sheet` stand at the end.
 */
export type ChapterKind =
  | 'title-page'
  | 'imprint'
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
  /** Of a post that does not belong to the division before it. */
  readonly outsideParts?: true;
}

/**
 * What one PDF and one EPUB are made of: one post alone, or a collection with its front and back matter. Plain data: it can
 * be sent to a worker by structured clone.
 */
export interface Publication {
  readonly form: 'post' | 'collection';
  readonly metadata: PublicationMetadata;
  /** In reading order. Ids are unique among all of them, and texts are numbered through from the first to the last. */
  readonly chapters: readonly Chapter[];
  /** That of a post is on no page: it stands in the package of its EPUB. */
  readonly cover?: Cover;
  /** The product's words in the language of the publication. */
  readonly strings: Strings;
  /** Of a collection that asks for one; `plainDesign` where absent. */
  readonly design?: BookDesign;
  /** Of a collection: what its last chapter says beside the metadata. That chapter also says what the PDF claims, so the renderer makes it (`withColophon`). */
  readonly colophon?: ColophonFacts;
  /** What stands behind everything else where the publication is filed as a record. */
  readonly recordSheet?: Chapter;
  /** The pictures that it shows and that could be read. */
  readonly assets: Assets;
  /** All that was said of it until now, at the levels of the project: an error that a format withholds its claims for does so. */
  readonly messages: readonly Message[];
}

/** The picture on the outside of a publication. */
export interface Cover {
  readonly image: Image;
  /** Made from the title, which the title page shows as text: the PDF shows it without saying it again. */
  readonly drawn: boolean;
  /** The same, drawn in the form of the pages of the PDF; the picture itself where absent. */
  readonly page?: ImageId;
}

/** What a colophon says that the metadata of its publication do not. */
export interface ColophonFacts {
  /** How many posts the collection has. */
  readonly posts: number;
  /** Of the edition, also where its files are filed under the id of a record. */
  readonly identifiers: PublicationMetadata['identifiers'];
}

/** What a publication of one post is made with beside its document. */
export interface PublicationOptions {
  /** Of what size the pages of its PDF are. */
  readonly pdf?: Exclude<EditionKind, 'epub'>;
  readonly assets?: Assets;
  readonly messages?: readonly Message[];
}

/** The publication of one post alone; without pictures, messages or another page size where none are given. */
export function publicationOfPost(
  document: Document,
  strings: Strings,
  { pdf = 'pdf', assets = new Map(), messages = [] }: PublicationOptions = {},
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
    ...factsForCatalogues(facts),
    identifiers: {
      pdf: publicationId(document.sha256, pdf),
      epub: publicationId(document.sha256, 'epub'),
    },
    ...(facts.isbn !== undefined && { isbn: facts.isbn }),
    ...(facts.isbnPdf !== undefined && { isbnPdf: facts.isbnPdf }),
    slug: facts.slug,
  };
  return {
    form: 'post',
    metadata,
    chapters: [{ kind: 'post', document, strings }],
    strings,
    assets,
    messages,
  };
}

/** The facts that catalogues ask for, of a post or a collection. */
export function factsForCatalogues({
  contributors,
  filedAs,
  subjectTerms,
  audience,
}: CatalogueFacts): CatalogueFacts {
  return {
    ...(contributors && { contributors }),
    ...(filedAs && { filedAs }),
    ...(subjectTerms && { subjectTerms }),
    ...(audience !== undefined && { audience }),
  };
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
