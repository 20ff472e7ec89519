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

/** The words that stand in for a picture: its text alternative, else its address as written. */
export function missingImage(image: Omit<Image, 'type'>): MissingImage {
  const { place, lang, dir, id, source, alt } = image;
  return {
    type: 'missing-image',
    ...(place && { place }),
    ...(lang !== undefined && { lang }),
    ...(dir && { dir }),
    ...(id !== undefined && { id }),
    source,
    children: [{ type: 'text', value: alt || source, offset: 0, ...(place && { place }) }],
  };
}
