import { InternalError } from '../diagnostics/errors.ts';
import type { Result } from '../diagnostics/message.ts';
import { publicationOutline } from '../document/publication-outline.ts';
import type { Publication } from '../document/publication.ts';
import { claimsFor } from './claims.ts';
import { layoutDocument } from './layout/layout-document.ts';
import { pageStarts } from './layout/page-starts.ts';
import type { RenderedPdf, RenderInput } from './render-pdf.ts';
import { buildStructure } from './structure/build-structure.ts';
import { openPdfWriter } from './write/write-pdf.ts';

/** Renders a post that stands alone: structure → layout → claims → write. */
export async function renderPost(publication: Publication, input: RenderInput): Promise<Result<RenderedPdf>> {
  const [chapter] = publication.chapters;
  if (!chapter) throw new InternalError('a publication has no chapters', { stage: 'pdf' });
  const { document, strings } = chapter;
  const { widthPt, heightPt, modified } = input;
  const structure = buildStructure(document);
  const { value: list, messages } = layoutDocument(document, { ...input, strings, structure });
  const claims = claimsFor([...input.messages, ...messages]);
  const writer = openPdfWriter({ publication, widthPt, heightPt, modified });
  writer.add(structure.root, list.pages);
  const outline = publicationOutline(publication);
  const bytes = await writer.finish({ claims: claims.xmp, outline, romanPages: 0 });
  const pages = list.pages.length;
  const starts = pageStarts(list.pages);
  return { value: { bytes, pages, claims: claims.names, pageStarts: starts, publication }, messages };
}
