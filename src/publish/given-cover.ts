import { readAssets, type ReadAssetsOptions } from '../assets/read-assets.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Asset } from '../document/asset.ts';
import type { Document } from '../document/document.ts';
import type { Image } from '../document/inline.ts';
import type { Publication } from '../document/publication.ts';
import { reportRule } from '../document/rules.ts';
import { coverId } from './drawn-cover.ts';

/** A picture as a document, so that it is read as those of posts are. */
export function coverDocument(image: Image, file: string): Document {
  return {
    file,
    sha256: '',
    metadata: { title: '', authors: [], subjects: [], slug: '', otherLanguages: [] },
    titleBlock: [],
    body: [{ type: 'figure', image }],
  };
}

/** The picture that a post names as its cover, with an id of its own; what is wrong with it is no fault of the post. */
export async function readGivenCover(
  { metadata: { cover }, file }: Document,
  options: ReadAssetsOptions,
): Promise<Result<Asset | undefined>> {
  if (typeof cover !== 'object') return { value: undefined, messages: [] };
  const { value, messages } = await readAssets(coverDocument(cover, file), options);
  const asset = value.get(cover.imageId);
  return {
    value: asset && { ...asset, id: coverId },
    messages: messages.map(({ reason, place }): Message => {
      return reportRule('cover-unusable', { reason, file, place });
    }),
  };
}

/** The publication of a post with the cover that it names, where that could be read. */
export function withGivenCover(publication: Publication): Publication {
  const cover = publication.chapters[0]?.document.metadata.cover;
  if (typeof cover !== 'object' || !publication.assets.has(coverId)) return publication;
  return { ...publication, cover: { image: { ...cover, imageId: coverId }, drawn: false } };
}
