import type { Result } from '../diagnostics/message.ts';
import type { Publication } from '../document/publication.ts';
import type { Settings } from '../project/settings.ts';
import { drawnCover } from './drawn-cover.ts';
import type { Stages } from './stages.ts';

/**
 * The same publication, for its EPUB: a post with a title gets a cover drawn from it where it or else the project wants that, and
 * names none that can be used. Its PDF has no place for one, so that nothing is drawn before an EPUB is made.
 */
export async function withPostCover(
  publication: Publication,
  { drawCover, cover }: Pick<Stages, 'drawCover'> & Pick<Settings, 'cover'>,
): Promise<Result<Publication>> {
  const { form, metadata, chapters, assets } = publication;
  const [post] = chapters;
  const own = post?.document.metadata.cover;
  const wanted = typeof own === 'string' ? own : cover;
  if (form !== 'post' || publication.cover || wanted === 'none' || metadata.title === '' || !post) {
    return { value: publication, messages: [] };
  }
  const { file } = post.document;
  const drawn = await drawnCover(metadata, { file, form, drawCover });
  const { asset, ...shown } = drawn.value;
  const value = { ...publication, cover: shown, assets: new Map([...assets, [asset.id, asset]]) };
  return { value, messages: drawn.messages };
}
