import type { Assets } from '../../document/asset.ts';
import type { Document } from '../../document/document.ts';
import type { Image, MissingImage } from '../../document/inline.ts';
import { mapLeaves } from '../../document/map-leaves.ts';
import type { Publication } from '../../document/publication.ts';
import { missingImage } from '../../document/replace-missing-images.ts';
import { walkDocument } from '../../document/walk.ts';

/**
 * Replaces each picture that is not among the assets by its words. Offsets stay as they are: where the pages of the PDF
 * begin is said in those of the publication that was given.
 */
export function replaceImagesInPlace(publication: Publication, assets: Assets): Publication {
  const chapters = publication.chapters.map((chapter) => {
    const { document } = chapter;
    return isComplete(document, assets) ? chapter : { ...chapter, document: replaceIn(document, assets) };
  });
  return { ...publication, chapters };
}

function isComplete(document: Document, assets: Assets): boolean {
  for (const node of walkDocument(document)) {
    if (node.type === 'image' && !assets.has(node.imageId)) return false;
  }
  return true;
}

function replaceIn(document: Document, assets: Assets): Document {
  return mapLeaves(document, {
    image: (image) => (assets.has(image.imageId) ? image : wordsInPlace(image)),
  });
}

function wordsInPlace(image: Image): MissingImage {
  const { offset = 0 } = image;
  const missing = missingImage(image);
  return { ...missing, children: missing.children.map((text) => ({ ...text, offset })) };
}
