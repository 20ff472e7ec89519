import type { Message } from '../diagnostics/message.ts';
import type { Image } from '../document/inline.ts';
import type { PostMetadata } from '../document/post-metadata.ts';
import { resolveImage, savedImage } from './blocks/resolve-image.ts';
import { report, type PostContext } from './context/post-context.ts';
import type { FrontMatter } from './source/front-matter.ts';

/** What front matter says of the cover: a picture beside the post, or whether one is drawn. Of a post in a book, nothing: that has its own. */
export function readCover(front: FrontMatter, context: PostContext): PostMetadata['cover'] {
  const { cover, cover_alt: beside } = front.values;
  if (cover === undefined || context.options.idPrefix !== undefined) return undefined;
  const written = typeof cover === 'string' ? { image: cover, alt: beside } : cover;
  const source = written.image ?? '';
  const place = front.placeOf('cover');
  if (source === '') return undefined;
  if (source === 'drawn' || source === 'none') return source;
  const refused: Message[] = [];
  const quiet = { ...context, messages: refused };
  const saved = savedImage(source, place, quiet);
  const imageId = saved?.imageId ?? resolveImage(source, place, quiet);
  if (imageId === undefined) {
    for (const { reason } of refused) report(context, 'cover-unusable', { reason, place });
    return undefined;
  }
  const alt = (written.alt || beside) ?? '';
  if (alt === '') {
    const reason = `Nothing says what the cover “${source}” shows: no page shows it`;
    report(context, 'cover-alt-missing', { reason, place });
  }
  const digest = saved && { savedSha256: saved.sha256 };
  const image: Image = {
    type: 'image',
    imageId,
    source,
    ...(alt !== '' && { alt }),
    decorative: false,
    ...digest,
  };
  return place ? { ...image, place } : image;
}
