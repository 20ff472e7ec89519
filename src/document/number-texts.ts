import type { Document } from './document.ts';
import { mapLeaves } from './map-leaves.ts';
import { walkDocument } from './walk.ts';

/**
 * Gives every `Text` and `Image` its `offset`: the number of UTF-16 units of all texts before it in reading order, a picture
 * counted as one, plus `start`. Must run again after any change of texts; layout and page-list name places by offsets.
 */
export function numberTexts(
  document: Document,
  start = 0,
): { readonly document: Document; /** The offset after the last. */ readonly end: number } {
  let offset = start;
  const numbered = mapLeaves(document, {
    text: (text) => {
      const placed = { ...text, offset };
      offset += text.value.length;
      return placed;
    },
    image: (image) => {
      const placed = { ...image, offset };
      offset += 1;
      return placed;
    },
  });
  return { document: numbered, end: offset };
}

/** The offset after the last text or picture of a document that is numbered; 0 where it has none. */
export function endOffset(document: Document): number {
  let end = 0;
  for (const node of walkDocument(document)) {
    if (node.type === 'text') end = Math.max(end, node.offset + node.value.length);
    if (node.type === 'image' && node.offset !== undefined) end = Math.max(end, node.offset + 1);
  }
  return end;
}
