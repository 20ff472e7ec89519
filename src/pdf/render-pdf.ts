import type { Assets } from '../assets/asset.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { Fonts } from '../fonts/face.ts';
import { renderCollection } from './render-collection.ts';
import { renderPost } from './render-post.ts';
import type { Theme } from './theme/theme.ts';

export type PageSize = 'letter' | 'a4';

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

/** Points: width and height. */
const pageSizes: Readonly<Record<PageSize, readonly [number, number]>> = {
  letter: [612, 792],
  a4: [595.28, 841.89],
};

/** The options with the size of the pages. */
export interface RenderInput extends RenderPdfOptions {
  readonly widthPt: number;
  readonly heightPt: number;
}

/**
 * Renders a publication as one tagged PDF (profile P1: PDF 1.7, PDF/UA-1 and PDF/A-2a). With an open error, of an earlier
 * stage or of layout, the file carries no claim.
 */
export async function renderPdf(
  publication: Publication,
  options: RenderPdfOptions,
): Promise<Result<RenderedPdf>> {
  const [widthPt, heightPt] = pageSizes[options.page];
  const input = { ...options, widthPt, heightPt };
  return publication.form === 'post' ? renderPost(publication, input) : renderCollection(publication, input);
}
