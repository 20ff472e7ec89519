import type { Result } from '../../diagnostics/message.ts';
import type { PageStart } from '../../document/page-start.ts';
import type { Chapter, Publication } from '../../document/publication.ts';
import { fillString } from '../../document/strings.ts';
import { walkDocument, type Node } from '../../document/walk.ts';
import { accessibilityStatements } from './accessibility.ts';
import { navFileName, navId, type Book, type Landmark, type SpineItem } from './book.ts';
import { collectResources } from './collect-resources.ts';
import { coverFile, coverFileName, hasCoverPage } from './cover-file.ts';
import { hasTitleHead } from './content-file.ts';
import { navEntries, navLists } from './nav-items.ts';
import { packageMetadata } from './package-metadata.ts';
import { placePageBreaks } from '../xhtml/place-page-breaks.ts';
import { withPlayOrder } from './play-order.ts';
import { replaceImagesInPlace } from './replace-images-in-place.ts';
import { writeChapters, type WrittenChapters } from './write-chapters.ts';

/** Above this size a content document is split: reading systems lay out a file at a time, and slow ones choke. */
const defaultFileLimit = 300_000;

/** What a book is made with beside the publication. */
export interface MakeBookOptions {
  readonly modified?: Date | undefined;
  /** Where the pages of the PDF begin, in order; without them there is no page-list. */
  readonly pageStarts?: readonly PageStart[] | undefined;
  /** Bytes of XHTML above which a chapter is split. */
  readonly fileLimit?: number;
}

/**
 * Everything that stands in the EPUB of a publication. Pictures that are not among its assets are replaced by their words.
 * Markers of pages that had to move are reported (`pagebreak-moved`).
 */
export function makeBook(given: Publication, options: MakeBookOptions): Result<Book> {
  const { pageStarts = [], fileLimit = defaultFileLimit } = options;
  const { assets } = given;
  const publication = replaceImagesInPlace(given, assets);
  const { chapters, cover, strings } = publication;
  const nodes = chapters.filter(isWritten).flatMap(({ document }) => [...walkDocument(document)]);
  const shown = nodes.filter((node) => node.type === 'image');
  const images = hasCoverPage(publication) ? [publication.cover.image, ...shown] : shown;
  const resources = collectResources(cover ? [cover.image, ...shown] : shown, assets, cover?.image);
  const { pageBreaks, pages, messages } = placePageBreaks(chapters.filter(isWritten), {
    pageStarts,
    taken: idsOf(nodes),
  });
  const written = writeChapters(publication, { resources, pageBreaks, limit: fileLimit });
  const { places } = written;
  const startOf = (chapter: number): string => written.files[chapter]?.[0]?.fileName ?? navFileName;
  const toc = navEntries(publication, { places, startOf });
  const lists = navLists(publication, places);
  const pageEntries = pages.map(({ label, id }) => ({ label, href: places.hrefOf(id) }));
  const coverFiles = hasCoverPage(publication)
    ? [coverFile(publication, publication.cover.image, resources.hrefOf)]
    : [];
  const value: Book = {
    ...packageMetadata(publication.metadata, options.modified),
    ...(pages.length > 0 && { pageBreakSource: publication.metadata.identifiers.pdf }),
    accessibility: accessibilityStatements(publication, {
      nodes,
      images,
      assets,
      pages: pages.length > 0,
    }),
    wordsLanguage: strings.lang,
    tocTitle: fillString(strings, 'contents'),
    landmarksTitle: fillString(strings, 'landmarks'),
    pageListTitle: fillString(strings, 'pageList'),
    ...withPlayOrder(toc, pageEntries, places.orderOf),
    lists,
    landmarks: landmarksOf(publication, { lists, startOf }),
    files: [...coverFiles, ...written.files.flat()],
    spine: [...coverFiles.map(({ id }) => ({ id, linear: true })), ...spineOf(chapters, written)],
    resources: resources.list,
  };
  return { value, messages };
}

/** The navigation document stands for the contents. */
function isWritten({ kind }: Chapter): boolean {
  return kind !== 'contents';
}

function idsOf(nodes: readonly Node[]): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ id }) => id ?? []));
}

/** All content documents in reading order. Without contents of its own a publication ends with the navigation document. */
function spineOf(chapters: readonly Chapter[], { files }: WrittenChapters): readonly SpineItem[] {
  const items = chapters.flatMap((chapter, index): readonly SpineItem[] =>
    isWritten(chapter)
      ? (files[index] ?? []).map(({ id }) => ({ id, linear: true }))
      : [{ id: navId, linear: true }],
  );
  return chapters.every(isWritten) ? [...items, { id: navId, linear: false }] : items;
}

function landmarksOf(
  publication: Publication,
  { lists, startOf }: Pick<Book, 'lists'> & { readonly startOf: (chapter: number) => string },
): readonly Landmark[] {
  const { chapters, strings } = publication;
  const first = (kind: Chapter['kind']): string | undefined => {
    const index = chapters.findIndex((chapter) => chapter.kind === kind);
    return index < 0 ? undefined : startOf(index);
  };
  // The head of a post that is a book of its own says what a title page would.
  const titlePage = first('title-page') ?? (hasTitleHead(publication, chapters[0]) ? startOf(0) : undefined);
  const tocTitle = fillString(strings, 'contents');
  const bodymatter = fillString(strings, 'startOfContent');
  return [
    ...(hasCoverPage(publication)
      ? [{ type: 'cover', label: fillString(strings, 'cover'), href: coverFileName } as const]
      : []),
    ...(titlePage === undefined
      ? []
      : [{ type: 'titlepage', label: fillString(strings, 'titlePage'), href: titlePage } as const]),
    { type: 'toc', label: tocTitle, href: `${navFileName}#toc` },
    ...lists.map(({ type, title: label }) => ({ type, label, href: `${navFileName}#${type}` })),
    { type: 'bodymatter', label: bodymatter, href: first('post') ?? startOf(0) },
  ];
}
