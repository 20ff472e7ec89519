import type { Message, Result } from '../diagnostics/message.ts';
import type { Image } from '../document/inline.ts';
import { appendAll } from '../lists/append-all.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import { coverId, drawnCover, type CoverPicture } from './drawn-cover.ts';
import { coverDocument } from './given-cover.ts';
import type { Stages } from './stages.ts';

/** The cover of the project; drawn where it has none that can be used. */
export async function coverOf(plan: CollectionPlan, stages: Stages): Promise<Result<CoverPicture>> {
  const { cover, collection, configName, base } = plan;
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
  const { drawCover } = stages;
  const drawn = await drawnCover(collection, { file: configName, form: 'collection', drawCover });
  return { value: drawn.value, messages: [...messages, ...drawn.messages] };
}
