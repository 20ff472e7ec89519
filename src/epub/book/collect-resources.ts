import type { Assets } from '../../assets/asset.ts';
import { InternalError } from '../../diagnostics/errors.ts';
import type { Document, ImageId } from '../../document/document.ts';
import { walkDocument } from '../../document/walk.ts';
import type { Resource } from './book.ts';

export interface Resources {
  readonly list: readonly Resource[];
  /** The address of a picture, relative to the package document. */
  readonly hrefOf: (id: ImageId) => string;
}

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** The pictures that a post shows, in order of first use. Names are numbers: a path of the author could be any text. */
export function collectResources(document: Document, assets: Assets): Resources {
  const used = new Map<ImageId, Resource>();
  for (const node of walkDocument(document)) {
    if (node.type !== 'image' || used.has(node.imageId)) continue;
    const asset = assets.get(node.imageId);
    if (asset === undefined) throw missing(node.imageId);
    const { mediaType, bytes } = asset;
    const href = `images/image-${used.size + 1}.${extensions[mediaType]}`;
    used.set(node.imageId, { href, mediaType, bytes });
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
