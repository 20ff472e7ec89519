import type { Assets } from '../assets/asset.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { InternalError } from '../diagnostics/errors.ts';
import type { PageStart } from '../document/page-start.ts';
import { withColophon, type Publication } from '../document/publication.ts';
import type { Fonts } from '../fonts/face.ts';
import { layoutDocument } from './layout/layout-document.ts';
import { buildStructure } from './structure/build-structure.ts';
import type { Theme } from './theme/theme.ts';
import { writePdf } from './write/write-pdf.ts';
import type { XmpClaims } from './write/xmp.ts';

export type PageSize = 'letter' | 'a4';

export interface RenderPdfOptions {
  readonly assets: Assets;
  readonly fonts: Fonts;
  readonly theme: Theme;
  readonly page: PageSize;
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

/**
 * Renders one post as a tagged PDF: structure → layout → claims → write (profile P1: PDF 1.7, PDF/UA-1 and PDF/A-2a).
 * With an open error, of an earlier stage or of layout, the file carries no claim.
 */
export async function renderPdf(
  publication: Publication,
  options: RenderPdfOptions,
): Promise<Result<RenderedPdf>> {
  const [chapter] = publication.chapters;
  if (!chapter) throw new InternalError('a publication has no chapters', { stage: 'pdf' });
  const { document, strings } = chapter;
  const structure = buildStructure(document);
  const [widthPt, heightPt] = pageSizes[options.page];
  const laid = layoutDocument(document, { ...options, strings, structure, widthPt, heightPt });
  const open = [...options.messages, ...laid.messages].some(
    (message) => message.severity === 'error' && message.withholds.includes('pdf'),
  );
  const claims: XmpClaims = open
    ? { ua: undefined, a: undefined }
    : { ua: '1', a: { part: '2', conformance: 'A' } };
  const bytes = await writePdf(document, laid.value, { structure, claims, modified: options.modified });
  return {
    value: {
      bytes,
      pages: laid.value.pages.length,
      claims: open ? [] : ['PDF/UA-1', 'PDF/A-2a'],
      pageStarts: laid.value.pageStarts,
      publication: withColophon(publication, open ? [] : ['PDF/UA-1', 'PDF/A-2a']),
    },
    messages: laid.messages,
  };
}
