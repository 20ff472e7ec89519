import type { Asset } from '../../document/asset.ts';
import type { Publication } from '../../document/publication.ts';
import type { Book } from '../package/book.ts';
import { onixCodes, type OnixCode } from './onix-codes.ts';
import { opdsMetadata, type OpdsMetadata } from './opds-metadata.ts';

/** What catalogues are told of an EPUB, whatever its file will be called. */
export interface CatalogueEntry {
  readonly metadata: OpdsMetadata;
  readonly codes: readonly OnixCode[];
  /** The picture of its cover. */
  readonly cover?: Pick<Asset, 'bytes' | 'mediaType' | 'widthPx' | 'heightPx'>;
}

/** The entry of a book; `modified` only says whether a date of the last change is known. */
export function catalogueEntry(
  book: Book,
  { form, cover, assets }: Publication,
  modified: Date | undefined,
): CatalogueEntry {
  const picture = cover && assets.get(cover.image.imageId);
  const entry = {
    metadata: opdsMetadata(book, { form, dated: modified !== undefined }),
    codes: onixCodes(book),
  };
  if (!picture) return entry;
  const { bytes, mediaType, widthPx, heightPx } = picture;
  return { ...entry, cover: { bytes, mediaType, widthPx, heightPx } };
}
