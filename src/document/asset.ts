import type { ImageId } from './inline.ts';

/** A picture that was read and understood; `bytes` are as read. */
export interface Asset {
  readonly id: ImageId;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Size as shown: turned as its orientation says. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** How the stored pixels are turned (Exif 2.32 §4.6.4, tag 0x0112): 1 to 8; 1 is upright. */
  readonly orientation: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** The readable pictures of one post by their id. */
export type Assets = ReadonlyMap<ImageId, Asset>;
