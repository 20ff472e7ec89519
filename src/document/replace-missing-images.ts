import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from './document.ts';
import type { Image, ImageId, MissingImage } from './inline.ts';
import { idsIn, withoutLostPlaces } from './lost-places.ts';
import { mapLeaves } from './map-leaves.ts';
import { numberTexts } from './number-texts.ts';
import { reportRule } from './rules.ts';

/**
 * Replaces each picture that is not `available` by its words, so that both outputs print them; texts are numbered anew. A link that shows
 * nothing else goes with a picture that has none, and is told: an address says nothing to a reader. So is a link that leads to what
 * went with such a picture: its words stay.
 */
export function replaceMissingImages(document: Document, available: ReadonlySet<ImageId>): Result<Document> {
  const { file } = document;
  const messages: Message[] = [];
  const without = mapLeaves(document, {
    image: (image) => (available.has(image.imageId) ? image : missingImage(image)),
    emptied: (target, { place }) => {
      const address = target.kind === 'external' ? target.url : `#${target.id}`;
      const reason = `Link to “${address}” has no words`;
      messages.push(reportRule('link-empty', { reason, file, place }));
    },
  });
  const [before, after] = [idsIn([document]), idsIn([without])];
  const kept = withoutLostPlaces(without, (id) => after.has(id) || !before.has(id));
  return { value: numberTexts(kept.value).document, messages: [...messages, ...kept.messages] };
}

/** What stands in for a picture: its text alternative; nothing where there is none, for an address says nothing to a reader. */
export function missingImage(image: Omit<Image, 'type'>): MissingImage {
  const { place, lang, dir, id, source, alt } = image;
  return {
    type: 'missing-image',
    ...(place && { place }),
    ...(lang !== undefined && { lang }),
    ...(dir && { dir }),
    ...(id !== undefined && { id }),
    source,
    children: alt ? [{ type: 'text', value: alt, offset: 0, ...(place && { place }) }] : [],
  };
}
