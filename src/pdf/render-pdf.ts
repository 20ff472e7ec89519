import type { Assets } from '../assets/asset.ts';
import { InternalError } from '../diagnostics/errors.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Strings } from '../document/strings.ts';
import type { Fonts } from '../fonts/face.ts';
import type { Theme } from './theme/theme.ts';

export type PageSize = 'letter' | 'a4';

export interface RenderPdfOptions {
  readonly assets: Assets;
  readonly fonts: Fonts;
  readonly theme: Theme;
  readonly page: PageSize;
  readonly strings: Strings;
  /** All that earlier stages said of the post: an open error withholds the claims. */
  readonly messages: readonly Message[];
  /** The date written into the file; absent where the post has none and `SOURCE_DATE_EPOCH` is not set. */
  readonly modified?: Date;
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What the file says of itself, for instance `PDF/UA-1` and `PDF/A-2a`; empty where a claim was withheld. */
  readonly claims: readonly string[];
  readonly pageStarts: readonly PageStart[];
}

/** Renders one post as a tagged PDF (profile P1: PDF 1.7, PDF/UA-1 and PDF/A-2a). */
export async function renderPdf(document: Document, options: RenderPdfOptions): Promise<Result<RenderedPdf>> {
  throw new InternalError(`not built: ${document.file} ${options.page}`, { stage: 'pdf' });
}
