import type { Document } from './document.ts';
import { mapLeaves } from './map-leaves.ts';

/**
 * Gives every `Text` its `offset`: the number of UTF-16 units of all texts before it in reading order.
 * Must run again after any change of texts; layout and page-list name characters by these offsets.
 */
export function numberTexts(document: Document): Document {
  let offset = 0;
  return mapLeaves(document, {
    text: (text) => {
      const numbered = { ...text, offset };
      offset += text.value.length;
      return numbered;
    },
    image: (image) => image,
  });
}
