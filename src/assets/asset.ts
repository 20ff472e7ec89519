import type { ImageId } from '../document/document.ts';

/** A picture that was read and understood; `bytes` are as read. */
export interface Asset {
  readonly id: ImageId;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Size as stored, before any orientation flag. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** The readable pictures of one post by their id. */
export type Assets = ReadonlyMap<ImageId, Asset>;
