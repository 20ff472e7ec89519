import type { Message, Result } from '../diagnostics/message.ts';
import type { Asset } from '../document/asset.ts';
import type { Image } from '../document/inline.ts';
import type { Cover } from '../document/publication.ts';
import { appendAll } from '../lists/append-all.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import { coverId, drawnBookCover } from './drawn-cover.ts';
import { coverDocument } from './given-cover.ts';
import type { Running } from './running.ts';

/** The cover of the project; drawn where it has none that can be used. */
export async function coverOf(
  plan: CollectionPlan,
  { stages, settings }: Pick<Running, 'stages' | 'settings'>,
): Promise<Result<{ readonly cover: Cover; readonly assets: readonly Asset[] }>> {
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
      const own = { image: image(cover.alt), drawn: false };
      return { value: { cover: own, assets: [{ ...asset, id: coverId }] }, messages };
    }
  }
  const { drawCover } = stages;
  const drawn = await drawnBookCover(collection, { file: configName, page: settings.page, drawCover });
  return { value: drawn.value, messages: [...messages, ...drawn.messages] };
}
