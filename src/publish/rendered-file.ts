import type { Format, Message } from '../diagnostics/message.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { CatalogueEntry } from '../epub/catalogue/catalogue-entry.ts';

/** A finished file of a publication, in memory. */
export interface RenderedFile {
  readonly format: Format;
  readonly bytes: Uint8Array;
  /** What the file says of itself, for instance `PDF/UA-1`; empty where an open error withheld it. */
  readonly claims: readonly string[];
  /** What rendering had to say, at the levels of the project. */
  readonly messages: readonly Message[];
  /** What was rendered, with the chapter that only the renderer can make and with all that was said until now. */
  readonly publication: Publication;
  /** Of every page of the PDF, in order: of an EPUB, those that its page-list names. */
  readonly pageStarts?: readonly PageStart[];
  /** Of an EPUB: what catalogues are told of it. */
  readonly catalogue?: CatalogueEntry;
}

/** A finished PDF, and where its pages begin. */
export interface RenderedPdf extends RenderedFile {
  readonly format: 'pdf';
  readonly pages: number;
  /** Of every page, in order: an EPUB that is given them names the pages of this PDF. */
  readonly pageStarts: readonly PageStart[];
}

/** A finished EPUB. */
export interface RenderedEpub extends RenderedFile {
  readonly format: 'epub';
  readonly catalogue: CatalogueEntry;
}
