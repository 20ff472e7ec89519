import type { Assets } from '../assets/asset.ts';
import type { Message } from '../diagnostics/message.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { Fonts } from '../fonts/face.ts';
import type { Theme } from './theme/theme.ts';

/** The sizes of paper that a PDF can have. */
export type PageSize = 'letter' | 'a4';

/** What a PDF is made with beside the publication. */
export interface RenderPdfOptions {
  readonly assets: Assets;
  readonly fonts: Fonts;
  readonly theme: Theme;
  readonly page: PageSize;
  /** All that earlier stages said of the publication: an open error withholds the claims. */
  readonly messages: readonly Message[];
  /** The date written into the file; absent where no post has one and `SOURCE_DATE_EPOCH` is not set. */
  readonly modified?: Date;
}

/** A finished PDF and what its layout found. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What the file says of itself, for instance `PDF/UA-1` and `PDF/A-2a`; empty where a claim was withheld. */
  readonly claims: readonly string[];
  /** Of every page, in order. */
  readonly pageStarts: readonly PageStart[];
  /** What was rendered: with its colophon, where it has one. */
  readonly publication: Publication;
}

/** The options with the size of the pages. */
export interface RenderInput extends RenderPdfOptions {
  readonly widthPt: number;
  readonly heightPt: number;
}
