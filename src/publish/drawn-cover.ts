import type { CoverWords } from '../cover/cover-words.ts';
import type { Result } from '../diagnostics/message.ts';
import type { Asset } from '../document/asset.ts';
import type { Image } from '../document/inline.ts';
import type { Cover, Publication } from '../document/publication.ts';
import type { Settings } from '../project/settings.ts';
import type { Stages } from './stages.ts';

/** No picture of a post has this id: those are relative paths. */
export const coverId = '/cover';

/** A cover with its picture. */
export interface CoverPicture extends Cover {
  readonly asset: Asset;
}

/** A cover drawn of words, which are its alternative; `file` is what messages are about. */
export async function drawnCover(
  words: CoverWords,
  {
    file,
    form,
    drawCover,
  }: Pick<Stages, 'drawCover'> & Pick<Publication, 'form'> & { readonly file: string },
): Promise<Result<CoverPicture>> {
  const { title, subtitle, creators, publisher } = words;
  const { value, messages } = await drawCover(words, { file, form });
  const alt = [title, subtitle, ...creators, publisher].filter((part) => part !== undefined).join('. ');
  const image: Image = { type: 'image', imageId: coverId, source: '', alt, decorative: false };
  const asset = { ...value, id: coverId };
  return { value: { image, drawn: true, asset }, messages };
}

/** The id of the cover as a page of the PDF. */
export const coverPageId = '/cover-page';

/** The drawn cover of a book, and the same as a page of its paper: between the edges of shelves it would lie there with a margin. */
export async function drawnBookCover(
  words: CoverWords,
  { page, ...at }: Pick<Stages, 'drawCover'> & { readonly file: string; readonly page: Settings['page'] },
): Promise<Result<{ readonly cover: Cover; readonly assets: readonly Asset[] }>> {
  const { value, messages } = await drawnCover(words, { ...at, form: 'collection' });
  const { asset, ...cover } = value;
  // What is said of its words was said of the first.
  const drawn = await at.drawCover(words, { file: at.file, form: page });
  const assets = [asset, { ...drawn.value, id: coverPageId }];
  return { value: { cover: { ...cover, page: coverPageId }, assets }, messages };
}
