import type { Result } from '../diagnostics/message.ts';
import type { Publication } from '../document/publication.ts';
import { renderCollection } from './render-collection.ts';
import type { PageSize } from './page-size.ts';
import type { RenderedPdf, RenderPdfOptions } from './render-input.ts';
import { renderPost } from './render-post.ts';

/** Points: width and height. */
const pageSizes: Readonly<Record<PageSize, readonly [number, number]>> = {
  letter: [612, 792],
  a4: [595.28, 841.89],
};

/**
 * Renders a publication as one tagged PDF of a profile. With an open error, among the messages of the publication or of
 * layout, the file carries no claim.
 */
export async function renderPdf(
  publication: Publication,
  options: RenderPdfOptions,
): Promise<Result<RenderedPdf>> {
  const [widthPt, heightPt] = pageSizes[options.page];
  const { fonts, theme, profile, page, modified, level = (messages) => messages } = options;
  const input = {
    fonts,
    theme,
    profile,
    page,
    modified,
    level,
    assets: publication.assets,
    widthPt,
    heightPt,
  };
  return publication.form === 'post' ? renderPost(publication, input) : renderCollection(publication, input);
}
