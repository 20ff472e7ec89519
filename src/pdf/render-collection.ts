import { InternalError } from '../diagnostics/errors.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import { divisionAbove } from '../document/division-above.ts';
import { withColophon } from '../document/with-colophon.ts';
import { appendAll } from '../lists/append-all.ts';
import { checkInfo } from './check-strings.ts';
import { claimsFor } from './claims.ts';
import { publicationBookmarks } from '../document/publication-outline.ts';
import { contentsListing, labelsOf, listedIds } from './contents-entries.ts';
import { layoutCover } from './layout/pages/layout-cover.ts';
import { pageStarts } from './layout/pages/page-starts.ts';
import { blankPage, layoutPart, type LaidChapter } from './layout-part.ts';
import { openBook, type Book } from './open-book.ts';
import type { RenderedPdf, RenderInput } from './render-input.ts';
import type { Claim } from './profile/profile.ts';
import { buildCover } from './structure/build-part.ts';

/**
 * Renders a collection chapter by chapter: each is drawn and forgotten before the next is laid out. The contents wait for
 * the labels of all pages, and the colophon for what the file may claim.
 */
export async function renderCollection(
  publication: Publication,
  input: RenderInput,
): Promise<Result<RenderedPdf>> {
  checkOrder(publication.chapters);
  const book = openBook(publication, input);
  const file = publication.chapters[0]?.document.file ?? '';
  const messages: Message[] = [...checkInfo(publication.metadata, file)];
  addCover(publication, input, book);
  for (const [index, chapter] of publication.chapters.entries()) {
    // The contents come last, and a division above a post with that.
    if (chapter.kind === 'contents' || divisionAbove(publication, index + 1) === chapter) continue;
    const laid = layoutPart(chapter, { index, publication, input, book });
    appendAll(messages, laid.messages);
    book.add(laid);
  }
  const end = layoutEnd(publication, { input, book, messages });
  for (const laid of end.laid) book.add(laid);
  appendAll(messages, end.messages);
  const { claims, complete } = end;
  const found = input.level(messages);
  const bytes = await book.finish(claims, publicationBookmarks(complete));
  const pages = book.pages();
  return {
    value: {
      bytes,
      pages: pages.length,
      claims: claims.map(({ name }) => name),
      pageStarts: pageStarts(pages),
      publication: { ...complete, messages: [...publication.messages, ...found] },
    },
    messages: found,
  };
}

/** The labels of what comes after the contents do not wait for it: nothing with roman ones does. */
function checkOrder(chapters: readonly Chapter[]): void {
  const contents = chapters.findIndex(({ kind }) => kind === 'contents');
  const last = chapters.findLastIndex(({ kind }) => kind === 'title-page' || kind === 'front');
  if (contents >= 0 && contents < last)
    throw new InternalError('front matter stands after the contents', { stage: 'pdf' });
}

/** Its words stand on the title page. */
const artifact = { root: undefined, slot: null };

function addCover({ cover, design }: Publication, input: RenderInput, book: Book): void {
  if (!cover) return;
  const asset = input.assets.get(cover.page ?? cover.image.imageId);
  if (!asset) throw new InternalError('the picture of the cover is missing', { stage: 'pdf' });
  const { root, slot } = cover.drawn ? artifact : buildCover(cover.image);
  const { widthPt, heightPt } = input;
  const page = layoutCover(asset, {
    slot,
    label: book.label('cover', 0),
    fills: cover.page !== undefined,
    widthPt,
    heightPt,
  });
  book.addCover(root, design?.binding === 'duplex' ? [page, blankPage(book.label('cover', 1))] : [page]);
}

/** The contents on their pages, and the labels that they tell. */
interface LaidContents {
  readonly laid: LaidChapter;
  readonly labels: ReadonlyMap<string, string>;
}

interface End {
  readonly contents: LaidContents | undefined;
  /** Contents, colophon and record sheet, where there are any. */
  readonly laid: readonly LaidChapter[];
  readonly claims: readonly Claim[];
  readonly complete: Publication;
  readonly messages: readonly Message[];
}

interface EndSetting {
  readonly input: RenderInput;
  readonly book: Book;
  readonly messages: readonly Message[];
}

/**
 * Lays out what says something of all the rest. Where that itself withholds the claims, the colophon, which tells them, is
 * made once more, and what comes after it; the contents only where the labels that they tell have changed.
 */
function layoutEnd(publication: Publication, from: EndSetting): End {
  const claimsAfter = (end: readonly Message[]): readonly Claim[] =>
    claimsFor([...publication.messages, ...from.input.level([...from.messages, ...end])], from.input.profile);
  const first = layoutWithClaims(publication, { claims: claimsAfter([]) }, from);
  const settled = claimsAfter(first.messages);
  if (settled.length === first.claims.length) return first;
  const again = layoutWithClaims(publication, { claims: settled, contents: first.contents }, from);
  const explains = claimsFor(from.input.level(again.messages), from.input.profile).length === 0;
  return explains ? again : { ...again, messages: first.messages };
}

function layoutWithClaims(
  publication: Publication,
  { claims, contents: known }: { readonly claims: readonly Claim[]; readonly contents?: End['contents'] },
  { input, book }: EndSetting,
): End {
  const complete = withColophon(publication, { claims, typefaces: book.typefaces() });
  const laid: LaidChapter[] = [];
  const wanted = listedIds(complete);
  const labels = new Map(book.labels);
  for (const [index, chapter] of complete.chapters.entries()) {
    if (index < publication.chapters.length) continue;
    const pagesBefore = laid.reduce((sum, { pages }) => sum + pages.length, 0);
    const part = layoutPart(chapter, { publication: complete, input, book, index, pagesBefore });
    laid.push(part);
    for (const [id, label] of labelsOf(part.pages, wanted)) labels.set(id, label);
  }
  const contents =
    known && sameLabels(known.labels, labels) ? known : layoutContents(complete, labels, { input, book });
  if (contents) laid.unshift(contents.laid);
  return { contents, laid, claims, complete, messages: laid.flatMap((chapter) => chapter.messages) };
}

function layoutContents(
  publication: Publication,
  labels: ReadonlyMap<string, string>,
  from: Pick<EndSetting, 'input' | 'book'>,
): LaidContents | undefined {
  const index = publication.chapters.findIndex(({ kind }) => kind === 'contents');
  const chapter = publication.chapters[index];
  if (!chapter) return undefined;
  const listing = contentsListing(publication, labels);
  return { laid: layoutPart(chapter, { ...from, publication, index, listing }), labels };
}

function sameLabels(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...left].every(([id, label]) => right.get(id) === label);
}
