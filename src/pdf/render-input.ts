import type { PageSize } from './page-size.ts';
import type { Assets } from '../document/asset.ts';
import type { Message } from '../diagnostics/message.ts';
import type { PageStart } from '../document/page-start.ts';
import type { Publication } from '../document/publication.ts';
import type { Fonts } from '../fonts/face.ts';
import type { Profile } from './profile/profile.ts';
import type { Theme } from './theme/theme.ts';

/** What a PDF is made with beside the publication. */
export interface RenderPdfOptions {
  readonly fonts: Fonts;
  readonly theme: Theme;
  readonly profile: Profile;
  readonly page: PageSize;
  /** What the project makes of messages: others are taken as they are said. It decides before the claims do. */
  readonly level?: (messages: readonly Message[]) => readonly Message[];
  /** The date written into the file; absent where no post has one and `SOURCE_DATE_EPOCH` is not set. */
  readonly modified?: Date;
}

/** A finished PDF and what its layout found. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What the file says of itself, by the names of standards; empty where a claim was withheld. */
  readonly claims: readonly string[];
  /** Of every page, in order. */
  readonly pageStarts: readonly PageStart[];
  /** What was rendered: with its colophon, where it has one, and with what rendering said among its messages. */
  readonly publication: Publication;
}

/** The options with the size of the pages, and what of the publication every step needs. */
export interface RenderInput extends Required<Omit<RenderPdfOptions, 'modified'>> {
  readonly modified: Date | undefined;
  readonly assets: Assets;
  readonly widthPt: number;
  readonly heightPt: number;
}
