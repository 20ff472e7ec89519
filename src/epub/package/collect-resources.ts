import type { Assets } from '../../document/asset.ts';
import { InternalError } from '../../diagnostics/errors.ts';
import type { Image, ImageId } from '../../document/inline.ts';
import type { Resource } from './book.ts';

/** The files of pictures, and where each stands. */
export interface Resources {
  readonly list: readonly Resource[];
  /** The address of a picture, relative to the package document. */
  readonly hrefOf: (id: ImageId) => string;
}

const extensions = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** The files of pictures, in order of first use. Names are numbers: a path of the author could be any text. */
export function collectResources(images: readonly Image[], assets: Assets, cover?: Image): Resources {
  const used = new Map<ImageId, Resource>();
  for (const { imageId } of images) {
    if (used.has(imageId)) continue;
    const asset = assets.get(imageId);
    if (asset === undefined) throw missing(imageId);
    const { mediaType, bytes } = asset;
    const href = `images/image-${used.size + 1}.${extensions[mediaType]}`;
    used.set(imageId, { href, mediaType, bytes, isCover: imageId === cover?.imageId });
  }
  const hrefOf = (id: ImageId): string => {
    const resource = used.get(id);
    if (resource === undefined) throw missing(id);
    return resource.href;
  };
  return { list: [...used.values()], hrefOf };
}

function missing(id: ImageId): InternalError {
  return new InternalError(`no picture “${id}” was collected`, { stage: 'epub/book' });
}
