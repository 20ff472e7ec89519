import type { Drawing } from './drawing.ts';
import type { ImageId } from './inline.ts';

/** A picture as the bytes of one format. */
export interface PictureFile<MediaType extends string> {
  readonly mediaType: MediaType;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** The ICC profile of its colours; those of sRGB where there is none. */
  readonly profile?: Uint8Array;
}

/** What an EPUB holds of pictures: core media types (EPUB 3.3 §3.2). */
export type PublishedType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';

/** Outlines in the place of bytes, once for each picture of the same digest. */
export interface DrawnOutlines {
  readonly mediaType: 'outlines';
  /** Of what it was read from. */
  readonly sha256: string;
  readonly drawing: Drawing;
}

/** What a PDF can show. */
export type DrawnPicture = PictureFile<'image/png' | 'image/jpeg'> | DrawnOutlines;

/** A picture that was read and understood; `bytes` are as read, or the same picture in a form that an EPUB can hold. */
export interface Asset extends PictureFile<PublishedType> {
  readonly id: ImageId;
  /** Size as shown: turned as its orientation says. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** How the stored pixels are turned (Exif 2.32 §4.6.4, tag 0x0112): 1 to 8; 1 is upright. */
  readonly orientation: number;
  /** How many frames follow each other where it moves; absent where it stands still. */
  readonly frames?: number;
  /** What of it ran or moved, and is in neither file. */
  readonly leftOut?: readonly string[];
  /** What a page of the PDF shows, where that cannot be `bytes`. */
  readonly drawn?: DrawnPicture;
}

/** The readable pictures of one post by their id. */
export type Assets = ReadonlyMap<ImageId, Asset>;

/** What a page of the PDF shows of a picture. */
export function drawnOf({ mediaType, sha256, bytes, profile, drawn }: Asset): DrawnPicture | undefined {
  if (drawn) return drawn;
  return mediaType === 'image/png' || mediaType === 'image/jpeg'
    ? { mediaType, sha256, bytes, ...(profile && { profile }) }
    : undefined;
}
