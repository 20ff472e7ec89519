import { InternalError } from '../diagnostics/errors.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { chapterTitle, publicationOutline } from '../document/publication-outline.ts';
import type { Chapter, Publication } from '../document/publication.ts';
import { withColophon } from '../document/with-colophon.ts';
import { claimsFor } from './claims.ts';
import type { Page } from './layout/display-list.ts';
import { layoutDocument } from './layout/pages/layout-document.ts';
import { pageStarts } from './layout/pages/page-starts.ts';
import type { RenderedPdf, RenderInput } from './render-input.ts';
import { buildPart } from './structure/build-part.ts';
import { buildStructure } from './structure/build-structure.ts';
import type { StructElem } from './structure/struct-elem.ts';
import { tagSetting } from './tag-setting.ts';
import { openPdfWriter } from './write/write-pdf.ts';

/** Renders a post that stands alone, with its record sheet where it has one: structure → layout → claims → write. */
export async function renderPost(publication: Publication, input: RenderInput): Promise<Result<RenderedPdf>> {
  const complete = withColophon(publication, undefined);
  const [chapter, sheet] = complete.chapters;
  if (!chapter) throw new InternalError('a publication has no chapters', { stage: 'pdf' });
  const { document, strings } = chapter;
  const { profile, widthPt, heightPt, modified } = input;
  const structure = buildStructure(document, tagSetting(input, strings));
  // How many pages the sheet has does not depend on their numbers.
  const pagesAfter = sheet ? layoutSheet(sheet, { post: document, pagesBefore: 0, input }).pages.length : 0;
  const { value: list, messages } = layoutDocument(
    document,
    { ...input, strings, structure },
    { pagesAfter },
  );
  const end = sheet && layoutSheet(sheet, { post: document, pagesBefore: list.pages.length, input });
  const found = input.level([...messages, ...(end?.messages ?? [])]);
  const said = [...publication.messages, ...found];
  const claims = claimsFor(said, profile);
  const writer = openPdfWriter({ publication: complete, profile, widthPt, heightPt, modified });
  const node = writer.add(structure.root, list.pages);
  if (end) writer.add(end.root, end.pages, { order: 1, place: { parent: node, order: 1 } });
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

interface LaidSheet {
  readonly root: StructElem;
  readonly pages: readonly Page[];
  readonly messages: readonly Message[];
}

function layoutSheet(
  sheet: Chapter,
  at: { readonly post: Document; readonly pagesBefore: number; readonly input: RenderInput },
): LaidSheet {
  const { post, pagesBefore, input } = at;
  const { document, strings } = sheet;
  const structure = buildPart(sheet, {
    title: chapterTitle(sheet),
    within: post.metadata.lang,
    setting: tagSetting(input, strings),
  });
  const { value, messages } = layoutDocument(
    document,
    { ...input, strings, structure },
    { post, pagesBefore },
  );
  return { root: structure.root, pages: value.pages, messages };
}
