import type { Document, Image, ImageId, MissingImage } from './document.ts';
import { mapLeaves } from './map-leaves.ts';
import { numberTexts } from './number-texts.ts';

/** Replaces each picture that is not `available` by its words, so that both outputs print them; texts are numbered anew. */
export function replaceMissingImages(document: Document, available: ReadonlySet<ImageId>): Document {
  return numberTexts(
    mapLeaves(document, {
      text: (text) => text,
      image: (image) => (available.has(image.imageId) ? image : missingImage(image)),
    }),
  ).document;
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
