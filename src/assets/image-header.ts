import type { PublishedType } from '../document/asset.ts';
import type { Drawing } from '../document/drawing.ts';

/** What the bytes of a picture say of it, or why it cannot be used. */
export type ImageInspection =
  | {
      readonly state: 'good';
      readonly mediaType: PublishedType;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly orientation: number;
      /** How many frames follow each other where it moves. */
      readonly frames?: number;
      /** A PNG of what the PDF shows, where it cannot hold the picture itself. */
      readonly png?: Uint8Array;
      /** The ICC profile of its colours, where a PDF can hold it. */
      readonly profile?: Uint8Array;
      /** Outlines that the PDF shows. */
      readonly drawing?: Drawing;
      /** What the EPUB holds in the place of what was read. */
      readonly published?: Uint8Array;
      /** Whether the PDF shows what was read, by its profile, and not what is published. */
      readonly isPrinted?: boolean;
      /** What of it moves or runs, and was left out. */
      readonly leftOut?: readonly string[];
    }
  | { readonly state: 'broken'; readonly why: string }
  | { readonly state: 'unsupported'; readonly why: string }
  | { readonly state: 'incomplete'; readonly why: string }
  | { readonly state: 'too-large'; readonly why: string };

/** Shorthand for a picture whose bytes are damaged. */
export function broken(why: string): ImageInspection {
  return { state: 'broken', why };
}

/** Shorthand for a sound picture that an output cannot carry. */
export function unsupported(why: string): ImageInspection {
  return { state: 'unsupported', why };
}

/** `too-large` where a picture has more pixels than allowed; asked before anything is decompressed. */
export function checkPixels(widthPx: number, heightPx: number, limit: number): ImageInspection | undefined {
  if (widthPx * heightPx <= limit) return undefined;
  return { state: 'too-large', why: `${widthPx} × ${heightPx} pixels, more than ${limit}` };
}
