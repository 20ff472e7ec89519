import type { Result } from '../diagnostics/message.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import { withColophon } from '../document/with-colophon.ts';
import { catalogueEntry, type CatalogueEntry } from './catalogue/catalogue-entry.ts';
import type { EpubTemplates } from './package/epub-templates.ts';
import { makeBook } from './package/make-book.ts';
import { packEpub } from './pack/pack-epub.ts';

/** What an EPUB is made with beside the publication. */
export interface RenderEpubOptions {
  readonly templates: EpubTemplates;
  /** When the publication was last changed; 1980-01-01 where absent, since EPUB 3.3 requires a value. */
  readonly modified?: Date;
  /** Where the pages of the PDF of the same run begin, in order; without them there is no page-list. */
  readonly pageStarts?: readonly PageStart[];
}

/** A finished EPUB. */
export interface RenderedEpub {
  readonly bytes: Uint8Array;
  /** What the file says of its conformance; empty, because EPUB Accessibility 1.1 §3.5 asks for human checks first. */
  readonly claims: readonly string[];
  /** What catalogues are told of it. */
  readonly catalogue: CatalogueEntry;
}

/**
 * Renders a publication as an EPUB 3.3 file. A colophon that is still to come says nothing of a PDF: none was laid out.
 * Throws a `ResourceError` where a template cannot be rendered.
 */
export async function renderEpub(
  publication: Publication,
  options: RenderEpubOptions,
): Promise<Result<RenderedEpub>> {
  const { templates, modified, pageStarts } = options;
  const complete = withColophon(publication, undefined);
  const { value: book, messages } = makeBook(complete, { modified, pageStarts });
  const catalogue = catalogueEntry(book, complete, modified);
  return { value: { bytes: await packEpub(book, templates), claims: [], catalogue }, messages };
}
