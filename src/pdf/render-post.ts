import { InternalError } from '../diagnostics/errors.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { chapterTitle, publicationOutline } from '../document/publication-outline.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import { withColophon } from '../document/with-colophon.ts';
import { checkInfo, checkStrings } from './check-strings.ts';
import { claimsFor } from './claims.ts';
import { layoutDocuments, type DocumentPart, type LaidDocument } from './layout/pages/layout-documents.ts';
import { pageStarts } from './layout/pages/page-starts.ts';
import type { RenderedPdf, RenderInput } from './render-input.ts';
import { buildPart } from './structure/build-part.ts';
import { buildStructure } from './structure/build-structure.ts';
import { tagSetting } from './tag-setting.ts';
import { openPdfWriter } from './write/write-pdf.ts';

/** Renders a post that stands alone, with its record sheet where it has one: structure → layout → claims → write. */
export async function renderPost(publication: Publication, input: RenderInput): Promise<Result<RenderedPdf>> {
  const complete = withColophon(publication, undefined);
  const [chapter, sheet] = complete.chapters;
  if (!chapter) throw new InternalError('a publication has no chapters', { stage: 'pdf' });
  const { profile, widthPt, heightPt, modified } = input;
  const post = postPart(chapter, input);
  const own = sheet && sheetPart(sheet, { post: chapter.document, input });
  const [list, end] = layoutDocuments(own ? [post, own] : [post], input);
  if (!list) throw new InternalError('a post has no pages', { stage: 'pdf' });
  const long = checkInfo(publication.metadata, chapter.document.file);
  const found = input.level([
    ...long,
    ...messagesOf(post, list),
    ...(own && end ? messagesOf(own, end) : []),
  ]);
  const said = [...publication.messages, ...found];
  const claims = claimsFor(said, profile);
  const writer = openPdfWriter({ publication: complete, profile, widthPt, heightPt, modified });
  const node = writer.add(post.structure.root, list.pages);
  if (own && end) writer.add(own.structure.root, end.pages, { order: 1, place: { parent: node, order: 1 } });
  const outline = publicationOutline(complete);
  const bytes = await writer.finish({ claims, outline, romanPages: 0 });
  const pages = [...list.pages, ...(end?.pages ?? [])];
  return {
    value: {
      bytes,
      pages: pages.length,
      claims: claims.map(({ name }) => name),
      pageStarts: pageStarts(pages),
      publication: { ...complete, messages: said },
    },
    messages: found,
  };
}

function messagesOf(part: DocumentPart, { pages, messages }: LaidDocument): readonly Message[] {
  return [...messages, ...checkStrings({ ...part, pages })];
}

function postPart({ document, strings }: Chapter, input: RenderInput): DocumentPart {
  return { document, strings, structure: buildStructure(document, tagSetting(input, strings)) };
}

function sheetPart(
  sheet: Chapter,
  { post, input }: { readonly post: Document; readonly input: RenderInput },
): DocumentPart {
  const { document, strings } = sheet;
  const structure = buildPart(sheet, {
    title: chapterTitle(sheet),
    within: post.metadata.lang,
    setting: tagSetting(input, strings),
  });
  return { document, strings, structure };
}
