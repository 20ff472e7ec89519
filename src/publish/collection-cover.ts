import type { Asset } from '../document/asset.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import type { Image } from '../document/inline.ts';
import type { Cover } from '../document/publication.ts';
import { groundOf } from '../cover/ground-of.ts';
import { appendAll } from '../lists/append-all.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import type { Stages } from './stages.ts';

/** No picture of a post has this id: those are relative paths. */
const coverId = '/cover';

/** The cover of a collection with its picture. */
export interface CoverPicture extends Cover {
  readonly asset: Asset;
}

/** The cover of the project; drawn where it has none that can be used. */
export async function coverOf(plan: CollectionPlan, stages: Stages): Promise<Result<CoverPicture>> {
  const { cover, collection, configName, base } = plan;
  const { title, subtitle, creators, publisher, lang } = collection;
  const image = (alt: string): Image => ({
    type: 'image',
    imageId: coverId,
    source: cover?.image ?? '',
    alt,
    decorative: false,
  });
  const messages: Message[] = [];
  if (cover) {
    const wanted = { ...image(cover.alt), imageId: cover.image.replace(/^(?:\.?\/)+/u, '') };
    const found = await stages.readAssets(coverDocument(wanted, configName), base);
    appendAll(messages, found.messages);
    const asset = found.value.get(wanted.imageId);
    if (asset) {
      return { value: { image: image(cover.alt), drawn: false, asset: { ...asset, id: coverId } }, messages };
    }
  }
  const words = {
    title,
    ...(subtitle !== undefined && { subtitle }),
    creators,
    ...(publisher !== undefined && { publisher }),
    ...(lang !== undefined && { lang }),
  };
  const drawn = await stages.drawCover(words, configName);
  const alt = [title, subtitle, ...creators, publisher].filter((part) => part !== undefined).join('. ');
  return {
    value: {
      image: image(alt),
      drawn: true,
      ground: groundOf(title),
      asset: { ...drawn.value, id: coverId },
    },
    messages: [...messages, ...drawn.messages],
  };
}

/** The cover as a document, so that its picture is read as those of posts are. */
function coverDocument(image: Image, file: string): Document {
  return {
    file,
    sha256: '',
    metadata: { title: '', authors: [], subjects: [], slug: '', otherLanguages: [] },
    titleBlock: [],
    body: [{ type: 'figure', image }],
  };
}
