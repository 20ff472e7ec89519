import type { CoverWords } from '../cover/cover-words.ts';
import { groundOf } from '../cover/ground-of.ts';
import type { Result } from '../diagnostics/message.ts';
import type { Asset } from '../document/asset.ts';
import type { Image } from '../document/inline.ts';
import type { Cover, Publication } from '../document/publication.ts';
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
  return { value: { image, drawn: true, ground: groundOf(title), asset }, messages };
}
